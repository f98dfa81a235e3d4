/** Parts of the cheat sheet: two sides, which print on a page of A4 each, and blocks that flow into their columns. */
import type { ReactNode } from "react";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { LENGTHS_MINUTES, STAGE_MINUTES } from "@/lib/framework/stages";

export function SheetSide({ title, children }: VocabularyProps<"SheetSide"> & { children?: ReactNode }) {
  return (
    <section className="sheet-side" aria-label={title}>
      <h2 className="sheet-title">
        Shortlist <span aria-hidden>·</span> {title}
      </h2>
      <div className="sheet-columns">{children}</div>
    </section>
  );
}

export function SheetBlock({
  title,
  stage,
  children,
}: VocabularyProps<"SheetBlock"> & { children?: ReactNode }) {
  return (
    <section className="sheet-block">
      <h3>
        {title}
        {stage && (
          <span className="sheet-minutes">
            {LENGTHS_MINUTES.map((length) => STAGE_MINUTES[length][stage]).join(" / ")} min
          </span>
        )}
      </h3>
      {children}
    </section>
  );
}
