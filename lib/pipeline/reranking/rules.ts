/**
 * Rules between ranking and the slate. Each one drops or moves items and says so; none adds or repeats an item.
 * What "same content", "creator" and "fresh" mean is handed in, so the rules know nothing of videos.
 */
import type { Drop, Reranker, RerankInput, RerankOutput } from "../types";

/** Keeps the items for which `reasonToDrop` is null, in the same order. */
function dropWhere(
  { items, scores }: RerankInput,
  reasonToDrop: (item: number) => Drop["reason"] | null,
): RerankOutput {
  const kept: number[] = [];
  const drops: Drop[] = [];
  for (const [index, item] of items.entries()) {
    const reason = reasonToDrop(item);
    if (reason) drops.push({ item, reason });
    else kept.push(index);
  }
  return {
    items: Int32Array.from(kept, (i) => items[i] as number),
    scores: Float32Array.from(kept, (i) => scores[i] as number),
    drops,
    moves: [],
  };
}

/** Of items with the same content only the best ranked stays. */
export function createDedupRule(contentOf: (item: number) => number): Reranker {
  return {
    name: "dedup",
    rerank(_query, input) {
      const seen = new Set<number>();
      return dropWhere(input, (item) => {
        const content = contentOf(item);
        if (seen.has(content)) return "duplicate";
        seen.add(content);
        return null;
      });
    },
  };
}

/** At most `cap` items of one creator; the best ranked stay. */
export function createCreatorCap(creatorOf: (item: number) => number, cap: number): Reranker {
  return {
    name: "creator cap",
    rerank(_query, input) {
      const counts = new Map<number, number>();
      return dropWhere(input, (item) => {
        const creator = creatorOf(item);
        const count = (counts.get(creator) ?? 0) + 1;
        if (count > cap) return "creator-cap";
        counts.set(creator, count);
        return null;
      });
    },
  };
}

/**
 * If fewer than `quota` of the first `slateSize` items are fresh, the best fresh items from below take the places of
 * the last items that are not. The first half of the slate is never touched.
 */
export function createFreshQuota(isFresh: (item: number) => boolean, quota: number): Reranker {
  return {
    name: "freshness quota",
    rerank(_query, { items, scores, slateSize }) {
      const order = Array.from(items.keys());
      const moves: RerankOutput["moves"][number][] = [];
      const isFreshAt = (position: number) => isFresh(items[order[position] as number] as number);
      const size = Math.min(slateSize, order.length);
      let missing = quota - order.slice(0, size).filter((_, position) => isFreshAt(position)).length;
      let target = size - 1;
      for (let from = size; from < order.length && missing > 0; from++) {
        if (!isFreshAt(from)) continue;
        while (target >= size / 2 && isFreshAt(target)) target--;
        if (target < size / 2) break;
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
