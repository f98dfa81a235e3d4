import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import { percentWords } from "@/lib/classroom/feedback/result-words";
import { lateWords } from "@/lib/classroom/late-words";
import type { ListedStudent } from "@/lib/data/assignment/list-students";
import { studentState } from "./assignment-state";
import { grantWords } from "./extension-words";

type Props = {
  /** /classes/<id>/assignments/<id> */
  path: string;
  timeZone: string;
  students: readonly ListedStudent[];
  /** Names must not lead to work yet. */
  isHidden: boolean;
};

const workColumns = (path: string): Column<ListedStudent>[] => [
  { key: "attempts", header: "Attempts", numeric: true, cell: ({ work }) => work?.attempts || "–" },
  {
    key: "late",
    header: "Late",
    numeric: true,
    cell: ({ work }) => (work?.kept?.lateSeconds ? lateWords(work.kept.lateSeconds) : "–"),
  },
  {
    key: "grade",
    header: "Grade",
    numeric: true,
    cell: ({ work }) => (work?.finalPercent == null ? "–" : percentWords(work.finalPercent)),
  },
  {
    key: "open",
    header: "Submission",
    cell: ({ work, name }) =>
      work?.kept ? (
        <Link
          href={`${path}/grading/${work.kept.submissionId}`}
          className="text-accent underline underline-offset-2"
          aria-label={`Open the submission of ${name}`}
        >
          Open
        </Link>
      ) : (
        "–"
      ),
  },
];

/** Each student before the assignment. */
export function StudentTable({ path, timeZone, students, isHidden }: Props) {
  return (
    <Table
      dense
      caption={
        isHidden
          ? "Who has submitted. Attempts, lateness and grades appear beside names once the grades are released."
          : "By name."
      }
      rows={students}
      rowKey={({ studentId }) => studentId}
      columns={[
        { key: "name", header: "Student", rowHeader: true, cell: ({ name }) => name },
        {
          key: "state",
          header: "State",
          cell: (student) => {
            const { words, tone } = studentState(student);
            return <Badge tone={tone}>{words}</Badge>;
          },
        },
        ...(isHidden ? [] : workColumns(path)),
        {
          key: "extension",
          header: "Extension",
          className: "min-w-48",
          cell: ({ extension }) => (extension ? grantWords(extension, timeZone) : "–"),
        },
      ]}
    />
  );
}
