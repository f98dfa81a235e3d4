/** Impressions with a label, read a line at a time by a layout; bad rows are listed and good ones kept. */
import { BadRowList, type BadRows } from "./bad-rows";
import { parseClickLabel } from "./click-file-label";
import type { ClickLayout } from "./click-layout";
import { splitCells } from "./delimited";
import { parseLibfmLine } from "./libfm";
import { type LineContext, readLines } from "./line-reader";

/** A usable line: its label and its cells, in the order of the fields. */
export type ClickRow = { readonly label: 0 | 1; readonly cells: readonly string[] };

/** One line by its layout, or what is wrong with it. Not for blank lines and headers. */
function parseRow(line: string, layout: ClickLayout): ClickRow | { problem: string } {
  if (layout.kind === "libfm") {
    const row = parseLibfmLine(line);
    if ("problem" in row || layout.width === null || row.cells.length === layout.width) return row;
    return { problem: `expected ${layout.width} features, found ${row.cells.length}` };
  }
  const cells = splitCells(line, layout.separator);
  if (!cells) return { problem: "a quote is opened and never closed" };
  if (cells.length !== layout.columns.length)
    return { problem: `expected ${layout.columns.length} columns, found ${cells.length}` };
  const cell = cells[layout.label] ?? "";
  const label = parseClickLabel(cell);
  if (label === null) return { problem: `label "${cell.slice(0, 40)}" is not 0 or 1` };
  return { label, cells: layout.fields.map((field) => cells[field] ?? "") };
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
  const bad = new BadRowList();
  let isHeader = layout.kind === "table" && layout.hasHeader;
  const onLine = (line: string, number: number) => {
    if (line.trim() === "") return;
    if (isHeader) {
      isHeader = false;
      return;
    }
    const row = parseRow(line, layout);
    const problem = "problem" in row ? row.problem : onRow(row);
    if (problem !== null) bad.add(number, problem, line);
  };
  await readLines(file, layout.encoding, onLine, context);
  return bad;
}
