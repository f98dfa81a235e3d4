import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { createVectorIndex, type SearchResult } from "./vector-index";

const DIMENSION = 16;

const cases = fc.record({
  size: fc.integer({ min: 1, max: 400 }),
  seed: fc.integer(),
  levels: fc.integer({ min: 1, max: 9 }),
  lists: fc.integer({ min: 1, max: 300 }),
  k: fc.integer({ min: 0, max: 450 }),
  probes: fc.integer({ min: 1, max: 300 }),
});

/** Components from few levels: many equal rows, zero vectors, and vectors longer than 1. */
function drawVectors(count: number, levels: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from(
    { length: count * DIMENSION },
    () => (random.integer(levels) - (levels - 1) / 2) / (random.next() < 0.1 ? 1 : 4),
  );
}

function expectRanked({ items, scores }: SearchResult, size: number) {
  expect(new Set(items).size).toBe(items.length);
  for (const [i, item] of items.entries()) {
    expect(item).toBeGreaterThanOrEqual(0);
    expect(item).toBeLessThan(size);
    if (i === 0) continue;
    const order = (scores[i - 1] as number) - (scores[i] as number) || item - (items[i - 1] as number);
    expect(order).toBeGreaterThan(0);
  }
}

describe("any index", () => {
  it("gives ranked results that do not depend on lists or implementation, and lists give a part of them", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ size, seed, levels, lists, k, probes }) => {
        const vectors = drawVectors(size, levels, seed);
        const query = drawVectors(1, 255, seed + 1);
        const index = await createVectorIndex(size, DIMENSION);
        const script = await createVectorIndex(size, DIMENSION, { implementation: "javascript" });
        for (const one of [index, script]) one.write(vectors, 0, size);
        const before = index.search(query, k);
        expectRanked(before, size);
        expect(before.items).toHaveLength(Math.min(k, size));
        for (const one of [index, script])
          await one.buildLists(lists, createRandom(seed), async () => undefined);
        expect(index.search(query, k)).toEqual(before);
        const found = index.searchLists(query, k, probes);
        expectRanked(found, size);
        expect(found.items.length).toBeLessThanOrEqual(Math.min(k, found.scanned));
        expect(script.searchLists(query, k, probes)).toEqual(found);
        const scores = new Float32Array(found.items.length);
        index.score(query, found.items, scores);
        expect(scores).toEqual(found.scores);
      }),
      { numRuns: 150 },
    );
  });
});
