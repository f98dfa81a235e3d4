"use client";

import Link from "next/link";
import { useOwnZone } from "@/components/teach/assignment/use-own-zone";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import { dateWords } from "@/lib/classroom/dates/date-words";
import { resultPath } from "@/lib/classroom/paths";
import type { AttemptRow, AttemptsView } from "@/lib/data/submission/load-attempts";
import { formatWithNoun } from "@/lib/framework/units";

function latenessWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return `${formatWithNoun(minutes, "minute")} late`;
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? `${hours} hours late` : `${Math.ceil(hours / 24)} days late`;
}

function State({ row }: { row: AttemptRow }) {
  if (row.endedAtMs === null) return <Badge tone="accent">Running</Badge>;
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone="good">{row.endedByDeadline ? "Submitted at the deadline" : "Submitted"}</Badge>
      {row.lateSeconds > 0 && <Badge tone="warn">{latenessWords(row.lateSeconds)}</Badge>}
      {row.isKept && <Badge>Counts for the grade</Badge>}
    </span>
  );
}

function Result({ row, view }: { row: AttemptRow; view: AttemptsView }) {
  if (row.endedAtMs === null) return null;
  // As tall as a finger needs, since the two may stand above each other.
  const link = "inline-flex min-h-6 items-center text-accent underline underline-offset-2";
  return (
    <span className="flex flex-wrap gap-x-3">
      {view.areGradesReleased && (
        <Link className={link} href={resultPath(view.classId, view.assignmentId, row.submissionId)}>
          Grade
        </Link>
      )}
      {view.isReportOpen ? (
        <Link className={link} href={`/interviews/${row.interviewId}/report`}>
          Report
        </Link>
      ) : (
        <span className="text-ink-2">With the grades</span>
      )}
    </span>
  );
}

/** The attempts so far, and where each leads. */
export function AttemptList({ view, timeZone }: { view: AttemptsView; timeZone: string }) {
  const zone = useOwnZone() ?? timeZone;
  if (view.attempts.length === 0) return null;
  return (
    <div className="grid gap-2">
      <Table
        caption="Your attempts"
        rows={view.attempts}
        rowKey={(row) => row.submissionId}
        columns={[
          {
            key: "attempt",
            header: "Attempt",
            rowHeader: true,
            cell: (row) => `${row.attempt}, ${row.caseTitle}`,
          },
          { key: "started", header: "Started", cell: (row) => dateWords(row.startedAtMs, zone) },
          {
            key: "ended",
            header: "Submitted",
            cell: (row) => (row.endedAtMs === null ? "" : dateWords(row.endedAtMs, zone)),
          },
          { key: "state", header: "State", cell: (row) => <State row={row} /> },
          { key: "result", header: "Result", cell: (row) => <Result row={row} view={view} /> },
        ]}
      />
      {!view.isReportOpen && (
        <p className="text-sm text-ink-2">Your instructor releases reports with the grades.</p>
      )}
    </div>
  );
}
