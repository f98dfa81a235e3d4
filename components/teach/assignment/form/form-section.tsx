import { type ReactNode, useId } from "react";

/** A named part of a long form: what it is about at the left, its fields at the right. */
export function FormSection({
  title,
  lead,
  children,
}: {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-t border-line py-7 first:border-0 first:pt-0 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div className="grid content-start gap-1">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        <p className="max-w-prose text-sm text-ink-2">{lead}</p>
      </div>
      <div className="grid min-w-0 max-w-2xl content-start gap-5">{children}</div>
    </section>
  );
}
