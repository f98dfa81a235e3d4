/**
 * From the text of a file, or from cells that were pasted, to people or to what is wrong with each row. It never throws
 * and never drops a row in silence.
 */
import Papa from "papaparse";
import * as z from "zod";
import { type ColumnPlaces, findColumns, ROSTER_COLUMN_WORDS, type RosterColumn } from "./columns";
import { ROSTER_MAX_BYTES, ROSTER_MAX_ROWS } from "./limits";
import { readCell } from "./read-cell";

const DELIMITERS = [",", ";", "\t"] as const;
const LENGTHS = {
  email: 254,
  name: 120,
  firstName: 80,
  lastName: 80,
  studentNumber: 60,
  section: 60,
  role: 40,
};

export const ROSTER_ROLES = ["student", "assistant"] as const;
export type RosterRole = (typeof ROSTER_ROLES)[number];

/** A column that the file does not have is undefined, and an import leaves it as it is. */
export type RosterPerson = {
  /** Lower case. */
  email: string;
  name: string;
  studentNumber?: string | null;
  section?: string | null;
  role?: RosterRole;
};
export type RosterRow = {
  /** From 1, the header being row 1, as a spreadsheet counts. */
  row: number;
  /** What the row says, as far as it could be read: to recognise it by. */
  shown: string;
  /** Empty when the row has none that could be read. */
  email: string;
} & ({ person: RosterPerson; problems: null } | { person: null; problems: string[] });

export type ParsedRoster =
  | { ok: true; rows: RosterRow[]; columns: RosterColumn[]; ignored: string[] }
  | { ok: false; message: string };

const WORDS: Record<string, RosterRole> = {
  ...Object.fromEntries(["", "student", "learner", "s"].map((word) => [word, "student" as const])),
  ...Object.fromEntries(
    ["assistant", "teaching assistant", "ta", "grader", "tutor"].map((word) => [word, "assistant" as const]),
  ),
};
const STAFF_WORD = /instructor|teacher|professor|lecturer|admin/;

/** The separator that the header has most of; quoted headers count as one. */
function delimiterOf(text: string): string {
  const header = (text.split("\n", 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (mark: string) => header.split(mark).length - 1;
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function roleOf(text: string): { role: RosterRole; problem: string | null } {
  const word = text.toLowerCase();
  const role = WORDS[word];
  if (role) return { role, problem: null };
  if (STAFF_WORD.test(word))
    return {
      role: "student",
      problem: "A roster makes no instructors: change the role on the members page.",
    };
  return { role: "student", problem: `“${text}” is no role: student or assistant.` };
}

function emailProblem(email: string): string | null {
  if (email === "") return "There is no email.";
  const isAddress = z.email().safeParse(email).success && !email.endsWith(".invalid");
  return isAddress ? null : `“${email}” is no email.`;
}

function readRow(cells: readonly string[], places: ColumnPlaces["places"], row: number): RosterRow {
  const problems: string[] = [];
  const read = (column: RosterColumn): string | undefined => {
    const place = places[column];
    if (place === undefined) return undefined;
    const cell = readCell(cells[place] ?? "", ROSTER_COLUMN_WORDS[column], LENGTHS[column]);
    if (cell.problem) problems.push(cell.problem);
    return cell.text;
  };
  const email = (read("email") ?? "").toLowerCase();
  const name = read("name") ?? [read("firstName"), read("lastName")].filter(Boolean).join(" ");
  const studentNumber = read("studentNumber");
  const section = read("section");
  const roleText = read("role");
  const role = roleText === undefined ? undefined : roleOf(roleText);
  if (problems.length === 0)
    problems.push(
      ...[emailProblem(email), name === "" ? "There is no name." : null, role?.problem].filter(isText),
    );
  const shown = [name, email].filter(Boolean).join(", ").slice(0, 200);
  if (problems.length > 0) return { row, shown, email, person: null, problems };
  const person: RosterPerson = {
    email,
    name,
    ...(studentNumber !== undefined && { studentNumber: studentNumber || null }),
    ...(section !== undefined && { section: section || null }),
    ...(role && { role: role.role }),
  };
  return { row, shown, email, person, problems: null };
}

const isText = (value: string | null | undefined): value is string => Boolean(value);
const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "");
const wrong = (message: string): ParsedRoster => ({ ok: false, message });

function missingColumns({ email, name, firstName, lastName }: ColumnPlaces["places"]): string | null {
  if (email === undefined)
    return "No column is called “email”. The first row has to name the columns: email, name (or first name and last name), and, if you have them, student number, section and role.";
  if (name === undefined && (firstName === undefined || lastName === undefined))
    return "No column is called “name”, and there are not both “first name” and “last name”.";
  return null;
}

/** @param raw decoded text, with or without a byte order mark. Sizes are of its UTF-8 form. */
export function parseRoster(raw: string): ParsedRoster {
  if (new TextEncoder().encode(raw).length > ROSTER_MAX_BYTES)
    return wrong("The file is larger than 1 MB. Keep the columns that are used and try again.");
  // Excel may begin with a line that tells itself the separator.
  const text = raw
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^"?sep=(.)"?\n/i, "")
    .replace(/^\s*\n/, "");
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), newline: "\n" });
  const quotes = errors.find(({ type }) => type === "Quotes");
  if (quotes)
    return wrong(
      `A quotation mark in row ${(quotes.row ?? 0) + 1} is not closed, so what follows cannot be told apart.`,
    );
  const [header, ...body] = data;
  if (!header || isBlank(header)) return wrong("There is nothing in it.");
  const { places, ignored } = findColumns(header);
  const missing = missingColumns(places);
  if (missing) return wrong(missing);
  const filled = body.map((cells, at) => ({ cells, row: at + 2 })).filter(({ cells }) => !isBlank(cells));
  if (filled.length === 0) return wrong("There is a header and nobody below it.");
  if (filled.length > ROSTER_MAX_ROWS)
    return wrong(`There are ${filled.length} rows; a roster holds at most ${ROSTER_MAX_ROWS}.`);
  const rows = filled.map(({ cells, row }) => readRow(cells, places, row));
  return { ok: true, rows, columns: Object.keys(places) as RosterColumn[], ignored };
}
