import fc from "fast-check";
import { expect, it } from "vitest";
import type { Query, Reranker } from "../types";
import { createDppReranker, createMmr } from "./diversify";
import { createCreatorCap, createDedupRule, createFreshQuota } from "./rules";

const query: Query = {
  userId: null,
  history: new Int32Array(0),
  historyDays: new Float32Array(0),
  language: 0,
  nowDay: 0,
};
const creatorOf = (item: number) => item % 5;
const contentOf = (item: number) => Math.floor(item / 2);
const isFresh = (item: number) => item % 3 === 0;
/** A positive semi-definite similarity: cosines of points on a circle. */
const similarity = (a: number, b: number) => Math.cos((a - b) / 7);

const RERANKERS: Reranker[] = [
  createDedupRule(contentOf),
  createCreatorCap(creatorOf, 2),
  createFreshQuota(isFresh, 3),
  createMmr(similarity, 0.6),
  createDppReranker(similarity),
];

const rankedLists = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 0, maxLength: 60 })
  .map((items) => ({
    items: Int32Array.from(items),
    scores: Float32Array.from(items, (_, i) => 1 - i / 100),
  }));

it("no re-ranker adds, repeats or silently loses an item", () => {
  fc.assert(
    fc.property(
      rankedLists,
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(...RERANKERS),
      (list, slateSize, reranker) => {
        const output = reranker.rerank(query, { ...list, slateSize });
        const all = [...output.items, ...output.drops.map(({ item }) => item)];
        expect(all.sort((a, b) => a - b)).toEqual([...list.items].sort((a, b) => a - b));
        expect(output.scores).toHaveLength(output.items.length);
      },
    ),
  );
});

it("the caps hold, and the quota is met as far as the list allows without touching the upper half", () => {
  fc.assert(
    fc.property(rankedLists, fc.integer({ min: 1, max: 12 }), (list, slateSize) => {
      const input = { ...list, slateSize };
      const counts = new Map<number, number>();
      for (const item of createCreatorCap(creatorOf, 2).rerank(query, input).items)
        counts.set(creatorOf(item), (counts.get(creatorOf(item)) ?? 0) + 1);
      expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(2);
      const quota = createFreshQuota(isFresh, 2).rerank(query, input);
      const size = Math.min(slateSize, list.items.length);
      const upper = Math.ceil(size / 2);
      expect([...quota.items.subarray(0, upper)]).toEqual([...list.items.subarray(0, upper)]);
      const count = (items: Int32Array) => [...items].filter(isFresh).length;
      const possible = Math.min(2, count(list.items), count(list.items.subarray(0, upper)) + size - upper);
      expect(count(quota.items.subarray(0, size))).toBeGreaterThanOrEqual(possible);
    }),
  );
});
