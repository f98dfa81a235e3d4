import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { dateWords } from "@/lib/classroom/dates/date-words";
import type { Cell, GradebookAssignment } from "@/lib/classroom/gradebook/cell";
import { CellView } from "./cell-view";
import { percentWords } from "./numbers";

type OwnGradesProps = {
  classId: string;
  timeZone: string;
  totalPercent: number | null;
  entries: readonly { assignment: GradebookAssignment; cell: Cell; submissionId: string | null }[];
};

/** A student's own page: one row an assignment, grades once they are released. */
export function OwnGrades({ classId, timeZone, totalPercent, entries }: OwnGradesProps) {
  if (entries.length === 0)
    return (
      <EmptyState title="No grades yet">Grades appear here when your instructor releases them.</EmptyState>
    );
  return (
    <div className="grid grid-cols-1 gap-4">
      <p>
        <span className="text-2xl font-semibold tabular-nums">
          {totalPercent === null ? "No total yet" : percentWords(totalPercent)}
        </span>{" "}
        <span className="text-ink-2">
          {totalPercent === null
            ? "Nothing is graded and released so far."
            : "of what is released or missing, weighted by points possible."}
        </span>
      </p>
      <Table
        caption="Your grades, in points"
        hideCaption
        rows={entries}
        rowKey={({ assignment }) => assignment.id}
        columns={[
          {
            key: "title",
            header: "Assignment",
            rowHeader: true,
            cell: ({ assignment }) => (
              <Link href={`/classes/${classId}/assignments/${assignment.id}`}>{assignment.title}</Link>
            ),
          },
          {
            key: "due",
            header: "Due",
            className: "min-w-28",
            cell: ({ assignment }) => dateWords(assignment.dueAtMs, timeZone),
          },
          {
            key: "grade",
            header: "Grade",
            numeric: true,
            cell: ({ assignment, cell }) => (
              <>
                <CellView cell={cell} pointsPossible={assignment.pointsPossible} />
                <span className="block text-xs text-ink-2">of {assignment.pointsPossible}</span>
              </>
            ),
          },
          {
            key: "results",
            header: "Results",
            cell: ({ assignment, submissionId }) =>
              submissionId && (
                <Link href={`/classes/${classId}/assignments/${assignment.id}/results/${submissionId}`}>
                  Read<span className="sr-only"> the results of {assignment.title}</span>
                </Link>
              ),
          },
        ]}
      />
    </div>
  );
}
