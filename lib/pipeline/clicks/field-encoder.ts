/**
 * From the words of a field to rows of an embedding table. Words that are frequent enough in the training file get a
 * row each; rarer and unseen ones share a few rows by hash, so that a new id is read as what it is, rare, and never
 * fails. Fields of numbers that hardly repeat are cut into quantiles of the training file.
 */
import { hashString } from "@/lib/random";

export type VocabularyOptions = {
  /** Training rows that a word needs for a row of its own. */
  readonly minimumCount: number;
  /** Rows that the other words of a field share. */
  readonly rareRows: number;
  /** Most quantiles of a field of numbers. */
  readonly quantiles: number;
};
export const VOCABULARY: VocabularyOptions = { minimumCount: 2, rareRows: 8, quantiles: 50 };

export type FieldEncoder = {
  readonly kind: "words" | "quantiles";
  /** Rows of the table that this field takes. */
  readonly rows: number;
  /** Row of a word, from 0. */
  encode(word: string): number;
};

const parseNumber = (word: string) => (word.trim() === "" ? Number.NaN : Number(word));

const MANY_WORDS = 64;
const NUMERIC_SHARE = 0.95;
const RARE_COUNT = 5;

/**
 * Whether a field is to be cut into quantiles: at least 95 % of its filled cells are numbers, of more than 64 different
 * ones, and either some have decimals or most rows hold one that comes fewer than 5 times (a timestamp, an amount).
 * Ids are whole and repeat, so they stay words.
 */
export function isNumericField(words: readonly string[], counts: readonly number[]): boolean {
  let [filled, numeric, fractional, rare] = [0, 0, 0, 0];
  for (const [i, word] of words.entries()) {
    const count = counts[i] ?? 0;
    if (word === "") continue;
    filled += count;
    const value = parseNumber(word);
    if (!Number.isFinite(value)) continue;
    numeric += count;
    if (!Number.isInteger(value)) fractional += count;
    if (count < RARE_COUNT) rare += count;
  }
  if (words.length <= MANY_WORDS || numeric < NUMERIC_SHARE * filled) return false;
  return fractional > 0.01 * filled || rare > filled / 2;
}

/** Frequent words by first appearance, then the shared rows. */
export function encodeWords(
  words: readonly string[],
  counts: readonly number[],
  { minimumCount, rareRows }: VocabularyOptions,
): FieldEncoder {
  const rowOf = new Map<string, number>();
  for (const [i, word] of words.entries()) if ((counts[i] ?? 0) >= minimumCount) rowOf.set(word, rowOf.size);
  const known = rowOf.size;
  return {
    kind: "words",
    rows: known + rareRows,
    encode: (word) => rowOf.get(word) ?? known + (hashString(word) % rareRows),
  };
}

/** Upper edges of at most `quantiles` parts with about as many rows each; a value on an edge belongs below it. */
export function quantileEdges(
  values: readonly number[],
  counts: readonly number[],
  quantiles: number,
): Float64Array {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const edges: number[] = [];
  let passed = 0;
  for (const i of order.slice(0, -1)) {
    passed += counts[i] ?? 0;
    if (passed >= ((edges.length + 1) * total) / quantiles) edges.push(values[i] ?? 0);
  }
  return Float64Array.from(edges);
}

/** One row for each quantile and, last, one for what is empty or no number. */
export function encodeQuantiles(
  words: readonly string[],
  counts: readonly number[],
  { quantiles }: VocabularyOptions,
): FieldEncoder {
  const numeric = words
    .map((word, i) => ({ value: parseNumber(word), count: counts[i] ?? 0 }))
    .filter(({ value }) => Number.isFinite(value));
  const edges = quantileEdges(
    numeric.map(({ value }) => value),
    numeric.map(({ count }) => count),
    quantiles,
  );
  return {
    kind: "quantiles",
    rows: edges.length + 2,
    encode(word) {
      const value = parseNumber(word);
      if (Number.isNaN(value)) return edges.length + 1;
      let [low, high] = [0, edges.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((edges[middle] ?? 0) < value) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
