/** Lines of a file that could not be used: where they are and what is wrong. The good ones are kept, whatever the kind of file. */
import { ownString } from "./line-reader";

/** Kept in full for the list to be saved; later ones are counted only. */
export const MAX_BAD_ROWS = 50_000;
const MAX_LINE_SHOWN = 200;

export type BadRow = { readonly line: number; readonly problem: string; readonly text: string };
export type BadRows = {
  readonly count: number;
  /** The first MAX_BAD_ROWS. */
  readonly rows: readonly BadRow[];
};
/** The bad rows of one of several files. */
export type FileBadRows = BadRows & { readonly file: string };

export class BadRowList implements BadRows {
  count = 0;
  readonly rows: BadRow[] = [];

  add(line: number, problem: string, text: string) {
    this.count++;
    if (this.rows.length < MAX_BAD_ROWS)
      this.rows.push({ line, problem, text: ownString(text.slice(0, MAX_LINE_SHOWN)) });
  }
}

/** All bad rows as a text file: file, line, what is wrong, the line itself, separated by tabs. */
export function formatBadRows(files: readonly FileBadRows[]): string {
  const lines = files.flatMap(({ file, count, rows }) => [
    ...rows.map(({ line, problem, text }) => `${file}\t${line}\t${problem}\t${text}`),
    ...(count > rows.length ? [`${file}\t\t${count - rows.length} more are not listed\t`] : []),
  ]);
  return `${["file\tline\tproblem\ttext", ...lines].join("\n")}\n`;
}

/** The first `shown` of each file, for a page; all are counted. */
export const firstBadRows = (files: readonly FileBadRows[], shown: number): FileBadRows[] =>
  files.map(({ file, count, rows }) => ({ file, count, rows: rows.slice(0, shown) }));
