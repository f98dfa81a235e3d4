/** Reads a whole file of ratings with confirmed columns; bad rows are listed and good ones kept. */
import type { RatingsLayout } from "./columns";
import { type LineContext, ownString, readLines } from "./line-reader";
import { type RatingTable, RatingTableBuilder } from "./rating-table";
import { addRow } from "./ratings-row";

/** Kept in full for the list to be saved; later ones are counted only. */
export const MAX_BAD_ROWS = 50_000;
const MAX_LINE_SHOWN = 200;

export type BadRow = { readonly line: number; readonly problem: string; readonly text: string };
export type BadRows = {
  readonly count: number;
  /** The first MAX_BAD_ROWS. */
  readonly rows: readonly BadRow[];
};

export async function readRatings(
  file: Blob,
  layout: RatingsLayout,
  context: LineContext,
): Promise<{ table: RatingTable; bad: BadRows }> {
  const builder = new RatingTableBuilder();
  const rows: BadRow[] = [];
  let count = 0;
  let isFirst = true;
  const onLine = (line: string, number: number) => {
    if (line.trim() === "") return;
    const isHeaderLine = isFirst && layout.hasHeader;
    isFirst = false;
    if (isHeaderLine) return;
    const problem = addRow(builder, line, layout);
    if (!problem) return;
    count++;
    if (rows.length < MAX_BAD_ROWS)
      rows.push({ line: number, problem, text: ownString(line.slice(0, MAX_LINE_SHOWN)) });
  };
  await readLines(file, layout.encoding, onLine, context);
  return { table: builder.build(), bad: { count, rows } };
}

/** The list of bad rows as a text file: line, what is wrong, the line itself, separated by tabs. */
export function formatBadRows({ count, rows }: BadRows): string {
  const lines = rows.map(({ line, problem, text }) => `${line}\t${problem}\t${text}`);
  const rest = count > rows.length ? [`\t${count - rows.length} more are not listed\t`] : [];
  return `${["line\tproblem\ttext", ...lines, ...rest].join("\n")}\n`;
}
