/** Names of items from a second file (movies.csv, u.item, movies.dat or any table that holds ids and titles). */
import { AppError } from "@/lib/errors";
import { type Separator, splitCells } from "./delimited";
import { readTableSample } from "./inspect";
import { type LineContext, ownString, readLines, type TextEncodingName } from "./line-reader";

export type TitlesLayout = {
  readonly separator: Separator;
  readonly encoding: TextEncodingName;
  readonly hasHeader: boolean;
  readonly item: number;
  readonly title: number;
};
export type TitlesInspection = {
  readonly columns: readonly string[];
  readonly firstRows: readonly (readonly string[])[];
  readonly layout: TitlesLayout;
};

const SHOWN_ROWS = 3;

/** How much a column looks like words: its mean length, 0 for columns of numbers and of links. */
function wordiness(values: readonly string[]): number {
  const words = values.filter(
    (value) => /\p{L}{2}/u.test(value) && !/^https?:|^\d{1,2}-\w{3}-\d{4}$/.test(value),
  );
  const distinct = new Set(words).size;
  return words.reduce((sum, value) => sum + value.length, 0) * (distinct / Math.max(1, values.length));
}

const bestColumn = (columns: readonly string[], worthOf: (column: number) => number): number => {
  const values = columns.map((_, c) => worthOf(c));
  return values.indexOf(Math.max(...values));
};

/** The id column is the one whose values are items of the ratings; the title column is named so, or the wordiest. */
export async function inspectTitles(
  file: Blob,
  name: string,
  items: ReadonlySet<string>,
): Promise<TitlesInspection> {
  const { rows, columns, ...sample } = await readTableSample(file, name);
  const valuesOf = (column: number) => rows.map((row) => row[column] ?? "");
  const known = (column: number) => new Set(valuesOf(column).filter((value) => items.has(value))).size;
  const item = bestColumn(columns, known);
  if (known(item) === 0)
    throw new AppError("invalid-input", `${name} names none of the items that were rated, by any column.`);
  const title = bestColumn(columns, (c) => {
    if (c === item) return -1;
    const isNamed = sample.hasHeader && /title|name/i.test(columns[c] ?? "");
    return (isNamed ? 1e9 : 0) + wordiness(valuesOf(c));
  });
  return { columns, firstRows: rows.slice(0, SHOWN_ROWS), layout: { ...sample, item, title } };
}

/** Titles by item id; lines that cannot be read are passed over. */
export async function readTitles(
  file: Blob,
  layout: TitlesLayout,
  items: ReadonlySet<string>,
  context: LineContext,
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  const onLine = (line: string) => {
    const cells = splitCells(line, layout.separator);
    const id = cells?.[layout.item] ?? "";
    const title = cells?.[layout.title] ?? "";
    if (items.has(id) && title !== "") titles.set(ownString(id), ownString(title));
  };
  await readLines(file, layout.encoding, onLine, context);
  return titles;
}
