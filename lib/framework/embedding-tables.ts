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
