import type { ReactNode } from "react";

/** The frame of the small funnel: for the home page, a case or a chapter. */
export function FunnelFrame({ caption, children }: { caption?: string | undefined; children: ReactNode }) {
  return (
    <figure className="not-prose min-w-0 rounded-xl border border-line bg-raised p-4 font-sans sm:p-5">
      {children}
      {caption && (
        <figcaption className="mt-4 border-t border-line pt-3 text-sm text-ink-2">{caption}</figcaption>
      )}
    </figure>
  );
}
