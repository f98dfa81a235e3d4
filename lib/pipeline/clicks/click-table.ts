/** Click files as numbers: the training file fixes fields and vocabulary, other files are encoded by them. */
import { AppError } from "@/lib/errors";
import { type ClickLayout, inspectClicks, readClicks } from "../data-sets/click-file";
import type { LineContext } from "../data-sets/line-reader";
import type { BadRows } from "../data-sets/read-ratings";
import {
  encodeQuantiles,
  encodeWords,
  type FieldEncoder,
  isNumericField,
  VOCABULARY,
  WordCounter,
} from "./field-encoder";
import { GrowableInts } from "./growable";

export type ClickTable = {
  readonly count: number;
  /** Rows of the packed embedding table, [count, fields]. */
  readonly fieldRows: Int32Array;
  /** 0 or 1. */
  readonly labels: Int32Array;
  /** Numbers beside the fields, [count, dense features], standardised; absent for none. */
  readonly dense?: Float32Array;
  /** What each row counts in the loss; absent for 1 each. */
  readonly weights?: Float32Array;
};

/** How rows of a file become rows of the packed table. */
export type ClickEncoding = {
  readonly layout: ClickLayout;
  readonly fields: number;
  readonly tableRows: number;
  readonly numericFields: readonly string[];
  /** Writes the table rows of `cells` by calling `push` once per field. */
  encode(cells: readonly string[], push: (row: number) => void): void;
};

export type ReadFile = { readonly file: Blob; readonly name: string };
export type ReadClicks = { readonly table: ClickTable; readonly bad: BadRows };

const isUneven = (layout: ClickLayout) => layout.kind === "libfm" && layout.width === null;

function assertUsable({ name }: ReadFile, labels: Int32Array, bad: BadRows) {
  const first = bad.rows[0];
  const reason = first ? `; line ${first.line}: ${first.problem}` : "";
  if (labels.length === 0) throw new AppError("invalid-input", `${name} has no usable rows${reason}.`);
  if (labels.every((label) => label === labels[0]))
    throw new AppError("invalid-input", `All rows of ${name} have the label ${labels[0]}; both are needed.`);
}

/** Places are fields, each with a vocabulary of its own, side by side in the packed table. */
function encodeByPlace(layout: ClickLayout, counters: readonly WordCounter[]): ClickEncoding {
  const starts: number[] = [];
  const numericFields: string[] = [];
  let tableRows = 0;
  const encoders = counters.map((counter, field): FieldEncoder => {
    const words = counter.words();
    const isNumeric = layout.kind === "table" && isNumericField(words, counter.counts);
    if (layout.kind === "table" && isNumeric) numericFields.push(layout.columns[field] ?? "");
    const encoder = (isNumeric ? encodeQuantiles : encodeWords)(words, counter.counts, VOCABULARY);
    starts.push(tableRows);
    tableRows += encoder.rows;
    return encoder;
  });
  return {
    layout,
    fields: counters.length,
    tableRows,
    numericFields,
    encode(cells, push) {
      for (const [field, encoder] of encoders.entries())
        push((starts[field] as number) + encoder.encode(cells[field] ?? ""));
    },
  };
}

/** Rows differ in length, so places mean nothing: one vocabulary, and a row of the table for "nothing here". */
function encodeAsBag(layout: ClickLayout, counter: WordCounter, fields: number): ClickEncoding {
  const encoder = encodeWords(counter.words(), counter.counts, VOCABULARY);
  return {
    layout,
    fields,
    tableRows: encoder.rows + 1,
    numericFields: [],
    encode(cells, push) {
      for (let place = 0; place < fields; place++) {
        const cell = cells[place];
        push(cell === undefined ? encoder.rows : encoder.encode(cell));
      }
    },
  };
}

/** Words of the training file by number, row after row, until all are counted and can be encoded. */
class TrainingWords {
  private readonly counters: readonly WordCounter[];
  private readonly numbers = new GrowableInts();
  private readonly widths = new GrowableInts();
  readonly labels = new GrowableInts();
  private widest = 0;

