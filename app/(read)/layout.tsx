import type { ReactNode } from "react";
import { PageShell } from "@/components/layout/page-shell";

/** Everything here is prerendered and readable without JavaScript. */
export default function ReadLayout({ children }: { children: ReactNode }) {
  return <PageShell className="pb-16">{children}</PageShell>;
}
