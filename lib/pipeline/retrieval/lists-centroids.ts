/**
 * Centroids of inverted lists: directions, kept as unit vectors in double precision and handed to the kernel as 7-bit
 * integers. All sums run over integers or in a fixed order, so that the same rows and seed give the same lists with
 * every implementation of the kernel.
 */

const CENTROID_MAXIMUM = 63;
/** The kernel multiplies with 7-bit unsigned bytes; the shift changes every product of a row by the same amount. */
const CENTROID_SHIFT = 64;

/** Unit length in place; a zero vector stays. */
export function normaliseVector(vectors: Float64Array, at: number, dimension: number) {
  let square = 0;
  for (let d = at; d < at + dimension; d++) square += (vectors[d] as number) ** 2;
  if (square === 0) return;
  const length = Math.sqrt(square);
  for (let d = at; d < at + dimension; d++) vectors[d] = (vectors[d] as number) / length;
}

/** Integers with one scale for all, so that their products with a row compare. */
export function writeCentroids(centroids: Float64Array, target: Int8Array) {
  let largest = 0;
  for (const value of centroids) largest = Math.max(largest, Math.abs(value));
  const factor = CENTROID_MAXIMUM / (largest || 1);
  for (let i = 0; i < centroids.length; i++)
    target[i] = Math.round((centroids[i] as number) * factor) + CENTROID_SHIFT;
}

export type CentroidGroups = {
  /** The centroids' new order: those of a group lie together. */
  readonly order: Int32Array;
  /** int32 [groups + 1] into that order. */
  readonly starts: Int32Array;
  readonly centroids: Float64Array;
};

function nearestGroup(centroids: Float64Array, at: number, groups: Float64Array, dimension: number): number {
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let group = 0; group * dimension < groups.length; group++) {
    let score = 0;
    for (let d = 0; d < dimension; d++)
      score += (centroids[at + d] as number) * (groups[group * dimension + d] as number);
    if (score <= bestScore) continue;
    bestScore = score;
    best = group;
  }
  return best;
}

/** The first groups: evenly spaced centroids. */
export function seedGroups(centroids: Float64Array, dimension: number, groupCount: number): Float64Array {
  const lists = centroids.length / dimension;
  const groups = new Float64Array(groupCount * dimension);
  for (let group = 0; group < groupCount; group++) {
    const seed = Math.floor((group * lists) / groupCount) * dimension;
    groups.set(centroids.subarray(seed, seed + dimension), group * dimension);
  }
  return groups;
}

/** So many rounds of k-means of the centroids themselves, begun from the groups' centroids `begin`. */
export function groupCentroids(
  centroids: Float64Array,
  dimension: number,
  begin: Float64Array,
  rounds: number,
): CentroidGroups {
  const lists = centroids.length / dimension;
  const groups = begin.slice();
  const groupCount = groups.length / dimension;
  const membership = new Int32Array(lists);
  for (let round = 0; round <= rounds; round++) {
    for (let list = 0; list < lists; list++)
      membership[list] = nearestGroup(centroids, list * dimension, groups, dimension);
    if (round === rounds) break;
    groups.fill(0);
    for (let list = 0; list < lists; list++) {
      const at = (membership[list] as number) * dimension;
      for (let d = 0; d < dimension; d++)
        groups[at + d] = (groups[at + d] as number) + (centroids[list * dimension + d] as number);
    }
    for (let group = 0; group < groupCount; group++) normaliseVector(groups, group * dimension, dimension);
  }
  const order = Int32Array.from(membership.keys()).sort(
    (a, b) => (membership[a] as number) - (membership[b] as number) || a - b,
  );
  const starts = new Int32Array(groupCount + 1);
  for (const group of membership) starts[group + 1] = (starts[group + 1] as number) + 1;
  for (let group = 0; group < groupCount; group++)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  return { order, starts, centroids: groups };
}
