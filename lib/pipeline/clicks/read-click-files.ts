/** One to three click files into one set of rows: the first fixes the layout, the others have to fit it. */
import { AppError } from "@/lib/errors";
import type { BadRows } from "../data-sets/bad-rows";
import { type ClickRow, readClicks } from "../data-sets/click-file";
import { type ClickLayout, inspectClicks } from "../data-sets/click-layout";
import type { LineContext } from "../data-sets/line-reader";
import { ClickRows } from "./click-rows";
import { rowRange } from "./click-table";

export type ClickSource = { readonly file: Blob; readonly name: string; readonly context: LineContext };
export type ReadClickFile = {
  readonly name: string;
  /** Numbers of its good rows. */
  readonly rows: Int32Array;
  readonly bad: BadRows;
};

function assertUsable(name: string, rows: ClickRows, start: number, bad: BadRows) {
  const first = bad.rows[0];
  const reason = first ? `; line ${first.line}: ${first.problem}` : "";
  if (rows.length === start) throw new AppError("invalid-input", `${name} has no usable rows${reason}.`);
  for (let row = start; row < rows.length; row++) if (rows.labelOf(row) !== rows.labelOf(start)) return;
  throw new AppError(
    "invalid-input",
    `All rows of ${name} have the label ${rows.labelOf(start)}; both are needed.`,
  );
}

/** The layout of another file, by that of the first. Throws an AppError when they do not fit. */
async function inspectAlike({ file, name }: ClickSource, layout: ClickLayout): Promise<ClickLayout> {
  const { layout: own } = await inspectClicks(file, name);
  if (own.kind !== layout.kind)
    throw new AppError("invalid-input", `${name} is ${own.kind}, the training file is ${layout.kind}.`);
  if (own.kind === "libfm" || layout.kind === "libfm") return { ...layout, encoding: own.encoding };
  const [mine, theirs] = [own.columns.join(", "), layout.columns.join(", ")];
  if (own.columns.length !== layout.columns.length || (own.hasHeader && layout.hasHeader && mine !== theirs))
    throw new AppError(
      "invalid-input",
      `${name} has the columns ${mine}; those of the training file are ${theirs}.`,
    );
  return { ...layout, encoding: own.encoding, separator: own.separator, hasHeader: own.hasHeader };
}

async function readInto(rows: ClickRows, { file, name, context }: ClickSource, layout: ClickLayout) {
  const start = rows.length;
  const widest = start === 0 ? Number.POSITIVE_INFINITY : rows.widest;
  const onRow = (row: ClickRow) => {
    if (row.cells.length > widest)
      return `${row.cells.length} features; the training file has at most ${widest}`;
    rows.add(row);
    return null;
  };
  const bad = await readClicks(file, layout, onRow, context);
  assertUsable(name, rows, start, bad);
  return { name, rows: rowRange(start, rows.length), bad };
}

/** `layout` is that of the first file as somebody confirmed it, or guessed when it is not given. */
export async function readClickFiles(
  sources: readonly ClickSource[],
  layout?: ClickLayout,
): Promise<{ rows: ClickRows; files: ReadClickFile[] }> {
  const [first, ...others] = sources;
  if (!first) throw new RangeError("No file to read.");
  const chosen = layout ?? (await inspectClicks(first.file, first.name)).layout;
  const rows = new ClickRows(chosen);
  const files = [await readInto(rows, first, chosen)];
  for (const other of others) files.push(await readInto(rows, other, await inspectAlike(other, chosen)));
  return { rows, files };
}
