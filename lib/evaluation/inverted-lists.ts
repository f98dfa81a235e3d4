/**
 * An inverted-list index (IVF) in small: points belong to the cell of their nearest centroid, and a search looks only into the
 * cells nearest to the query. What lies just beyond a border that was not crossed is missed (Sivic & Zisserman, 2003; Jégou et al., 2011).
 */
import type { Random } from "@/lib/random";
import { type Clusters, kMeans, squaredDistance } from "./k-means";

export type InvertedLists = Clusters & {
  /** float64 [count, width]. */
  readonly rows: Float64Array;
  readonly width: number;
  /** Rows of each cell. */
  readonly lists: readonly (readonly number[])[];
};
export type ListSearch = {
  /** The best k found, nearest first. */
  readonly found: readonly number[];
  /** The true best k, nearest first. */
  readonly exact: readonly number[];
  /** Cells that were looked into, nearest first. */
  readonly probed: readonly number[];
  /** Distances computed, those to the centroids included. */
  readonly compared: number;
  /** `|\mathrm{found} \cap \mathrm{exact}| / k`. */
  readonly recall: number;
};

export function buildLists(
  rows: Float64Array,
  width: number,
  cells: number,
  rounds: number,
  random: Random,
): InvertedLists {
  const clusters = kMeans(rows, width, cells, rounds, random);
  const lists = Array.from({ length: clusters.centroids.length / width }, () => [] as number[]);
  clusters.membership.forEach((cell, row) => {
    lists[cell]?.push(row);
  });
  return { ...clusters, rows, width, lists };
}

/** The k rows nearest to `query`, found by comparing all. */
export function exactNeighbours(
  { rows, width }: InvertedLists,
  query: ArrayLike<number>,
  k: number,
): number[] {
  return nearest(
    [...Array(rows.length / width).keys()],
    (row) => squaredDistance(query, 0, rows, row, width),
    k,
  );
}

/** Looks for the k rows nearest to `query` in the `probes` nearest cells; `exact` are the true ones, where they are known. */
export function searchLists(
  index: InvertedLists,
  query: ArrayLike<number>,
  probes: number,
  k: number,
  exact: readonly number[] = exactNeighbours(index, query, k),
): ListSearch {
  const { rows, width, centroids, lists } = index;
  const probed = nearest(
    [...lists.keys()],
    (cell) => squaredDistance(query, 0, centroids, cell, width),
    probes,
  );
  const candidates = probed.flatMap((cell) => lists[cell] ?? []);
  const found = nearest(candidates, (row) => squaredDistance(query, 0, rows, row, width), k);
  const isFound = new Set(found);
  return {
    found,
    exact,
    probed,
    compared: lists.length + candidates.length,
    recall: exact.filter((row) => isFound.has(row)).length / exact.length,
  };
}

/** Mean recall and mean share of the rows compared, for 1, 2, ... all cells, over `queries` [count, width]. */
export function recallByProbes(
  index: InvertedLists,
  queries: Float64Array,
  k: number,
): { probes: number; recall: number; compared: number }[] {
  const { width, lists, rows } = index;
  const all = Array.from({ length: queries.length / width }, (_, q) => {
    const query = queries.subarray(q * width, (q + 1) * width);
    return { query, exact: exactNeighbours(index, query, k) };
  });
  return lists.map((_, i) => {
    const searches = all.map(({ query, exact }) => searchLists(index, query, i + 1, k, exact));
    const sum = (value: (search: ListSearch) => number) =>
      searches.reduce((total, search) => total + value(search), 0);
    return {
      probes: i + 1,
      recall: sum(({ recall }) => Math.round(recall * k)) / (k * searches.length),
      compared: sum(({ compared }) => compared) / (searches.length * (rows.length / width)),
    };
  });
}

/** Points of a few round groups and a thin uniform background in the unit square, [count, 2]. */
export function drawPlane(count: number, groups: number, spread: number, random: Random): Float64Array {
  const centres = Array.from({ length: groups }, () => [
    0.1 + 0.8 * random.next(),
    0.1 + 0.8 * random.next(),
  ]);
  const points = new Float64Array(count * 2);
  for (let i = 0; i < count; i++) {
    const centre = random.next() < 0.15 ? null : centres[random.integer(groups)];
    for (let d = 0; d < 2; d++) {
      const value = centre ? (centre[d] ?? 0) + spread * random.normal() : random.next();
      points[i * 2 + d] = Math.min(1, Math.max(0, value));
    }
  }
  return points;
}

function nearest(rows: readonly number[], distance: (row: number) => number, k: number): number[] {
  return rows
    .map((row) => [distance(row), row] as const)
    .sort(([a, i], [b, j]) => a - b || i - j)
    .slice(0, k)
    .map(([, row]) => row);
}
