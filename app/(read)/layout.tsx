import type { ReactNode } from "react";
import { TermHover } from "@/components/content/term-hover";
import { PageShell } from "@/components/layout/page-shell";
import { ReadingSync } from "@/components/reading/reading-sync";
import { readingActions } from "./reading/reading-actions";

/** Everything here is prerendered and readable without JavaScript. */
export default function ReadLayout({ children }: { children: ReactNode }) {
  return (
    <PageShell className="pb-16">
      <ReadingSync actions={readingActions} />
      {children}
      <TermHover />
    </PageShell>
  );
}
