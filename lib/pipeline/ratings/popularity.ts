/** Popularity of the items of the catalogue: over all time, decayed towards the end, and around a moment. */
import type { Interactions } from "../data-sets/interactions";
import type { Catalogue } from "./catalogue";

const BUCKETS = 64;

export type Popularity = {
  readonly counts: Float32Array;
  readonly meanRatings: Float32Array;
  /** Counts decayed with a half-life that is `share` of the whole time span. */
  decayed(share: number): Float32Array;
  /** Counts around `time`, smoothed over about an eighth of the span. */
  around(time: number): Float32Array;
};

/** Prior ratings that each item's mean starts from. */
const PRIOR_RATINGS = 5;

export function createPopularity(data: Interactions, catalogue: Catalogue): Popularity {
  const { size, numberOf } = catalogue;
  const counts = new Float32Array(size);
  const sums = new Float32Array(size);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let total = 0;
  for (const [k, time] of data.times.entries()) {
    if (time < first) first = time;
    if (time > last) last = time;
    total += data.ratings[k] as number;
    const index = numberOf[data.itemOf[k] as number] as number;
    if (index < 0) continue;
    counts[index] = (counts[index] as number) + 1;
    sums[index] = (sums[index] as number) + (data.ratings[k] as number);
  }
  const overall = total / Math.max(1, data.times.length);
  const span = Math.max(1, last - first);
  const bucketOf = (time: number) =>
    Math.max(0, Math.min(BUCKETS - 1, Math.floor(((time - first) / span) * BUCKETS)));
  const byBucket = Array.from({ length: BUCKETS }, () => new Float32Array(size));
  for (const [k, time] of data.times.entries()) {
    const index = numberOf[data.itemOf[k] as number] as number;
    const bucket = byBucket[bucketOf(time)] as Float32Array;
    if (index >= 0) bucket[index] = (bucket[index] as number) + 1;
  }
  const weighted = (weightOf: (bucket: number) => number) => {
    const sum = new Float32Array(size);
    for (const [b, bucket] of byBucket.entries()) {
      const weight = weightOf(b);
      for (let i = 0; i < size; i++) sum[i] = (sum[i] as number) + weight * (bucket[i] as number);
    }
    return sum;
  };
  const smoothed = Array.from({ length: BUCKETS }, (_, centre) =>
    weighted((b) => Math.exp(-Math.abs(b - centre) / (BUCKETS / 16))),
  );
  return {
    counts,
    meanRatings: sums.map(
      (sum, i) => (sum + PRIOR_RATINGS * overall) / ((counts[i] as number) + PRIOR_RATINGS),
    ),
    decayed: (share) => weighted((b) => 2 ** ((b - BUCKETS + 1) / (share * BUCKETS))),
    around: (time) => smoothed[bucketOf(time)] as Float32Array,
  };
}
