import type { ReactNode } from "react";

/** A titled part of the page with a sentence on how to read it. */
export function ProgressSection({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="grid min-w-0 grid-cols-1 content-start gap-4">
      <div>
        <h2 id={id} className="text-xl font-semibold">
          {title}
        </h2>
        {lead && <p className="mt-1 max-w-prose text-sm text-ink-2">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
