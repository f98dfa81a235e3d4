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

/** The best items of each source that a mix names, without the history, each deep enough for `depth` fused ones. */
export type SourceLists = ReadonlyMap<FitName, Int32Array>;

export function rankSources(
  { history, fits }: UserEvidence,
  sources: Iterable<FitName>,
  size: number,
  depth: number,
): SourceLists {
  const isExcluded = new Uint8Array(size);
  for (const item of history) isExcluded[item] = 1;
  return new Map(
    Array.from(sources, (fit) => [fit, topIndices(fits[fit], isExcluded, depth * SOURCE_DEPTH)] as const),
  );
}

/** The `depth` best items by weighted reciprocal rank fusion. */
export function fuseSources(lists: SourceLists, mix: SourceMix, size: number, depth: number): Int32Array {
  const fused = new Float32Array(size);
  const isUnknown = new Uint8Array(size).fill(1);
  for (const [fit, weight] of Object.entries(mix) as [FitName, number][])
    for (const [rank, item] of (lists.get(fit) ?? []).entries()) {
      fused[item] = (fused[item] as number) + weight / (FUSION_CONSTANT + rank);
      isUnknown[item] = 0;
    }
  return topIndices(fused, isUnknown, depth);
}

/** The `depth` best items of the catalogue for a user by a mix of sources. */
export function retrieve(evidence: UserEvidence, mix: SourceMix, size: number, depth: number): Int32Array {
  const sources = Object.keys(mix) as FitName[];
  return fuseSources(rankSources(evidence, sources, size, depth), mix, size, depth);
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
