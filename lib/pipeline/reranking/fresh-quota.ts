/** The freshness quota: a slate has at least so many fresh items, as far as the list has them. */
import type { Move, Reranker } from "../types";

/**
 * If fewer than `quota` of the first `slateSize` items are fresh, the best fresh items from below take the places of
 * the last items that are not, so that the top of the slate changes last.
 */
export function createFreshQuota(
  isFresh: (item: number) => boolean,
  quota: number,
): Reranker<unknown, never> {
  return {
    name: "freshness quota",
    rerank(_query, { items, scores, slateSize }) {
      const order = Array.from(items.keys());
      const moves: Move[] = [];
      const isFreshAt = (position: number) => isFresh(items[order[position] as number] as number);
      const size = Math.min(slateSize, order.length);
      let missing = Math.min(quota, size);
      for (let position = 0; position < size; position++) if (isFreshAt(position)) missing--;
      let target = size - 1;
      for (let from = size; from < order.length && missing > 0; from++) {
        if (!isFreshAt(from)) continue;
        while (isFreshAt(target)) target--;
        const [moved] = order.splice(from, 1) as [number];
        const [displaced] = order.splice(target, 1, moved) as [number];
        order.splice(size, 0, displaced);
        moves.push({
          item: items[moved] as number,
          from: from + 1,
          to: target + 1,
          reason: "freshness quota",
        });
        target--;
        missing--;
      }
      return {
        items: Int32Array.from(order, (i) => items[i] as number),
        scores: Float32Array.from(order, (i) => scores[i] as number),
        drops: [],
        moves,
      };
    },
  };
}
