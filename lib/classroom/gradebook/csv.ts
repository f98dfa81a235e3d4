/**
 * Tables as CSV that a spreadsheet opens without running anything in it. RFC 4180; text is always quoted, numbers
 * never. Text that a spreadsheet could read as a formula gets an apostrophe before it, which spreadsheets take as
 * "this is text" (OWASP, "CSV Injection"; ASVS 5.0 V1.2.10). papaparse's own rule misses NUL, the full-width
 * signs of Excel's East Asian editions, the pipe and the per cent sign of older programs, and signs behind blanks.
 */
import Papa from "papaparse";

export type CsvCell = string | number | null;

/** Blanks in the widest sense, then a sign that starts a formula; or a control character, which some programs strip. */
export const FORMULA_START = /^[\p{Cc}\p{Cf}\p{White_Space}]*[=+\-@|%＝＋－＠｜％﹦﹢﹣﹫]|^\p{Cc}/u;

/** A byte order mark tells Excel that what follows is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** @throws RangeError for a row of another length than the header, or a number that is none. */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  for (const row of rows) {
    if (row.length !== header.length)
      throw new RangeError(`${row.length} cells below ${header.length} columns`);
    if (row.some((cell) => typeof cell === "number" && !Number.isFinite(cell)))
      throw new RangeError("a number of the table is not finite");
  }
  const data = [header, ...rows].map((row) => row.map((cell) => cell ?? ""));
  const csv = Papa.unparse(data, {
    newline: "\r\n",
    escapeFormulae: FORMULA_START,
    quotes: (value: unknown) => typeof value === "string" && value !== "",
  });
  return `${BYTE_ORDER_MARK}${csv}\r\n`;
}
