/** Rows of the log as columns of codes and numbers: which rows belong to a span of days, and what the models read of them. */
import type { Random } from "@/lib/random";
import { CATEGORICAL_FEATURES, NUMERIC_FEATURES } from "@/lib/worlds/ads/features";
import type { AdsWorld, ObservedAdsWorld } from "@/lib/worlds/ads/types";
import { requestAt } from "@/lib/worlds/ads/visits";
import { writeCategoricalFeatures } from "@/lib/worlds/ads/write-features";

export const CODE_COUNT = CATEGORICAL_FEATURES.length;
export const NUMBER_COUNT = NUMERIC_FEATURES.length;

/** Codes [count, CODE_COUNT] and numbers [count, NUMBER_COUNT] (NaN is missing) of (request, ad) pairs. */
export type RawFeatures = {
  readonly count: number;
  readonly codes: Int32Array;
  readonly numbers: Float32Array;
};
/** Impressions of the log. */
export type RawRows = RawFeatures & {
  /** Rows of the log. */
  readonly rows: Int32Array;
  /** 1 for a click. */
  readonly labels: Int32Array;
};

/** The moment of an impression, in days. */
export const dayOfRow = ({ requests, log }: ObservedAdsWorld, row: number): number =>
  requests.day[log.request[row] as number] as number;

/** The first row of the log at or after `day`; rows are ordered by time. */
export function firstRowOf(world: ObservedAdsWorld, day: number): number {
  let low = 0;
  let high = world.log.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dayOfRow(world, middle) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All rows within [from, to) days, in the order of time. */
export function rowsBetween(world: ObservedAdsWorld, from: number, to: number): Int32Array {
  const start = firstRowOf(world, from);
  return Int32Array.from({ length: Math.max(0, firstRowOf(world, to) - start) }, (_, i) => start + i);
}

/** Keeps every click and each other row with probability `negativeRate` (He et al., 2014, section 6.1). */
export function keepNegatives(
  { log }: Pick<ObservedAdsWorld, "log">,
  rows: Int32Array,
  negativeRate: number,
  random: Random,
): Int32Array {
  if (negativeRate >= 1) return rows;
  return rows.filter((row) => log.clicked[row] === 1 || random.next() < negativeRate);
}

/** At most `limit` rows, evenly spread over `rows`. */
export function thinRows(rows: Int32Array, limit: number): Int32Array {
  if (rows.length <= limit) return rows;
  const step = rows.length / limit;
  return Int32Array.from({ length: limit }, (_, i) => rows[Math.floor(i * step)] as number);
}

/** What the models read of the rows. */
export function readRows(world: ObservedAdsWorld, rows: Int32Array): RawRows {
  const { log, requests } = world;
  const codes = new Int32Array(rows.length * CODE_COUNT);
  const numbers = new Float32Array(rows.length * NUMBER_COUNT);
  const labels = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const request = requestAt(requests, log.request[row] as number);
    const placement = { slot: log.slot[row] as number, position: log.position[row] as number };
    writeCategoricalFeatures(world, request, log.creative[row] as number, placement, codes, i * CODE_COUNT);
    numbers.set(log.numeric.subarray(row * NUMBER_COUNT, (row + 1) * NUMBER_COUNT), i * NUMBER_COUNT);
    labels[i] = log.clicked[row] as number;
  }
  return { count: rows.length, rows, codes, numbers, labels };
}

/** The simulator's P(click) of impressions, viewability included. For judging only. */
export function trueClicks({ truth }: Pick<AdsWorld, "truth">, rows: Int32Array): Float64Array {
  const { viewable, click } = truth.log;
  return Float64Array.from(rows, (row) => (viewable[row] as number) * (click[row] as number));
}
