/**
 * Numbers as a model reads them: amounts by their logarithm, rates by their logit, all standardised by the training
 * rows; what is missing becomes the mean, with or without a column that says so, or all becomes buckets.
 */
import { logit } from "@/lib/evaluation/logit";
import { NUMERIC_FEATURES } from "@/lib/worlds/ads/features";
import { NUMBER_COUNT, type RawFeatures } from "./rows";

const MINIMUM_RATE = 1e-6;

/** The value on the scale of its feature; NaN stays NaN. */
export function rescale(feature: number, value: number): number {
  const scale = NUMERIC_FEATURES[feature]?.scale;
  if (scale === "amount") return Math.log1p(Math.max(0, value));
  if (scale === "rate") return logit(Math.min(1 - MINIMUM_RATE, Math.max(MINIMUM_RATE, value)));
  return value;
}

/** Mean and deviation of each number on its scale, missing values left aside; both [NUMBER_COUNT]. */
export type NumberScales = { readonly means: Float32Array; readonly deviations: Float32Array };

export const emptyScales = (): NumberScales => ({
  means: new Float32Array(NUMBER_COUNT),
  deviations: new Float32Array(NUMBER_COUNT).fill(1),
});

export function learnScales({ count, numbers }: RawFeatures): NumberScales {
  const scales = emptyScales();
  for (let f = 0; f < NUMBER_COUNT; f++) {
    let n = 0;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < count; i++) {
      const value = rescale(f, numbers[i * NUMBER_COUNT + f] as number);
      if (Number.isNaN(value)) continue;
      n++;
      sum += value;
      squares += value * value;
    }
    const mean = n === 0 ? 0 : sum / n;
    scales.means[f] = mean;
    scales.deviations[f] = Math.sqrt(Math.max(1e-6, squares / Math.max(1, n) - mean * mean));
  }
  return scales;
}

/**
 * One column for each group of numbers that are missing for the same reason: the first of each group speaks for it.
 * "never-seen" also holds who opted out, and is a column of its own.
 */
export const MISSING_COLUMNS: readonly number[] = NUMERIC_FEATURES.flatMap(({ missing }, f) =>
  missing !== null && NUMERIC_FEATURES.findIndex((other) => other.missing === missing) === f ? [f] : [],
);

/** Cuts a number into buckets with equal shares of the training rows; the last bucket is for what is missing. */
export type Buckets = { readonly edges: Float32Array };

/** Rows that decide about the edges. */
const BUCKET_SAMPLE = 20_000;

export function learnBuckets({ count, numbers }: RawFeatures, feature: number, buckets: number): Buckets {
  const every = Math.max(1, Math.floor(count / BUCKET_SAMPLE));
  const values: number[] = [];
  for (let i = 0; i < count; i += every) {
    const value = numbers[i * NUMBER_COUNT + feature] as number;
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const edges: number[] = [];
  for (let b = 1; b < buckets; b++) {
    const edge = values[Math.floor((b * values.length) / buckets)];
    if (edge !== undefined && edge !== edges.at(-1)) edges.push(edge);
  }
  return { edges: Float32Array.from(edges) };
}

/** Bucket numbers go from 0 to edges + 1. */
export function bucketOf({ edges }: Buckets, value: number): number {
  if (Number.isNaN(value)) return edges.length + 1;
  let bucket = 0;
  while (bucket < edges.length && value >= (edges[bucket] as number)) bucket++;
  return bucket;
}
