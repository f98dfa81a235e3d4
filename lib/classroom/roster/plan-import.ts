/**
 * What an import would do to a roster, row by row, before anything is written. People are told apart by email. The import
 * itself carries out this same plan, so it does what was shown; planned again afterwards it has nothing left to do.
 */
import type { RosterPerson, RosterRole, RosterRow } from "./parse-roster";

export type RosterEntry = {
  entryId: string;
  email: string;
  name: string;
  studentNumber: string | null;
  section: string | null;
  role: RosterRole;
};
type Field = "name" | "studentNumber" | "section" | "role";
const FIELDS: readonly Field[] = ["name", "studentNumber", "section", "role"];

export type FieldChange = { field: Field; before: string | null; after: string | null };
export type RowFate =
  | { kind: "new"; person: RosterPerson }
  | { kind: "changed"; person: RosterPerson; entryId: string; changes: FieldChange[] }
  | { kind: "unchanged" }
  | { kind: "duplicate" /** The row that counts. */; of: number }
  | { kind: "problem"; problems: string[] };
export const FATES = [
  "new",
  "changed",
  "unchanged",
  "duplicate",
  "problem",
] as const satisfies readonly RowFate["kind"][];

export type PlannedRow = { row: number; shown: string; fate: RowFate };
export type ImportPlan = {
  rows: PlannedRow[];
  /** On the roster and not in the file. They stay unless somebody asks to drop them. */
  absent: RosterEntry[];
};

function changesOf(entry: RosterEntry, person: RosterPerson): FieldChange[] {
  return FIELDS.flatMap((field) => {
    const after = person[field];
    if (after === undefined || after === entry[field]) return [];
    return [{ field, before: entry[field], after }];
  });
}

export function planImport(rows: readonly RosterRow[], current: readonly RosterEntry[]): ImportPlan {
  const byEmail = new Map(current.map((entry) => [entry.email, entry]));
  const seenEmails = new Map<string, number>();
  const seenNumbers = new Map<string, number>();

  function fateOf({ row, person, problems }: RosterRow): RowFate {
    if (!person) return { kind: "problem", problems };
    const first = seenEmails.get(person.email);
    if (first !== undefined) return { kind: "duplicate", of: first };
    seenEmails.set(person.email, row);
    const { studentNumber } = person;
    const other = studentNumber ? seenNumbers.get(studentNumber) : undefined;
    if (other !== undefined)
      return { kind: "problem", problems: [`Student number ${studentNumber} is that of row ${other}, too.`] };
    if (studentNumber) seenNumbers.set(studentNumber, row);
    const entry = byEmail.get(person.email);
    if (!entry) return { kind: "new", person };
    const changes = changesOf(entry, person);
    return changes.length === 0
      ? { kind: "unchanged" }
      : { kind: "changed", person, entryId: entry.entryId, changes };
  }
  const planned = rows.map((row) => ({ row: row.row, shown: row.shown, fate: fateOf(row) }));
  // Who stands in a row that has a problem is in the file all the same.
  const inFile = new Set(rows.map(({ email }) => email));
  return { rows: planned, absent: current.filter(({ email }) => !inFile.has(email)) };
}

export type FateCounts = Record<RowFate["kind"], number>;

export function countFates(rows: readonly PlannedRow[]): FateCounts {
  const counts: FateCounts = { new: 0, changed: 0, unchanged: 0, duplicate: 0, problem: 0 };
  for (const { fate } of rows) counts[fate.kind]++;
  return counts;
}
