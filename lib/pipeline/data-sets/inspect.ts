/** A first look at a file of ratings or of titles: its separator, its first rows, and a guess at its columns. */
import { AppError } from "@/lib/errors";
import { guessRoles, isHeader, type RolesGuess } from "./columns";
import { detectSeparator, type Separator, splitCells } from "./delimited";
import { readSample, type TextEncodingName } from "./line-reader";

const SAMPLE_ROWS = 4_000;
const SHOWN_ROWS = 6;

export type Inspection = {
  readonly separator: Separator;
  readonly encoding: TextEncodingName;
  readonly hasHeader: boolean;
  /** As the header names them, or "column 1", ... */
  readonly columns: readonly string[];
  /** The first rows below the header, as many cells as there are columns. */
  readonly firstRows: readonly (readonly string[])[];
  readonly guess: RolesGuess;
};

type Sample = Omit<Inspection, "firstRows" | "guess"> & { readonly rows: readonly (readonly string[])[] };

/**
 * The rows of a sample that have the usual number of columns. `isHeaded`: whether
 * the first line is a header, when somebody knows. Throws an AppError when there is no table.
 */
export async function readTableSample(file: Blob, name: string, isHeaded?: boolean): Promise<Sample> {
  const { lines, encoding } = await readSample(file, name);
  const filled = lines.filter((line) => line.trim() !== "").slice(0, SAMPLE_ROWS);
  const separator = detectSeparator(filled);
  if (!separator)
    throw new AppError(
      "invalid-input",
      `${name} has no columns that could be told apart: no comma, semicolon, tab, bar or :: separates its lines evenly.`,
    );
  const cells = filled.map((line) => splitCells(line, separator) ?? []);
  const widths = cells.map((row) => row.length).sort((a, b) => a - b);
  const width = widths[widths.length >> 1] ?? 0;
  const [first = [], ...others] = cells.filter((row) => row.length === width);
  const hasHeader = isHeaded ?? isHeader(first, others);
  const rows = hasHeader ? others : [first, ...others];
  if (rows.length === 0) throw new AppError("invalid-input", `${name} has a header and no rows below it.`);
  const columns = hasHeader ? first : first.map((_, c) => `column ${c + 1}`);
  return { separator, encoding, hasHeader, columns, rows };
}

export async function inspectRatings(file: Blob, name: string, isHeaded?: boolean): Promise<Inspection> {
  const { rows, ...sample } = await readTableSample(file, name, isHeaded);
  if (sample.columns.length < 2)
    throw new AppError("invalid-input", `${name} has one column; ratings need a user and an item at least.`);
  const guess = guessRoles(sample.hasHeader ? sample.columns : null, rows);
  return { ...sample, firstRows: rows.slice(0, SHOWN_ROWS), guess };
}
