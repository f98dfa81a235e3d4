import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Table } from "@/components/ui/table";
import { assignmentPath } from "@/lib/classroom/paths";
import type { InterviewSummary } from "@/lib/data/interview/list-interviews";

type Row = InterviewSummary & { caseTitle: string };

const dateTime = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});
const LEVEL_WORDS = { mid: "Mid", senior: "Senior", staff: "Staff" } as const;

const pathOf = (row: Row): string =>
  row.submittedAt ? `/interviews/${row.id}/report` : `/interviews/${row.id}`;

function State({ row }: { row: Row }) {
  if (!row.submittedAt) return <Badge tone="accent">Open</Badge>;
  return row.hasReport || !row.assignment ? (
    <Badge tone="good">Report</Badge>
  ) : (
    <Badge tone="neutral">Submitted</Badge>
  );
}

/** A person's interviews as a table: what is open, and the reports of what is done. */
export function InterviewList({ interviews, isGuest }: { interviews: readonly Row[]; isGuest: boolean }) {
  if (interviews.length === 0) {
    return (
      <EmptyState
        title="No interviews yet"
        action={<LinkButton href="/interviews/new">Start one</LinkButton>}
      >
        The first one takes as little as 30 minutes, and needs no account.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-4">
      {isGuest && (
        <p className="text-sm text-ink-2">
          You practise as a guest: these are tied to this browser.{" "}
          <Link className="text-accent underline" href="/sign-up?next=/interviews">
            Make an account
          </Link>{" "}
          to keep them.
        </p>
      )}
      <Table
        caption="Your interviews"
        hideCaption
        rows={interviews}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "case",
            header: "Case",
            rowHeader: true,
            cell: (row) => (
              <>
                <Link className="text-accent underline underline-offset-2" href={pathOf(row)}>
                  {row.caseTitle}
                </Link>
                {row.assignment && (
                  <Link
                    className="block text-sm text-ink-2 underline underline-offset-2"
                    href={assignmentPath(row.assignment.classId, row.assignment.id)}
                  >
                    Assigned: {row.assignment.title}
                  </Link>
                )}
              </>
            ),
          },
          { key: "started", header: "Started (UTC)", cell: (row) => dateTime.format(row.startedAt) },
          { key: "mode", header: "Mode", cell: (row) => (row.mode === "exam" ? "Exam" : "Coach") },
          { key: "level", header: "Level", cell: (row) => LEVEL_WORDS[row.level] },
          { key: "length", header: "Minutes", numeric: true, cell: (row) => row.lengthMinutes },
          {
            key: "state",
            header: "State",
            cell: (row) => <State row={row} />,
          },
        ]}
      />
    </div>
  );
}
