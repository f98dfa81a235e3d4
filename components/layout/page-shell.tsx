import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type PageShellProps = {
  /** `reading` keeps text to a measure, `wide` is for tools, `full` has no limit. */
  width?: "reading" | "medium" | "wide" | "full";
  className?: string;
  children: ReactNode;
};

const widths = { reading: "max-w-3xl", medium: "max-w-5xl", wide: "max-w-7xl", full: "max-w-none" } as const;

/** The `<main>` of a page: the target of the skip link, with the margins that all pages share. */
export function PageShell({ width = "wide", className, children }: PageShellProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={cx("mx-auto w-full px-4 pt-8 outline-none sm:px-6 sm:pt-10", widths[width], className)}
    >
      {children}
    </main>
  );
}

type PageHeaderProps = { eyebrow?: ReactNode; title: ReactNode; lead?: ReactNode; actions?: ReactNode };

/** Title, one sentence, and what can be done here. */
export function PageHeader({ eyebrow, title, lead, actions }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0">
        {eyebrow && <p className="mb-1 text-sm text-ink-2">{eyebrow}</p>}
        <h1 className="font-serif text-3xl font-semibold tracking-tight text-balance sm:text-4xl">{title}</h1>
        {lead && <p className="mt-2 max-w-2xl text-lg text-ink-2 text-pretty">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
