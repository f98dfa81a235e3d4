"use client";
import { Columns2, Download, History, Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";

/** Paper shows every stage, so closed rows are opened for it. */
function printWhole() {
  const closed = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
  for (const row of closed) row.open = true;
  window.print();
  for (const row of closed) row.open = false;
}

type Props = {
  interviewId: string;
  /** What to compare with first: the attempt before, or the case's own answer. */
  compareWith: { key: string; label: string };
};

export function ReportActions({ interviewId, compareWith }: Props) {
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <LinkButton href={`/interviews/${interviewId}/replay`}>
        <History size={16} aria-hidden /> Replay
      </LinkButton>
      <LinkButton
        href={`/interviews/compare?id=${interviewId}&with=${compareWith.key}`}
        title={`Compare with ${compareWith.label}`}
      >
        <Columns2 size={16} aria-hidden /> Compare
      </LinkButton>
      <Button icon={<Printer size={16} aria-hidden />} onClick={printWhole}>
        Print
      </Button>
      <LinkButton href={`/api/export/interviews/${interviewId}`} prefetch={false} download>
        <Download size={16} aria-hidden /> Markdown
      </LinkButton>
    </div>
  );
}
