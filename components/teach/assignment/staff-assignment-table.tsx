import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { ListedAssignment } from "@/lib/data/assignment/list-assignments";
import { formatWithNoun } from "@/lib/framework/units";
import { staffState } from "./assignment-state";
import { ClassDate } from "./class-date";

type Row = ListedAssignment;
type Props = {
  classId: string;
  timeZone: string;
  assignments: readonly Row[];
  students: number;
  nowMs: number;
};

/** A class's assignments for its staff: when each is due and how far the class is. */
export function StaffAssignmentTable({ classId, timeZone, assignments, students, nowMs }: Props) {
  const count = (key: "started" | "submitted" | "graded", header: string) => ({
    key,
    header,
    numeric: true,
    cell: (row: Row) => (row.status === "draft" ? "–" : row[key]),
  });
  return (
    <Table
      caption={`Latest due date first. Counts are of ${formatWithNoun(students, "student")}.`}
      rows={assignments}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: "Assignment",
          rowHeader: true,
          className: "min-w-40",
          cell: ({ id, title }) => (
            <Link
              href={`/classes/${classId}/assignments/${id}`}
              className="text-accent underline underline-offset-2"
            >
              {title}
            </Link>
          ),
        },
        {
          key: "state",
          header: "State",
          cell: (row) => {
            const { words, tone } = staffState(row, nowMs);
            return <Badge tone={tone}>{words}</Badge>;
          },
        },
        {
          key: "due",
          header: "Due",
          className: "whitespace-nowrap",
          cell: ({ dueAtMs }) => <ClassDate atMs={dueAtMs} timeZone={timeZone} isStacked />,
        },
        count("started", "Started"),
        count("submitted", "Submitted"),
        count("graded", "Graded"),
      ]}
    />
  );
}
