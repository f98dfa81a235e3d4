import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { type Column, Table } from "@/components/ui/table";
import type { Cell, GradebookAssignment } from "@/lib/classroom/gradebook/cell";
import type { GradebookPage, GradebookRow, GradebookView } from "@/lib/classroom/gradebook/rows";
import { CellView } from "./cell-view";
import { percentWords } from "./numbers";
import { viewAddress } from "./view-address";

type GradebookTableProps = {
  classId: string;
  assignments: readonly GradebookAssignment[];
  page: GradebookPage;
  view: GradebookView;
};

/** A header that sorts by its column, and the other way round when it does already. */
function SortLink({ classId, view, by, children }: SortLinkProps) {
  const isSorted = view.sort === by;
  const next = isSorted && view.direction === "ascending" ? "descending" : "ascending";
  const Arrow = view.direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <Link
      href={viewAddress(classId, view, { sort: by, direction: next })}
      prefetch={false}
      scroll={false}
      className="inline-flex min-h-6 items-center gap-1 text-ink-2 no-underline hover:text-ink hover:underline"
    >
      {children}
      {isSorted && <Arrow size={14} aria-hidden />}
    </Link>
  );
}
type SortLinkProps = { classId: string; view: GradebookView; by: string; children: React.ReactNode };

function StudentName({ classId, student }: { classId: string; student: GradebookRow["student"] }) {
  const below = [student.studentNumber, student.userId === null ? "has not joined" : null].filter(Boolean);
  return (
    <span className="block max-w-40 min-w-28 sm:max-w-64">
      {student.userId === null ? (
        student.name || student.email
      ) : (
        <Link href={`/classes/${classId}/gradebook/${student.userId}`} prefetch={false}>
          {student.name}
        </Link>
      )}
      {below.length > 0 && <span className="block text-xs font-normal text-ink-2">{below.join(" · ")}</span>}
    </span>
  );
}

function assignmentColumn(
  { classId, view }: GradebookTableProps,
  { id, title, pointsPossible }: GradebookAssignment,
  index: number,
): Column<GradebookRow> {
  return {
    key: id,
    numeric: true,
    className: "min-w-32 align-top",
    ...(view.sort === id && { sorted: view.direction }),
    header: (
      <span className="grid justify-items-end gap-0.5">
        <SortLink classId={classId} view={view} by={id}>
          {title}
        </SortLink>
        <span className="text-xs font-normal whitespace-nowrap">
          of {pointsPossible} ·{" "}
          <Link href={`/classes/${classId}/gradebook/items/${id}`} prefetch={false}>
            statistics<span className="sr-only"> of {title}</span>
          </Link>
        </span>
      </span>
    ),
    cell: ({ cells }) => <CellView cell={cells[index] as Cell} pointsPossible={pointsPossible} />,
  };
}

export function GradebookTable(props: GradebookTableProps) {
  const { classId, assignments, page, view } = props;
  const sorted = (by: string) => (view.sort === by ? { sorted: view.direction } : {});
  const columns: Column<GradebookRow>[] = [
    {
      key: "name",
      rowHeader: true,
      ...sorted("name"),
      header: (
        <SortLink classId={classId} view={view} by="name">
          Student
        </SortLink>
      ),
      className: "align-top",
      cell: ({ student }) => <StudentName classId={classId} student={student} />,
    },
    {
      key: "section",
      ...sorted("section"),
      header: (
        <SortLink classId={classId} view={view} by="section">
          Section
        </SortLink>
      ),
      className: "align-top",
      cell: ({ student }) => student.section ?? "",
    },
    ...assignments.map((assignment, index) => assignmentColumn(props, assignment, index)),
    {
      key: "total",
      numeric: true,
      ...sorted("total"),
      header: (
        <SortLink classId={classId} view={view} by="total">
          Total
        </SortLink>
      ),
      className: "align-top font-medium",
      cell: ({ totalPercent }) => (totalPercent === null ? "" : percentWords(totalPercent)),
    },
  ];
  return (
    <Table
      pinned
      dense
      caption="Grades in points, by student and assignment. The total is weighted by points possible; what is missing counts as nothing, what is excused or not graded yet does not count."
      columns={columns}
      rows={page.rows}
      rowKey={({ student }) => student.userId ?? student.email}
    />
  );
}
