import type { ReactNode } from "react";
import { PageShell } from "@/components/layout/page-shell";

/** A page that has one thing to say and a few ways on. */
export function MessagePage({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <PageShell width="reading" className="pt-16! sm:pt-24!">
      <h1 className="font-serif text-3xl font-semibold tracking-tight sm:text-4xl">{title}</h1>
      <div className="mt-4 grid max-w-xl gap-3 text-lg text-ink-2">{children}</div>
      <div className="mt-8 flex flex-wrap gap-2">{actions}</div>
    </PageShell>
  );
}
