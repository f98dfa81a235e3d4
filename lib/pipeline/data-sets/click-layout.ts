/**
 * What a click file looks like, from its first lines: libfm, or a table with a column that holds the label. A guess that
 * the benches take and a page lets a person change.
 */
import { AppError } from "@/lib/errors";
import { parseClickLabel } from "./click-file-label";
import type { Evidence } from "./columns";
import { detectSeparator, type Separator, splitCells } from "./delimited";
import { looksLikeLibfm, parseLibfmLine } from "./libfm";
import { readSample, type TextEncodingName } from "./line-reader";

export type ClickTableLayout = {
  readonly kind: "table";
  readonly encoding: TextEncodingName;
  readonly separator: Separator;
  readonly hasHeader: boolean;
  /** Names of all columns; "column 1", ... without a header. */
  readonly columns: readonly string[];
  /** The column with 0 or 1. */
  readonly label: number;
  /** The columns that are features; the others are not read. */
  readonly fields: readonly number[];
};
export type ClickLayout =
  | ClickTableLayout
  | {
      readonly kind: "libfm";
      readonly encoding: TextEncodingName;
      /** Features of a row when (nearly) all have as many, so that each place is a field; null when rows differ. */
      readonly width: number | null;
    };

export type ClickInspection = {
  readonly layout: ClickLayout;
  /** The first rows below the header, as cells; of libfm, label and features. */
  readonly firstRows: readonly (readonly string[])[];
  /** What the guess of the label column rests on. */
  readonly labelBecause: Evidence;
  /** Columns that name each row apart: nothing can be learnt from them. */
  readonly rowIds: readonly number[];
};

/** One line in twenty may be broken before a layout is given up. */
const EVEN_SHARE = 0.95;
const SHOWN_ROWS = 6;
/** Fewer rows say nothing about whether values come again. */
const MIN_ROWS_FOR_IDS = 50;
const LABEL_NAMES = /^(label|labels|target|y|response|isclick|isclicked|click|clicked|clk|clicks)$/;

export const isLabelName = (name: string): boolean =>
  LABEL_NAMES.test(name.toLowerCase().replace(/[^a-z]/g, ""));

/** The most frequent of some numbers, and its share. */
function commonest(numbers: readonly number[]): { value: number; share: number } {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const [value, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return { value, share: count / Math.max(1, numbers.length) };
}

function inspectLibfm(lines: readonly string[], encoding: TextEncodingName): ClickInspection {
  const rows = lines.map(parseLibfmLine).flatMap((row) => ("problem" in row ? [] : [row]));
  const { value, share } = commonest(rows.map(({ cells }) => cells.length));
  return {
    layout: { kind: "libfm", encoding, width: share >= EVEN_SHARE ? value : null },
    firstRows: rows.slice(0, SHOWN_ROWS).map(({ label, cells }) => [String(label), ...cells]),
    labelBecause: "place",
    rowIds: [],
  };
}

type Rows = readonly (readonly string[])[];

/** Share of the rows below the first whose cell is a label. */
function labelShare(rows: Rows, column: number): number {
  const below = rows.length > 1 ? rows.slice(1) : rows;
  return (
    below.filter((row) => parseClickLabel(row[column] ?? "") !== null).length / Math.max(1, below.length)
  );
}

/** By its name, else the first column, else one that holds nothing but 0 and 1. */
export function guessLabel(rows: Rows): { column: number; because: Evidence } {
  const first = rows[0] ?? [];
  const named = first.findIndex((name, c) => isLabelName(name) && labelShare(rows, c) >= 0.5);
  if (named >= 0) return { column: named, because: "name" };
  if (labelShare(rows, 0) >= EVEN_SHARE) return { column: 0, because: "content" };
  const binary = first.findIndex((_, c) => labelShare(rows, c) >= EVEN_SHARE);
  if (binary >= 0 && labelShare(rows, 0) < 0.5) return { column: binary, because: "content" };
  return { column: 0, because: "place" };
}

/** Columns of words that never come again. Numbers that never do are moments or amounts, which teach something. */
function findRowIds(rows: Rows, width: number): number[] {
  if (rows.length < MIN_ROWS_FOR_IDS) return [];
  return Array.from({ length: width }, (_, c) => c).filter((c) => {
    const cells = rows.map((row) => row[c] ?? "");
    return new Set(cells).size === rows.length && cells.some((cell) => !Number.isFinite(Number(cell)));
  });
}

/**
 * Looks at the first lines. `isHeaded`: whether the first is a header, when somebody knows. Throws an AppError that names
 * the file when they are neither libfm nor a table.
 */
export async function inspectClicks(file: Blob, name: string, isHeaded?: boolean): Promise<ClickInspection> {
  const { lines, encoding } = await readSample(file, name);
  const filled = lines.filter((line) => line.trim() !== "");
  if (looksLikeLibfm(filled)) return inspectLibfm(filled, encoding);
  const separator = detectSeparator(filled);
  if (!separator)
    throw new AppError(
      "invalid-input",
      `${name} is neither a table (label, then features, with a comma, semicolon, tab, bar or :: between) nor libfm (label index:value ...).`,
    );
  const rows = filled.map((line) => splitCells(line, separator) ?? []);
  const { value: width } = commonest(rows.map((row) => row.length));
  const even = rows.filter((row) => row.length === width);
  const { column: label, because } = guessLabel(even);
  const hasHeader = isHeaded ?? parseClickLabel(rows[0]?.[label] ?? "") === null;
  const names = hasHeader && rows[0]?.length === width ? rows[0] : [];
  const columns = Array.from({ length: width }, (_, c) => names[c] || `column ${c + 1}`);
  const fields = columns.map((_, c) => c).filter((c) => c !== label);
  const below = hasHeader && names.length > 0 ? even.slice(1) : even;
  return {
    layout: { kind: "table", encoding, separator, hasHeader, columns, label, fields },
    firstRows: below.slice(0, SHOWN_ROWS),
    labelBecause: because,
    rowIds: findRowIds(below, width),
  };
}

/** Names of the features in their order. */
export const fieldNames = (layout: ClickLayout): string[] =>
  layout.kind === "table"
    ? layout.fields.map((c) => layout.columns[c] ?? "")
    : Array.from({ length: layout.width ?? 1 }, (_, place) =>
        layout.width === null ? "features" : `place ${place + 1}`,
      );
