/** Candidates for ranking and their features, from the evidence of the first stage. */

import { type Evidence, FIT_NAMES, type FitName, type UserEvidence } from "./evidence";
import { topIndices } from "./top-indices";

/** Weights of the sources in the fused list of the first stage. */
export type SourceMix = Readonly<Partial<Record<FitName, number>>>;

/** Mixes to choose from on an inner split, the usual one first. */
export const SOURCE_MIXES: readonly SourceMix[] = [
  { "sequence-ease": 1, "two-tower": 0.7, "user neighbours": 0.5 },
  { "sequence-ease": 1, "two-tower": 0.7, "user neighbours": 0.5, "popularity then": 0.4 },
  { ease: 1, "two-tower": 0.7, "user neighbours": 0.5 },
  { "sequence-ease": 0.5, "two-tower": 0.5, "user neighbours": 0.3, "popularity then": 1 },
  { "sequence-ease": 0.2, "two-tower": 0.2, popularity: 1, "popularity then": 0.3 },
];
/** Reciprocal rank fusion (Cormack et al., 2009): weight / (constant + rank). */
const FUSION_CONSTANT = 60;
/** How deep each source is read, for a fused list of a given depth. */
const SOURCE_DEPTH = 3;
export const CANDIDATES = 200;

/** Each signal is three features: its value, its value relative to the best, its rank. */
export const SIGNAL_NAMES = [...FIT_NAMES, "first stage"] as const;
export type SignalName = (typeof SIGNAL_NAMES)[number];
const OTHER_FEATURES = SIGNAL_NAMES.length * 3;
export const DENSE_FEATURES = OTHER_FEATURES + 3;
export const FIELDS = 2;
/** The first stage's order as a value falls by the logarithm of the place, slower at the very top. */
const FIRST_STAGE_OFFSET = 10;
const USER_BUCKETS = 10;
const ITEM_BUCKETS = 12;
export const FIELD_ROWS = USER_BUCKETS + ITEM_BUCKETS;

/** The `depth` best items of the catalogue by weighted reciprocal rank fusion of the sources, without the history. */
export function retrieve(
  { history, fits }: UserEvidence,
  mix: SourceMix,
  size: number,
  depth: number,
): Int32Array {
  const isExcluded = new Uint8Array(size);
  for (const item of history) isExcluded[item] = 1;
  const fused = new Float32Array(size);
  for (const [fit, weight] of Object.entries(mix) as [FitName, number][]) {
    const best = topIndices(fits[fit], isExcluded, depth * SOURCE_DEPTH);
    for (const [rank, item] of best.entries())
      fused[item] = (fused[item] as number) + weight / (FUSION_CONSTANT + rank);
  }
  return topIndices(fused, isExcluded, depth);
}

/** Features [candidates.length, DENSE_FEATURES] and packed rows of the two categorical fields. */
export function describeCandidates(
  { popularity }: Evidence,
  { history, fits }: UserEvidence,
  candidates: Int32Array,
) {
  const count = candidates.length;
  const dense = new Float32Array(count * DENSE_FEATURES);
  const fieldRows = new Int32Array(count * FIELDS);
  for (const [f, name] of SIGNAL_NAMES.entries()) {
    const values = Float32Array.from(candidates, (item, place) =>
      name === "first stage" ? -Math.log(FIRST_STAGE_OFFSET + place) : (fits[name][item] as number),
    );
    const best = values.reduce((top, value) => Math.max(top, Math.abs(value)), 1e-9);
    const order = Int32Array.from(values.keys()).sort(
      (a, b) => (values[b] as number) - (values[a] as number) || a - b,
    );
    for (const [rank, i] of order.entries()) dense[i * DENSE_FEATURES + f * 3 + 2] = Math.log1p(rank);
    for (let i = 0; i < count; i++) {
      dense[i * DENSE_FEATURES + f * 3] = values[i] as number;
      dense[i * DENSE_FEATURES + f * 3 + 1] = (values[i] as number) / best;
    }
  }
  const userBucket = Math.min(USER_BUCKETS - 1, Math.floor(Math.log2(history.length + 1)));
  for (const [i, item] of candidates.entries()) {
    const rows = popularity.counts[item] as number;
    dense[i * DENSE_FEATURES + OTHER_FEATURES] = popularity.meanRatings[item] as number;
    dense[i * DENSE_FEATURES + OTHER_FEATURES + 1] = Math.log1p(history.length);
    dense[i * DENSE_FEATURES + OTHER_FEATURES + 2] = Math.log1p(rows);
    fieldRows[i * FIELDS] = userBucket;
    fieldRows[i * FIELDS + 1] = USER_BUCKETS + Math.min(ITEM_BUCKETS - 1, Math.floor(Math.log2(rows + 1)));
  }
  return { count, dense, fieldRows };
}
