import type { ReactNode } from "react";

/** A part of the card: what is shown, in a sentence, then the figures. */
export function CardSection({
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
    <section aria-labelledby={id} className="mt-14 border-t border-line pt-8">
      <h2 id={id} className="scroll-mt-24 font-serif text-2xl font-semibold tracking-tight">
        {title}
      </h2>
      {lead && <div className="mt-2 mb-5 grid max-w-2xl gap-2 text-ink-2">{lead}</div>}
      {children}
    </section>
  );
}
