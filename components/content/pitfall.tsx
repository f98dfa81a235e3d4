import type { ReactNode } from "react";
import type { VocabularyProps } from "@/lib/content/vocabulary";

/** A typical mistake: what it sounds like, what it costs, what to do instead. */
export function Pitfall({ title, children }: VocabularyProps<"Pitfall"> & { children?: ReactNode }) {
  return (
    <div role="note" className="prose-aside border-l-2 border-bad bg-bad-soft">
      <p className="font-sans text-sm font-semibold text-bad">Pitfall: {title}</p>
      <div className="prose-part text-ink">{children}</div>
    </div>
  );
}
