/**
 * Rules between ranking and the slate. Each one drops or moves items and says so; none adds or repeats an item.
 * What "same content" and "group" mean is handed in, so the rules know nothing of any world.
 */
import type { Drop, Reranker, RerankInput, RerankOutput } from "../types";

/** Keeps the items for which `reasonToDrop` is null, in the same order. */
function dropWhere<Reason extends string>(
  { items, scores }: RerankInput,
  reasonToDrop: (item: number) => Reason | null,
): RerankOutput<Reason> {
  const kept: number[] = [];
  const drops: Drop<Reason>[] = [];
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
export function createDedupRule(contentOf: (item: number) => number): Reranker<unknown, "duplicate"> {
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
 * At most `cap` items of one group (a creator, a seller). `chooseFirst` names items that are counted first, so that a
 * later quota cannot be starved; of the others the best ranked stay.
 */
export function createGroupCap<Reason extends string>({
  name,
  reason,
  groupOf,
  cap,
  chooseFirst = () => [],
}: {
  readonly name: string;
  readonly reason: Reason;
  readonly groupOf: (item: number) => number;
  readonly cap: number;
  readonly chooseFirst?: (items: Int32Array) => readonly number[];
}): Reranker<unknown, Reason> {
  return {
    name,
    rerank(_query, input) {
      const first = new Set(chooseFirst(input.items));
      const counts = new Map<number, number>();
      const count = (item: number) => {
        const sum = (counts.get(groupOf(item)) ?? 0) + 1;
        counts.set(groupOf(item), sum);
        return sum;
      };
      for (const item of first) count(item);
      return dropWhere(input, (item) => (first.has(item) || count(item) <= cap ? null : reason));
    },
  };
}
