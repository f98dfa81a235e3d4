/**
 * Ids hashed into fewer buckets than there are ids (the hashing trick; Weinberger et al., 2009): how many share their
 * row with another one, beyond the chance of one id (`sharedRowChance` of lib/framework): by throwing, for two tables, the
 * other way round.
 */
import { sharedRowChance } from "@/lib/framework/embedding-tables";
import type { Random } from "@/lib/random";

/** `b (1 - (1 - 1/b)^n) / b`: expected share of buckets that hold at least one id. */
export function expectedOccupiedShare(ids: number, buckets: number): number {
  return -Math.expm1(ids * Math.log1p(-1 / buckets));
}

/**
 * Buckets that keep the colliding share at or below a target: `b = 1 / (1 - (1 - s)^{1/(n-1)})`, about `n / s` for
 * small s.
 */
export function bucketsForCollidingShare(ids: number, share: number): number {
  if (ids <= 1) return 1;
  return Math.ceil(-1 / Math.expm1(Math.log1p(-share) / (ids - 1)));
}

/**
 * Two independent hashes whose rows are added (Tito Svenstrup et al., 2017): an id is told apart unless another shares
 * both of its buckets, `1 - (1 - 1/b^2)^{n-1}`.
 */
export function expectedCollidingShareOfTwo(ids: number, bucketsEach: number): number {
  return sharedRowChance(ids, bucketsEach ** 2);
}

/** Throws n ids into b buckets once: how many ids lie in each bucket. O(n + b). */
export function throwIntoBuckets(ids: number, buckets: number, random: Random): Uint32Array {
  const counts = new Uint32Array(buckets);
  for (let i = 0; i < ids; i++) {
    const bucket = random.integer(buckets);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

/** Share of the ids that are not alone in their bucket. */
export function collidingShareOf(counts: Uint32Array): number {
  let ids = 0;
  let alone = 0;
  for (const count of counts) {
    ids += count;
    if (count === 1) alone++;
  }
  return ids === 0 ? 0 : 1 - alone / ids;
}
