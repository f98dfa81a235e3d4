/** Several ranked lists as one: reciprocal rank fusion (Cormack, Clarke & Büttcher, 2009). Only ranks count. */
import { RRF_K, reciprocalRankShare } from "@/lib/evaluation/rank-fusion";

export type FusedInput = { readonly items: Int32Array; readonly weight: number };

/** `\mathrm{RRF}(d) = \sum_l w_l / (k + \mathrm{rank}_l(d))`; best first, equal ones by ascending number. */
export function fuse(lists: readonly FusedInput[], limit: number, k = RRF_K) {
  const sums = new Map<number, number>();
  for (const { items, weight } of lists) {
    if (weight === 0) continue;
    items.forEach((item, i) => {
      sums.set(item, (sums.get(item) ?? 0) + reciprocalRankShare(i + 1, k, weight));
    });
  }
  const best = [...sums].sort(([a, left], [b, right]) => right - left || a - b).slice(0, limit);
  return {
    items: Int32Array.from(best, ([item]) => item),
    scores: Float32Array.from(best, ([, score]) => score),
  };
}
