/** Reads a whole file of ratings with confirmed columns; bad rows are listed and good ones kept. */
import { BadRowList, type BadRows } from "./bad-rows";
import type { RatingsLayout } from "./columns";
import { type LineContext, readLines } from "./line-reader";
import { type RatingTable, RatingTableBuilder } from "./rating-table";
import { addRow } from "./ratings-row";

export async function readRatings(
  file: Blob,
  layout: RatingsLayout,
  context: LineContext,
): Promise<{ table: RatingTable; bad: BadRows }> {
  const builder = new RatingTableBuilder();
  const bad = new BadRowList();
  let isFirst = true;
  const onLine = (line: string, number: number) => {
    if (line.trim() === "") return;
    const isHeaderLine = isFirst && layout.hasHeader;
    isFirst = false;
    if (isHeaderLine) return;
    const problem = addRow(builder, line, layout);
    if (problem) bad.add(number, problem, line);
  };
  await readLines(file, layout.encoding, onLine, context);
  return { table: builder.build(), bad };
}
