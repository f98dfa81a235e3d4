import type { ReactNode } from "react";

/** A chart under a sentence that says what to see in it, with its table below. */
export function StudyFigure({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-2 text-sm font-medium tabular-nums">{caption}</figcaption>
      {children}
    </figure>
  );
}
