/**
 * Memory of tables of id vectors, and what hashing costs in shared rows. Hashing ids into fewer rows: Weinberger et al.
 * (2009). Bytes are SI.
 */

/** `\mathrm{rows} \times d \times \mathrm{bytes}`. */
export function embeddingTableBytes(rows: number, dim: number, bytesPerWeight: number): number {
  return rows * dim * bytesPerWeight;
}

/** Chance that an id shares its row when n ids are hashed into m rows: `1 - \left(1 - \frac{1}{m}\right)^{n - 1}`. */
export function sharedRowChance(ids: number, rows: number): number {
  return ids <= 1 ? 0 : -Math.expm1((ids - 1) * Math.log1p(-1 / rows));
}

const EXACT_TERMS = 1_000;

/** `H_{n,s} = \sum_{r=1}^{n} r^{-s}`: the first terms exactly, the rest by the integral between half steps. */
export function harmonicNumber(n: number, exponent: number): number {
  const exact = Math.min(n, EXACT_TERMS);
  let sum = 0;
  for (let rank = 1; rank <= exact; rank++) sum += rank ** -exponent;
  if (n <= EXACT_TERMS) return sum;
  const [from, to] = [EXACT_TERMS + 0.5, n + 0.5];
  if (Math.abs(exponent - 1) < 1e-9) return sum + Math.log(to / from);
  return sum + (to ** (1 - exponent) - from ** (1 - exponent)) / (1 - exponent);
}

/** Share of look-ups that ask for one of the `head` most frequent ids, when frequency falls as `r^{-s}` (Zipf). */
export function zipfHeadShare(head: number, ids: number, exponent: number): number {
  return head <= 0 ? 0 : harmonicNumber(Math.min(head, ids), exponent) / harmonicNumber(ids, exponent);
}
