/**
 * K-means (Lloyd, 1982) from spread-out seeds (k-means++; Arthur & Vassilvitskii, 2007): the coarse cells of an inverted-list
 * index and the codebooks of product quantisation.
 */
import type { Random } from "@/lib/random";

export type Clusters = {
  /** float64 [clusters, width], row-major. */
  readonly centroids: Float64Array;
  /** Nearest centroid of each row. */
  readonly membership: Int32Array;
};

/** `\lVert a - b \rVert^2` of rows i and j of two tables of the same width. */
export function squaredDistance(
  left: ArrayLike<number>,
  i: number,
  right: ArrayLike<number>,
  j: number,
  width: number,
): number {
  let sum = 0;
  for (let d = 0; d < width; d++) {
    const difference = (left[i * width + d] as number) - (right[j * width + d] as number);
    sum += difference * difference;
  }
  return sum;
}

/** `rows` is [count, width]. An empty cluster keeps its centroid. Same seed, same clusters. */
export function kMeans(
  rows: ArrayLike<number>,
  width: number,
  clusters: number,
  rounds: number,
  random: Random,
): Clusters {
  const count = rows.length / width;
  const centroids = spreadSeeds(rows, width, Math.min(clusters, count), random);
  const membership = new Int32Array(count);
  for (let round = 0; ; round++) {
    let moved = 0;
    for (let i = 0; i < count; i++) {
      const nearest = nearestCentroid(rows, i, centroids, width);
      if (nearest !== membership[i] || round === 0) moved++;
      membership[i] = nearest;
    }
    if (moved === 0 || round === rounds) return { centroids, membership };
    moveCentroids(rows, width, centroids, membership);
  }
}

/** Index of the centroid nearest to row i. */
export function nearestCentroid(
  rows: ArrayLike<number>,
  i: number,
  centroids: Float64Array,
  width: number,
): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let c = 0; c * width < centroids.length; c++) {
    const distance = squaredDistance(rows, i, centroids, c, width);
    if (distance < least) [nearest, least] = [c, distance];
  }
  return nearest;
}

/** Each next seed is a row, drawn in proportion to its squared distance from the seeds so far. */
function spreadSeeds(rows: ArrayLike<number>, width: number, clusters: number, random: Random): Float64Array {
  const count = rows.length / width;
  const seeds = new Float64Array(clusters * width);
  const distances = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  let chosen = random.integer(count);
  for (let c = 0; c < clusters; c++) {
    for (let d = 0; d < width; d++) seeds[c * width + d] = rows[chosen * width + d] as number;
    let total = 0;
    for (let i = 0; i < count; i++) {
      distances[i] = Math.min(distances[i] as number, squaredDistance(rows, i, seeds, c, width));
      total += distances[i] as number;
    }
    let target = random.next() * total;
    chosen = 0;
    while (chosen < count - 1 && target >= (distances[chosen] as number))
      target -= distances[chosen++] as number;
  }
  return seeds;
}

function moveCentroids(
  rows: ArrayLike<number>,
  width: number,
  centroids: Float64Array,
  membership: Int32Array,
) {
  const sums = new Float64Array(centroids.length);
  const sizes = new Int32Array(centroids.length / width);
  membership.forEach((cluster, i) => {
    sizes[cluster] = (sizes[cluster] as number) + 1;
    for (let d = 0; d < width; d++)
      sums[cluster * width + d] = (sums[cluster * width + d] as number) + (rows[i * width + d] as number);
  });
  sizes.forEach((size, cluster) => {
    if (size === 0) return;
    for (let d = 0; d < width; d++)
      centroids[cluster * width + d] = (sums[cluster * width + d] as number) / size;
  });
}
