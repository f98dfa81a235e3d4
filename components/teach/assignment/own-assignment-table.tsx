import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { OwnAssignment } from "@/lib/data/assignment/own-assignments";
import { ownState } from "./assignment-state";
import { ClassDate } from "./class-date";

type Props = { classId: string; timeZone: string; assignments: readonly OwnAssignment[] };

/** A class's assignments for one student: what is due and how they stand. */
export function OwnAssignmentTable({ classId, timeZone, assignments }: Props) {
  return (
    <Table
      caption="What is due next comes first."
      rows={assignments}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: "Assignment",
          rowHeader: true,
          className: "min-w-40",
          cell: ({ id, settings }) => (
            <Link
              href={`/classes/${classId}/assignments/${id}`}
              className="text-accent underline underline-offset-2"
            >
              {settings.title}
            </Link>
          ),
        },
        {
          key: "state",
          header: "State",
          cell: (own) => {
            const { words, tone } = ownState(own);
            return <Badge tone={tone}>{words}</Badge>;
          },
        },
        {
          key: "due",
          header: "Due",
          className: "whitespace-nowrap",
          cell: ({ dates }) => <ClassDate atMs={dates.dueAtMs} timeZone={timeZone} isStacked />,
        },
        {
          key: "attempts",
          header: "Attempts",
          numeric: true,
          cell: ({ attempts, dates }) => `${attempts.length} of ${dates.attempts}`,
        },
      ]}
    />
  );
}
