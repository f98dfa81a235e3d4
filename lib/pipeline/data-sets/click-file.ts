/**
 * Files of impressions with a label: a table (first column 0 or 1, the others features, header recognised) or libfm.
 * Read a line at a time; bad rows are listed and good ones kept.
 */
import { AppError } from "@/lib/errors";
import { parseClickLabel } from "./click-file-label";
import { detectSeparator, type Separator, splitCells } from "./delimited";
import { looksLikeLibfm, parseLibfmLine } from "./libfm";
import { type LineContext, ownString, readLines, readSample, type TextEncodingName } from "./line-reader";
import { type BadRow, type BadRows, MAX_BAD_ROWS } from "./read-ratings";

export type ClickLayout = { readonly encoding: TextEncodingName } & (
  | {
      readonly kind: "table";
      readonly separator: Separator;
      readonly hasHeader: boolean;
      /** Names of the columns after the label; "column 2", ... without a header. */
      readonly columns: readonly string[];
    }
  | {
      readonly kind: "libfm";
      /** Features of a row when (nearly) all have as many, so that each place is a field; null when rows differ. */
      readonly width: number | null;
    }
);

/** A usable line: its label and its cells, in the order of the fields. */
export type ClickRow = { readonly label: 0 | 1; readonly cells: readonly string[] };

/** One line in twenty may be broken before a layout is given up. */
const EVEN_SHARE = 0.95;
const MAX_LINE_SHOWN = 200;

/** The most frequent of some numbers, and its share. */
function commonest(numbers: readonly number[]): { value: number; share: number } {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const [value, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return { value, share: count / Math.max(1, numbers.length) };
}

function libfmWidth(lines: readonly string[]): number | null {
  const widths = lines.flatMap((line) => {
    const row = parseLibfmLine(line);
    return "problem" in row ? [] : [row.cells.length];
  });
  const { value, share } = commonest(widths);
  return share >= EVEN_SHARE ? value : null;
}

/** Looks at the first lines. Throws an AppError that names the file when they are neither libfm nor a table. */
export async function inspectClicks(file: Blob, name: string): Promise<ClickLayout> {
  const { lines, encoding } = await readSample(file, name);
  const filled = lines.filter((line) => line.trim() !== "");
  if (looksLikeLibfm(filled)) return { kind: "libfm", encoding, width: libfmWidth(filled) };
  const separator = detectSeparator(filled);
  if (!separator)
    throw new AppError(
      "invalid-input",
      `${name} is neither a table (label, then features, with a comma, semicolon, tab, bar or :: between) nor libfm (label index:value ...).`,
    );
  const rows = filled.map((line) => splitCells(line, separator) ?? []);
  const first = rows[0] ?? [];
  const hasHeader = parseClickLabel(first[0] ?? "") === null;
  const { value: width } = commonest(rows.map((row) => row.length));
  const names = hasHeader && first.length === width ? first : [];
  const columns = Array.from({ length: width - 1 }, (_, i) => names[i + 1] || `column ${i + 2}`);
  return { kind: "table", encoding, separator, hasHeader, columns };
}

/** One line by its layout, or what is wrong with it. Not for blank lines and headers. */
function parseRow(line: string, layout: ClickLayout): ClickRow | { problem: string } {
  if (layout.kind === "libfm") {
    const row = parseLibfmLine(line);
    if ("problem" in row || layout.width === null || row.cells.length === layout.width) return row;
    return { problem: `expected ${layout.width} features, found ${row.cells.length}` };
  }
  const cells = splitCells(line, layout.separator);
  if (!cells) return { problem: "a quote is opened and never closed" };
  const [first = "", ...features] = cells;
  if (features.length !== layout.columns.length)
    return { problem: `expected ${layout.columns.length + 1} columns, found ${cells.length}` };
  const label = parseClickLabel(first);
  if (label === null) return { problem: `label "${first.slice(0, 40)}" is not 0 or 1` };
  return { label, cells: features };
}

/**
 * Gives every good row to `onRow`, which may refuse it by returning what is wrong with it; returns the bad ones. The
 * cells are pieces of a larger text: copy what is kept.
 */
export async function readClicks(
  file: Blob,
  layout: ClickLayout,
  onRow: (row: ClickRow) => string | null,
  context: LineContext,
): Promise<BadRows> {
  const rows: BadRow[] = [];
  let count = 0;
  let isHeader = layout.kind === "table" && layout.hasHeader;
  const onLine = (line: string, number: number) => {
    if (line.trim() === "") return;
    if (isHeader) {
      isHeader = false;
      return;
    }
    const row = parseRow(line, layout);
    const problem = "problem" in row ? row.problem : onRow(row);
    if (problem === null) return;
    count++;
    if (rows.length < MAX_BAD_ROWS)
      rows.push({ line: number, problem, text: ownString(line.slice(0, MAX_LINE_SHOWN)) });
  };
  await readLines(file, layout.encoding, onLine, context);
  return { count, rows };
}
