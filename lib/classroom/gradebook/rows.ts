/** Students by assignments: the rows of the gradebook, found, sorted and cut into pages. */
import * as z from "zod";
import type { Cell, GradebookAssignment } from "./cell";
import { type CellBeside, countedPercent, totalPercent } from "./total";

export type GradebookStudent = {
  /** Null: on the roster, has not joined yet. */
  userId: string | null;
  name: string;
  email: string;
  studentNumber: string | null;
  section: string | null;
};
/** `cells` stand in the order of the assignments; a student who has not joined has none of them begun. */
export type GradebookRow = { student: GradebookStudent; cells: Cell[]; totalPercent: number | null };

export function gradebookRow(
  student: GradebookStudent,
  assignments: readonly GradebookAssignment[],
  cells: Cell[],
): GradebookRow {
  const beside: CellBeside[] = assignments.map(({ pointsPossible }, i) => ({
    pointsPossible,
    cell: cells[i] as Cell,
  }));
  return { student, cells, totalPercent: totalPercent(beside) };
}

export const SORT_DIRECTIONS = ["ascending", "descending"] as const;
export const ROWS_PER_PAGE = 50;

/** The view of the gradebook as its address holds it; anything unknown is read as the first view. */
export const gradebookViewSchema = z.object({
  /** name, section, total, or the id of an assignment. */
  sort: z.string().max(60).catch("name"),
  direction: z.enum(SORT_DIRECTIONS).catch("ascending"),
  section: z.string().max(120).catch(""),
  find: z.string().max(120).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type GradebookView = z.infer<typeof gradebookViewSchema>;

export type GradebookPage = {
  rows: GradebookRow[];
  /** Rows that match section and words, over all pages. */
  matching: number;
  page: number;
  pages: number;
};

const byName = (first: GradebookRow, second: GradebookRow) =>
  first.student.name.localeCompare(second.student.name, "en") ||
  first.student.email.localeCompare(second.student.email, "en");

function matches({ student }: GradebookRow, { section, find }: GradebookView): boolean {
  if (section !== "" && student.section !== section) return false;
  const words = find.trim().toLowerCase();
  return [student.name, student.email, student.studentNumber ?? ""].some((text) =>
    text.toLowerCase().includes(words),
  );
}

type Key = (row: GradebookRow) => string | number | null;

function keyOf(sort: string, assignments: readonly GradebookAssignment[]): Key {
  if (sort === "section") return ({ student }) => student.section;
  if (sort === "total") return (row) => row.totalPercent;
  const index = assignments.findIndex(({ id }) => id === sort);
  return ({ cells, student }) => {
    const cell = cells[index];
    return index < 0 || !cell ? student.name : countedPercent(cell);
  };
}

/** What has no value comes last in either direction; equals stand by name. */
function compareBy(key: Key, direction: GradebookView["direction"]) {
  const sign = direction === "ascending" ? 1 : -1;
  return (first: GradebookRow, second: GradebookRow): number => {
    const [a, b] = [key(first), key(second)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byName(first, second);
    const order =
      typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en");
    return sign * order || byName(first, second);
  };
}

/** A page beyond the last is the last. */
export function gradebookPage(
  rows: readonly GradebookRow[],
  assignments: readonly GradebookAssignment[],
  view: GradebookView,
): GradebookPage {
  const found = rows
    .filter((row) => matches(row, view))
    .toSorted(compareBy(keyOf(view.sort, assignments), view.direction));
  const pages = Math.max(1, Math.ceil(found.length / ROWS_PER_PAGE));
  const page = Math.min(view.page, pages);
  const start = (page - 1) * ROWS_PER_PAGE;
  return { rows: found.slice(start, start + ROWS_PER_PAGE), matching: found.length, page, pages };
}
