/**
 * Ratings from text in the layout of the benches: user, item, rating and, if given, timestamp, in that order, separated
 * by commas, tabs or `::`; a header line is recognised. Strict: the first bad row is an error that names its line.
 */
import { AppError } from "@/lib/errors";
import { isHeader, type RatingsLayout } from "./columns";
import { type Separator, splitCells } from "./delimited";
import { type RatingTable, RatingTableBuilder } from "./rating-table";
import { addRow } from "./ratings-row";

const separatorOf = (line: string): Separator =>
  line.includes("\t") ? "\t" : line.includes("::") ? "::" : ",";

function malformed(name: string, line: number, problem: string): AppError {
  return new AppError("invalid-input", `${name}, line ${line}: ${problem}`);
}

/** `name` is how error messages call the file. Throws an AppError with the line number of the first bad row. */
export function parseRatings(text: string, name: string): RatingTable {
  const builder = new RatingTableBuilder();
  const lines = text.split("\n");
  const firstNumber = lines.findIndex((line) => line.trim() !== "");
  const first = lines[firstNumber] ?? "";
  const separator = separatorOf(first);
  const cells = splitCells(first, separator) ?? [];
  const second = lines.slice(firstNumber + 1).find((line) => line.trim() !== "");
  const hasHeader = isHeader(cells, second === undefined ? [] : [splitCells(second, separator) ?? []]);
  if (cells.length < 3 || cells.length > 4)
    throw malformed(
      name,
      firstNumber + 1,
      `expected user, item, rating, timestamp, found ${cells.length} columns`,
    );
  const layout: RatingsLayout = {
    separator,
    encoding: "utf-8",
    hasHeader,
    columnCount: cells.length,
    roles: { user: 0, item: 1, rating: 2, time: cells.length === 4 ? 3 : null },
    timeFormat: "seconds",
  };
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || (hasHeader && index === firstNumber)) continue;
    const problem = addRow(builder, line, layout);
    if (problem) throw malformed(name, index + 1, problem);
  }
  if (builder.rows === 0) throw new AppError("invalid-input", `${name}: no ratings in it`);
  return builder.build();
}
