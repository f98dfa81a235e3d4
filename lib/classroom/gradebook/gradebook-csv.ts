/** The gradebook as a table of text and numbers: a row for each student, three columns for each assignment. */
import { CELL_STATE_WORDS, type Cell, type GradebookAssignment } from "./cell";
import { type CsvCell, toCsv } from "./csv";
import type { GradebookRow } from "./rows";
import { pointsOf } from "./total";

const SECONDS_OF_HOUR = 3_600;
const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));
export const lateHours = ({ lateSeconds }: Cell): number | null =>
  lateSeconds === null ? null : round(lateSeconds / SECONDS_OF_HOUR, 2);

const cellColumns = ({ title, pointsPossible }: GradebookAssignment): string[] => [
  `${title} (points of ${pointsPossible})`,
  `${title} (status)`,
  `${title} (hours late)`,
];
const cellValues = (assignment: GradebookAssignment, cell: Cell): CsvCell[] => [
  cell.percent === null ? null : pointsOf(cell.percent, assignment.pointsPossible),
  CELL_STATE_WORDS[cell.state],
  lateHours(cell),
];

export function gradebookCsv(
  rows: readonly GradebookRow[],
  assignments: readonly GradebookAssignment[],
): string {
  const header = ["Name", "Email", "Student number", "Section", "Joined"];
  const body = rows.map(({ student, cells, totalPercent }) => [
    student.name,
    student.email,
    student.studentNumber,
    student.section,
    student.userId === null ? "no" : "yes",
    ...assignments.flatMap((assignment, i) => cellValues(assignment, cells[i] as Cell)),
    totalPercent === null ? null : round(totalPercent, 2),
  ]);
  return toCsv([...header, ...assignments.flatMap(cellColumns), "Total (percent)"], body);
}

/** A submission of one assignment under the label that may be shown of its student. */
export type LabelledGrade = { label: string; cell: Cell };

export const assignmentCsv = (assignment: GradebookAssignment, grades: readonly LabelledGrade[]): string =>
  toCsv(
    ["Student", ...cellColumns(assignment)],
    grades.map(({ label, cell }) => [label, ...cellValues(assignment, cell)]),
  );
