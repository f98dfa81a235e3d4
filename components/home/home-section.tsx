import type { ReactNode } from "react";

/** A band of the home page: its title at the left, its matter at the right. */
export function HomeSection({
  title,
  lead,
  children,
}: {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mt-16 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-5 border-t border-line pt-8 sm:mt-20 lg:grid-cols-[minmax(0,5fr)_minmax(0,12fr)]">
      <div>
        <h2 className="font-serif text-2xl font-semibold tracking-tight">{title}</h2>
        <div className="mt-2 grid max-w-md gap-2 text-ink-2">{lead}</div>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
