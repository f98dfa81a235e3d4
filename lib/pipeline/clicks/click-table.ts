/** Rows of clicks as table rows of a model: the rows that are learnt from fix the vocabulary, others are encoded by it. */
import type { ClickLayout } from "../data-sets/click-layout";
import { fieldNames } from "../data-sets/click-layout";
import type { Checkpoint } from "../types";
import type { ClickRows } from "./click-rows";
import { encodeQuantiles, encodeWords, type FieldEncoder, isNumericField, VOCABULARY } from "./field-encoder";

export type TakeRows = (order: Int32Array) => Int32Array;

export type ClickTable = {
  readonly count: number;
  /** 0 or 1. */
  readonly labels: Int32Array;
  /** Rows of the packed embedding table: [count, fields], or those of some rows, [order.length, fields], when asked for. */
  readonly fieldRows: Int32Array | TakeRows;
  /** Numbers beside the fields, [count, dense features], standardised; absent for none. */
  readonly dense?: Float32Array;
  /** What each row counts in the loss; absent for 1 each. */
  readonly weights?: Float32Array;
};

/** How rows become rows of the packed table. */
export type ClickEncoding = {
  readonly layout: ClickLayout;
  readonly fields: number;
  readonly tableRows: number;
  readonly numericFields: readonly string[];
  /** By place: the table row of each word. */
  readonly rowsOf: readonly Int32Array[];
  /** Stands for "nothing here" where rows differ in length. */
  readonly emptyRow: number;
};

const ROWS_AT_ONCE = 50_000;

/** By place, how often each word comes in the given rows. */
export async function countWords(rows: ClickRows, training: Int32Array, checkpoint: Checkpoint) {
  const counts = Array.from({ length: rows.places }, (_, place) => new Int32Array(rows.wordCount(place)));
  for (const [i, row] of training.entries()) {
    const [from, to] = rows.cellsOf(row);
    for (let cell = from; cell < to; cell++) {
      const own = counts[rows.isBag ? 0 : cell - from] as Int32Array;
      const number = rows.numberAt(cell);
      own[number] = (own[number] as number) + 1;
    }
    if (i % ROWS_AT_ONCE === 0) await checkpoint();
  }
  return counts;
}

/** Words that the training rows hold, with their counts, and whether they are to be cut into quantiles. */
function createEncoder(words: readonly string[], counts: Int32Array, mayBeNumeric: boolean) {
  const seen = words.filter((_, number) => counts[number] !== 0);
  const seenCounts = Array.from(counts).filter((count) => count !== 0);
  const isNumeric = mayBeNumeric && isNumericField(seen, seenCounts);
  const encoder: FieldEncoder = (isNumeric ? encodeQuantiles : encodeWords)(seen, seenCounts, VOCABULARY);
  return { encoder, isNumeric };
}

/**
 * Fixes the vocabulary by the training rows. Places are fields, each with a vocabulary of its own, side by side in the
 * packed table; rows of different lengths share one vocabulary and are filled up with "nothing here".
 */
export async function encodeClicks(
  rows: ClickRows,
  training: Int32Array,
  checkpoint: Checkpoint,
): Promise<ClickEncoding> {
  const { layout } = rows;
  const counts = await countWords(rows, training, checkpoint);
  const names = fieldNames(layout);
  const numericFields: string[] = [];
  const rowsOf: Int32Array[] = [];
  let tableRows = 0;
  for (let place = 0; place < rows.places; place++) {
    const words = rows.wordsOf(place);
    const { encoder, isNumeric } = createEncoder(words, counts[place] as Int32Array, layout.kind === "table");
    if (isNumeric) numericFields.push(names[place] ?? "");
    const start = tableRows;
    rowsOf.push(Int32Array.from(words, (word) => start + encoder.encode(word)));
    tableRows += encoder.rows;
    await checkpoint();
  }
  const emptyRow = tableRows;
  if (rows.isBag) tableRows++;
  const fields = rows.isBag ? rows.widest : rows.places;
  return { layout, fields, tableRows, numericFields, rowsOf, emptyRow };
}

/** Some of the rows, in the given order, as a model reads them. Nothing is copied before it is asked for. */
export function selectTable(
  rows: ClickRows,
  encoding: ClickEncoding,
  selection: Int32Array,
): ClickTable & { readonly fieldRows: TakeRows } {
  const { fields, rowsOf, emptyRow } = encoding;
  return {
    count: selection.length,
    labels: selection.map((row) => rows.labelOf(row)),
    fieldRows(order) {
      const taken = new Int32Array(order.length * fields);
      if (rows.isBag) taken.fill(emptyRow);
      for (const [i, at] of order.entries()) {
        const [from, to] = rows.cellsOf(selection[at] as number);
        for (let cell = from; cell < to; cell++) {
          const place = cell - from;
          const own = rowsOf[rows.isBag ? 0 : place] as Int32Array;
          taken[i * fields + place] = own[rows.numberAt(cell)] as number;
        }
      }
      return taken;
    },
  };
}

/** Whole numbers from `start` up to `end`. */
export const rowRange = (start: number, end: number): Int32Array =>
  Int32Array.from({ length: end - start }, (_, i) => start + i);
