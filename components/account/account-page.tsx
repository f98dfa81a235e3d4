import type { ReactNode } from "react";
import { PageShell } from "@/components/layout/page-shell";

/** The narrow page that forms about the account stand on. */
export function AccountPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <PageShell width="reading" className="grid gap-6 [&>*]:mx-auto [&>*]:w-full [&>*]:max-w-md">
      <header className="grid gap-2">
        <h1 className="font-serif text-3xl">{title}</h1>
        {lead && <p className="text-ink-2">{lead}</p>}
      </header>
      {children}
    </PageShell>
  );
}

export function AccountSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-t border-line pt-6">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}
