import fc from "fast-check";
import { expect, it } from "vitest";
import type { Reranker } from "../types";
import { createDppReranker, createMmr } from "./diversify";
import { createFreshQuota } from "./fresh-quota";
import { chooseFresh, type Nature, reserveBelow } from "./reserve";
import { createDedupRule, createGroupCap } from "./rules";

const query = null;
const nature: Nature = {
  groupOf: (item) => item % 5,
  contentOf: (item) => Math.floor(item / 2),
  isFresh: (item) => item % 3 === 0,
};
const limits = { slateSize: 10, rankLimit: 15, groupCap: 2, freshQuota: 3 };
/** A positive semi-definite similarity: cosines of points on a circle. */
const similarity = (a: number, b: number) => Math.cos((a - b) / 7);

const createCap = (nature: Nature, { groupCap, freshQuota }: { groupCap: number; freshQuota: number }) =>
  createGroupCap({
    name: "cap",
    reason: "cap",
    groupOf: nature.groupOf,
    cap: groupCap,
    chooseFirst: (items) => chooseFresh(items, nature, freshQuota, groupCap),
  });

const RERANKERS: Reranker<null, string>[] = [
  createDedupRule(nature.contentOf),
  createCap(nature, limits),
  createFreshQuota(nature.isFresh, 3),
  createMmr(similarity, 0.6),
  createDppReranker(similarity),
];

const listOf = (items: ArrayLike<number>) => ({
  items: Int32Array.from(items),
  scores: Float32Array.from(items, (_, i) => 1 - i / 100),
});
const rankedLists = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 0, maxLength: 60 })
  .map(listOf);
const countWhere = (items: Iterable<number>, holds: (item: number) => boolean) =>
  [...items].filter(holds).length;

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

it("the cap holds, and a quota is met as far as the list allows, from the bottom of the slate", () => {
  fc.assert(
    fc.property(rankedLists, fc.integer({ min: 1, max: 12 }), (list, slateSize) => {
      const input = { ...list, slateSize };
      const capped = createCap(nature, limits).rerank(query, input).items;
      for (const group of [0, 1, 2, 3, 4])
        expect(countWhere(capped, (item) => nature.groupOf(item) === group)).toBeLessThanOrEqual(2);
      const quota = createFreshQuota(nature.isFresh, 2).rerank(query, input);
      const size = Math.min(slateSize, list.items.length);
      const top = Math.max(0, size - 2);
      const shown = countWhere(quota.items.subarray(0, size), nature.isFresh);
      expect(shown).toBeGreaterThanOrEqual(Math.min(2, size, countWhere(list.items, nature.isFresh)));
      expect([...quota.items.subarray(0, top)]).toEqual([...list.items.subarray(0, top)]);
    }),
  );
});

/** Rank limit, dedup, cap, a diversifier that likes anything but fresh items, quota: the order of the pipeline. */
function runRules(ranked: Int32Array) {
  const reserved = new Set(reserveBelow(ranked, nature, limits));
  const passed = [...ranked].filter((_, index) => index < limits.rankLimit || reserved.has(index));
  const apply = (items: ArrayLike<number>, reranker: Reranker<null, string>) =>
    reranker.rerank(query, { ...listOf(items), slateSize: limits.slateSize }).items;
  const capped = apply(apply(passed, createDedupRule(nature.contentOf)), createCap(nature, limits));
  const hostile = [...capped].sort((a, b) => Number(nature.isFresh(a)) - Number(nature.isFresh(b)));
  return {
    capped,
    slate: apply(hostile, createFreshQuota(nature.isFresh, limits.freshQuota)).subarray(0, limits.slateSize),
  };
}

it("rank limit, cap and diversifier cannot starve the quota, and the cap leaves enough to fill a slate", () => {
  fc.assert(
    fc.property(rankedLists, ({ items }) => {
      const { capped, slate } = runRules(items);
      const possible = chooseFresh(items, nature, limits.freshQuota, limits.groupCap).length;
      expect(countWhere(slate, nature.isFresh)).toBeGreaterThanOrEqual(Math.min(possible, slate.length));
      const everything = createCap(nature, limits).rerank(query, {
        ...listOf(createDedupRule(nature.contentOf).rerank(query, { ...listOf(items), slateSize: 10 }).items),
        slateSize: 10,
      }).items;
      expect(capped.length).toBeGreaterThanOrEqual(Math.min(limits.slateSize, everything.length - 1));
    }),
  );
});

it("a fresh item far below the limit, by a group whose share is taken, still gets its place", () => {
  const one: Nature = { contentOf: (item) => item, groupOf: () => 1, isFresh: (item) => item === 99 };
  const ranked = Int32Array.from([...Array(40).keys(), 99]);
  const settings = { slateSize: 5, rankLimit: 10, groupCap: 2, freshQuota: 1 };
  expect(reserveBelow(ranked, one, settings)).toEqual([40]);
  const passed = [...ranked.subarray(0, 10), 99];
  const { items, drops } = createCap(one, settings).rerank(query, { ...listOf(passed), slateSize: 5 });
  expect([...items]).toEqual([0, 99]);
  expect(drops).toHaveLength(9);
});
