import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import { type GradingView, gradingQuery } from "@/lib/classroom/grading/view";
import type { Queue, QueueRow } from "@/lib/data/grading/load-queue";
import { STAGE_INFO } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";
import { LateBadge } from "../late-badge";

type Props = { queue: Queue; base: string; view: GradingView };

function Marks({ row }: { row: QueueRow }) {
  return (
    <span className="flex flex-wrap gap-1">
      <LateBadge seconds={row.lateSeconds} />
      {row.attempt > 1 && <Badge>attempt {row.attempt}</Badge>}
      {row.evidence > 0 && <Badge tone="accent">lab evidence</Badge>}
      {row.openRegrades > 0 && <Badge tone="warn">asked to be looked at again</Badge>}
      {row.flags.length > 0 && (
        <Badge tone="warn">
          <span title={row.flags.join(" ")}>{formatWithNoun(row.flags.length, "flag")}</span>
        </Badge>
      )}
      {row.graders.length > 0 && <Badge tone="accent">{row.graders.join(", ")} on it</Badge>}
    </span>
  );
}

function State({ row: { decided, points } }: { row: QueueRow }) {
  if (points === 0) return <span className="text-ink-2">no points</span>;
  if (decided === points) return <Badge tone="good">decided</Badge>;
  return (
    <span>
      {decided} of {points}
    </span>
  );
}

function columns({ base, view }: Omit<Props, "queue">): Column<QueueRow>[] {
  const query = gradingQuery({ ...view, page: 1 });
  return [
    {
      key: "student",
      header: "Student",
      rowHeader: true,
      cell: ({ submissionId, label }) => (
        <Link
          href={`${base}/${submissionId}${query}`}
          prefetch={false}
          className="text-accent underline-offset-2 hover:underline"
        >
          {label}
        </Link>
      ),
    },
    { key: "decided", header: "Points decided", numeric: true, cell: (row) => <State row={row} /> },
    {
      key: "doubts",
      header: "Machine not sure",
      numeric: true,
      cell: ({ doubts }) => (doubts > 0 ? doubts : <span className="text-ink-2">0</span>),
    },
    { key: "percent", header: "So far", numeric: true, cell: ({ percent }) => `${Math.round(percent)} %` },
    { key: "marks", header: "To know", cell: (row) => <Marks row={row} /> },
  ];
}

export function QueueTable({ queue, base, view }: Props) {
  const what = view.stage ? STAGE_INFO[view.stage].title : "all stages";
  return (
    <Table
      caption={`Submissions, ${what}. “So far” counts undecided points as the machine suggests them.`}
      dense
      columns={columns({ base, view })}
      rows={queue.rows}
      rowKey={({ submissionId }) => submissionId}
    />
  );
}