  constructor(private readonly layout: ClickLayout) {
    const places = layout.kind === "table" ? layout.columns.length : (layout.width ?? 1);
    this.counters = Array.from({ length: places }, () => new WordCounter());
  }

  private counterAt(place: number): WordCounter {
    return this.counters[isUneven(this.layout) ? 0 : place] as WordCounter;
  }

  add(label: number, cells: readonly string[]) {
    for (const [place, cell] of cells.entries()) this.numbers.push(this.counterAt(place).add(cell));
    this.widths.push(cells.length);
    this.labels.push(label);
    this.widest = Math.max(this.widest, cells.length);
  }

  build(): { encoding: ClickEncoding; table: ClickTable } {
    const encoding = isUneven(this.layout)
      ? encodeAsBag(this.layout, this.counterAt(0), this.widest)
      : encodeByPlace(this.layout, this.counters);
    const wordsOf = this.counters.map((counter) => counter.words());
    const fieldRows = new Int32Array(this.widths.length * encoding.fields);
    const numbers = this.numbers.view();
    let from = 0;
    let to = 0;
    const push = (row: number) => {
      fieldRows[to++] = row;
    };
    for (const width of this.widths.view()) {
      const cells = Array.from(numbers.subarray(from, from + width), (number, place) => {
        const words = wordsOf[isUneven(this.layout) ? 0 : place];
        return words?.[number] ?? "";
      });
      encoding.encode(cells, push);
      from += width;
    }
    const labels = this.labels.view();
    return { encoding, table: { count: labels.length, fieldRows, labels } };
  }
}

export async function readTrainingClicks(
  source: ReadFile,
  context: LineContext,
): Promise<ReadClicks & { encoding: ClickEncoding }> {
  const layout = await inspectClicks(source.file, source.name);
  const words = new TrainingWords(layout);
  const onRow = ({ label, cells }: { label: number; cells: readonly string[] }) => {
    words.add(label, cells);
    return null;
  };
  const bad = await readClicks(source.file, layout, onRow, context);
  assertUsable(source, words.labels.view(), bad);
  return { ...words.build(), bad };
}

/** The layout of another file, by the fields of the training file. Throws an AppError when they do not fit. */
async function inspectAlike({ file, name }: ReadFile, { layout }: ClickEncoding): Promise<ClickLayout> {
  const own = await inspectClicks(file, name);
  if (own.kind !== layout.kind)
    throw new AppError("invalid-input", `${name} is ${own.kind}, the training file is ${layout.kind}.`);
  if (own.kind === "libfm" || layout.kind === "libfm") return { ...layout, encoding: own.encoding };
  const [mine, theirs] = [own.columns.join(", "), layout.columns.join(", ")];
  if (own.columns.length !== layout.columns.length || (own.hasHeader && layout.hasHeader && mine !== theirs))
    throw new AppError(
      "invalid-input",
      `${name} has the columns ${mine}; those of the training file are ${theirs}.`,
    );
  return own;
}

export async function readOtherClicks(
  source: ReadFile,
  encoding: ClickEncoding,
  context: LineContext,
): Promise<ReadClicks> {
  const layout = await inspectAlike(source, encoding);
  const rows = new GrowableInts();
  const labels = new GrowableInts();
  const push = (row: number) => rows.push(row);
  const onRow = ({ label, cells }: { label: 0 | 1; cells: readonly string[] }) => {
    if (cells.length > encoding.fields)
      return `${cells.length} features; the training file has at most ${encoding.fields}`;
    labels.push(label);
    encoding.encode(cells, push);
    return null;
  };
  const bad = await readClicks(source.file, layout, onRow, context);
  assertUsable(source, labels.view(), bad);
  return { table: { count: labels.length, fieldRows: rows.view(), labels: labels.view() }, bad };
}
