/**
 * Memory of tables of id vectors, and what hashing costs in shared rows. Hashing ids into fewer rows: Weinberger et al.
 * (2009). How look-ups fall on the frequent ids: `zipfBands` and `headTraffic` of query-cache. Bytes are SI.
 */

/** `\mathrm{rows} \times d \times \mathrm{bytes}`. */
export function embeddingTableBytes(rows: number, dim: number, bytesPerWeight: number): number {
  return rows * dim * bytesPerWeight;
}

/** Chance that an id shares its row when n ids are hashed into m rows: `1 - \left(1 - \frac{1}{m}\right)^{n - 1}`. */
export function sharedRowChance(ids: number, rows: number): number {
  return ids <= 1 ? 0 : -Math.expm1((ids - 1) * Math.log1p(-1 / rows));
}

/** What an optimiser keeps beside each weight, in numbers of 4 bytes: per number of the vector, and per row. */
export const OPTIMISER_STATE = {
  sgd: { perNumber: 0, perRow: 0 },
  "row-wise-adagrad": { perNumber: 0, perRow: 1 },
  adagrad: { perNumber: 1, perRow: 0 },
  adam: { perNumber: 2, perRow: 0 },
} as const;
export type OptimiserName = keyof typeof OPTIMISER_STATE;
const STATE_BYTES = 4;

/** Rows of an embedding table: one an id, or as many as the hash has buckets when that is fewer. */
export function embeddingRows(ids: number, buckets: number | null): number {
  return buckets === null ? ids : Math.min(ids, buckets);
}

/** Bytes of the optimiser's state beside them while training: `4R(k_n d + k_r)`, always in float32. */
export function optimiserStateBytes(rows: number, dim: number, optimiser: OptimiserName): number {
  const { perNumber, perRow } = OPTIMISER_STATE[optimiser];
  return STATE_BYTES * rows * (perNumber * dim + perRow);
}
