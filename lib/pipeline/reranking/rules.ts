/**
 * Rules between ranking and the slate. Each one drops or moves items and says so; none adds or repeats an item.
 * What "same content", "creator" and "fresh" mean is handed in, so the rules know nothing of videos.
 */
import type { Drop, Reranker, RerankInput, RerankOutput } from "../types";
import { chooseFresh, type Nature } from "./reserve";

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

/**
 * At most `creatorCap` items of one creator. The fresh ones that the quota needs are counted first, so that it cannot
 * be starved; of the others the best ranked stay.
 */
export function createCreatorCap(
  nature: Nature,
  { creatorCap, freshQuota }: { readonly creatorCap: number; readonly freshQuota: number },
): Reranker {
  const { creatorOf } = nature;
  return {
    name: "creator cap",
    rerank(_query, input) {
      const needed = new Set(chooseFresh(input.items, nature, freshQuota, creatorCap));
      const counts = new Map<number, number>();
      const count = (item: number) => {
        const sum = (counts.get(creatorOf(item)) ?? 0) + 1;
        counts.set(creatorOf(item), sum);
        return sum;
      };
      for (const item of needed) count(item);
      return dropWhere(input, (item) =>
        needed.has(item) || count(item) <= creatorCap ? null : "creator-cap",
      );
    },
  };
}
