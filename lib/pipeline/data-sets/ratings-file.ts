/**
 * Reads ratings from text: one row per line, comma- or tab-separated, user, item, rating, timestamp; a header line is
 * recognised. Ids may be any text. Faults name their line, so that the owner of the file can find them.
 */
import { AppError } from "@/lib/errors";

export type RatingRows = {
  readonly count: number;
  readonly users: readonly string[];
  readonly items: readonly string[];
  readonly ratings: Float32Array;
  /** Seconds or whatever the file counts in; only order and distance matter. */
  readonly times: Float64Array;
};

const COLUMNS = ["user", "item", "rating", "timestamp"] as const;

function malformed(name: string, line: number, problem: string): AppError {
  return new AppError("invalid-input", `${name}, line ${line}: ${problem}`);
}

const unquote = (cell: string) => cell.trim().replace(/^"(.*)"$/, "$1");

/** A first line whose rating is not a number, and whose timestamp is not either, is a header. */
function isHeader(cells: readonly string[]): boolean {
  return cells.length >= 3 && Number.isNaN(Number(cells[2] || "x")) && Number.isNaN(Number(cells[3] || "x"));
}

/** `name` is how error messages call the file. Throws an AppError with the line number of the first bad row. */
export function parseRatings(text: string, name: string): RatingRows {
  const users: string[] = [];
  const items: string[] = [];
  const ratings: number[] = [];
  const times: number[] = [];
  const separator = text.slice(0, text.indexOf("\n") + 1 || text.length).includes("\t") ? "\t" : ",";
  let lineNumber = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end).trim();
    start = end + 1;
    lineNumber++;
    if (line === "") continue;
    const cells = line.split(separator).map(unquote);
    if (lineNumber === 1 && isHeader(cells)) continue;
    if (cells.length < 3 || cells.length > 4)
      throw malformed(name, lineNumber, `expected ${COLUMNS.join(", ")}, found ${cells.length} columns`);
    const [user, item, rating, time] = cells as [string, string, string, string?];
    if (user === "" || item === "") throw malformed(name, lineNumber, "user or item is empty");
    if (rating === "" || !Number.isFinite(Number(rating)))
      throw malformed(name, lineNumber, `rating "${rating}" is not a number`);
    if (time !== undefined && (time === "" || !Number.isFinite(Number(time))))
      throw malformed(name, lineNumber, `timestamp "${time}" is not a number`);
    users.push(user);
    items.push(item);
    ratings.push(Number(rating));
    times.push(Number(time ?? 0));
  }
  if (users.length === 0) throw new AppError("invalid-input", `${name}: no ratings in it`);
  return {
    count: users.length,
    users,
    items,
    ratings: Float32Array.from(ratings),
    times: Float64Array.from(times),
  };
}
