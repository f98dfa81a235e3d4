"use client";
import { Download, Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";

/** Paper shows every stage, so closed rows are opened for it. */
function printWhole() {
  const closed = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
  for (const row of closed) row.open = true;
  window.print();
  for (const row of closed) row.open = false;
}

export function ReportActions({ interviewId }: { interviewId: string }) {
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button icon={<Printer size={16} aria-hidden />} onClick={printWhole}>
        Print
      </Button>
      <LinkButton href={`/api/export/interviews/${interviewId}`} prefetch={false} download>
        <Download size={16} aria-hidden /> Markdown
      </LinkButton>
    </div>
  );
}
