import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "@/lib/random";
import { quantiseQuery, quantiseRows } from "./quantise";
import { createFloatSearch } from "./scan-float";
import type { Implementation } from "./scan-kernel";
import { createVectorIndex, defaultListCount, type VectorIndex } from "./vector-index";

const DIMENSION = 32;
const SIZE = 9_001;
const IMPLEMENTATIONS: readonly Implementation[] = ["simd", "javascript"];
const checkpoint = async () => undefined;

/** Unit vectors around a few directions, with copies and zero vectors among them, so that ties are common. */
function makeVectors(size: number, random: Random): Float32Array {
  const topics = Float32Array.from({ length: 20 * DIMENSION }, () => random.normal());
  const vectors = new Float32Array(size * DIMENSION);
  for (let row = 0; row < size; row++) {
    const copied = row > 0 && random.next() < 0.3 ? random.integer(row) : -1;
    const topic = random.integer(20);
    const values = Array.from({ length: DIMENSION }, (_, d) =>
      copied >= 0
        ? (vectors[copied * DIMENSION + d] as number)
        : (topics[topic * DIMENSION + d] as number) + random.normal() * 0.6,
    );
    const norm = random.next() < 0.02 ? Number.POSITIVE_INFINITY : Math.hypot(...values) || 1;
    vectors.set(
      values.map((value) => value / norm),
      row * DIMENSION,
    );
  }
  return vectors;
}

const makeQuery = (random: Random) => Float32Array.from({ length: DIMENSION }, () => random.normal());

/** What search promises, from the quantised integers alone: best by the coarse query, then by the fine one. */
function bruteForce(vectors: Float32Array, size: number, query: Float32Array, k: number) {
  const rows = new Int8Array(size * DIMENSION);
  const scales = new Uint8Array(size);
  quantiseRows(vectors, rows, scales);
  const coarse = new Int8Array(DIMENSION);
  const fine = new Int16Array(DIMENSION);
  const unit = quantiseQuery(query, coarse, fine);
  const product = (item: number, other: ArrayLike<number>) => {
    let sum = 0;
    for (let d = 0; d < DIMENSION; d++) sum += (rows[item * DIMENSION + d] ?? 0) * (other[d] ?? 0);
    return sum * (scales[item] ?? 0);
  };
  const best = (items: number[], other: ArrayLike<number>, count: number) =>
    items
      .map((item) => ({ item, score: product(item, other) }))
      .sort((a, b) => b.score - a.score || a.item - b.item)
      .slice(0, count);
  const all = Array.from({ length: size }, (_, item) => item);
  const candidates = best(all, coarse, k + 32 + (k >> 4)).map(({ item }) => item);
  return best(candidates, fine, k).map(({ item, score }) => ({ item, score: Math.fround(score * unit) }));
}

async function makeIndex(
  vectors: Float32Array,
  implementation: Implementation,
  size = SIZE,
): Promise<VectorIndex> {
  const index = await createVectorIndex(size, DIMENSION, { implementation });
  index.write(vectors.subarray(0, 4_000 * DIMENSION), 0, Math.min(4_000, size));
  if (size > 4_000) index.write(vectors.subarray(4_000 * DIMENSION), 4_000, size - 4_000);
  return index;
}

const pairs = ({ items, scores }: { items: Int32Array; scores: Float32Array }) =>
  Array.from(items, (item, i) => ({ item, score: scores[i] }));

describe.each(IMPLEMENTATIONS)("vector index, %s", (implementation) => {
  it("finds exactly the brute-force result, equal scores to the lower item, with and without lists", async () => {
    const random = createRandom(3);
    const vectors = makeVectors(SIZE, random);
    const index = await makeIndex(vectors, implementation);
    expect(index.implementation).toBe(implementation);
    expect(index.threads).toBe(1);
    const queries = [500, 1, 2_000, 37].map((k) => ({ k, query: makeQuery(random) }));
    queries.push({ k: 50, query: vectors.slice(0, DIMENSION) });
    const expected = queries.map(({ query, k }) => bruteForce(vectors, SIZE, query, k));
    for (const lists of [0, 64, 9]) {
      if (lists > 0) await index.buildLists(lists, createRandom(lists), checkpoint);
      for (const [i, { query, k }] of queries.entries()) {
        const found = index.search(query, k);
        expect(found.scanned).toBe(SIZE);
        expect(pairs(found)).toEqual(expected[i]);
      }
    }
  });

  it("keeps every item's vector, scores and cosines while lists are built", async () => {
    const vectors = makeVectors(2_000, createRandom(8));
    const index = await makeIndex(vectors, implementation, 2_000);
    const items = Int32Array.from({ length: 2_000 }, (_, item) => item);
    const read = () => {
      const scores = new Float32Array(2_000);
      index.score(makeQuery(createRandom(9)), items, scores);
      return { scores, first: index.vector(0), last: index.vector(1_999), cosine: index.cosine(3, 1_200) };
    };
    const before = read();
    await index.buildLists(32, createRandom(1), checkpoint);
    expect(read()).toEqual(before);
    expect(() => index.write(vectors, 0, 1)).toThrow(/once lists are built/);
    for (let d = 0; d < DIMENSION; d++)
      expect(before.last[d]).toBeCloseTo(vectors[1_999 * DIMENSION + d] ?? 0, 2);
    const found = index.search(makeQuery(createRandom(9)), 20);
    expect(found.scores).toEqual(Float32Array.from(found.items, (item) => before.scores[item] ?? 0));
  });
});

describe("inverted lists", () => {
  it("are the same with every implementation, find most of the nearest in few lists, and all in all lists", async () => {
    const vectors = makeVectors(SIZE, createRandom(5));
    const [simd, script] = await Promise.all(
      IMPLEMENTATIONS.map(async (implementation) => {
        const index = await makeIndex(vectors, implementation);
        const fractions: number[] = [];
        await index.buildLists(128, createRandom(11), checkpoint, (fraction) => fractions.push(fraction));
        expect(fractions.at(-1)).toBe(1);
        return index;
      }),
    );
    if (!simd || !script) throw new Error("Both were built.");
    const random = createRandom(12);
    let found = 0;
    for (let i = 0; i < 40; i++) {
      const item = random.integer(SIZE);
      const query = vectors.slice(item * DIMENSION, (item + 1) * DIMENSION);
      const near = simd.searchLists(query, 50, 12);
      expect(script.searchLists(query, 50, 12)).toEqual(near);
      expect(near.scanned).toBeLessThan(SIZE / 4);
      const exact = simd.search(query, 50);
      const wanted = new Set(exact.items);
      found += near.items.filter((candidate) => wanted.has(candidate)).length / 50;
      expect(simd.searchLists(query, 50, 128)).toEqual(exact);
    }
    expect(found / 40).toBeGreaterThan(0.95);
  });

  it("built again in another number are those of an index that never had others", async () => {
    const vectors = makeVectors(SIZE, createRandom(21));
    const [again, once] = [await makeIndex(vectors, "simd"), await makeIndex(vectors, "simd")];
    for (const lists of [64, 200, 24]) await again.buildLists(lists, createRandom(4), checkpoint);
    await once.buildLists(24, createRandom(4), checkpoint);
    expect(again.lists).toBe(24);
    const random = createRandom(22);
    for (const probes of [1, 3, 23, 24]) {
      const query = makeQuery(random);
      const found = again.searchLists(query, 80, probes);
      expect(found).toEqual(once.searchLists(query, 80, probes));
      expect(found.items).toHaveLength(80);
    }
  });

  it("are gone after a cancelled build, while the exact search stays as it was", async () => {
    const vectors = makeVectors(SIZE, createRandom(6));
    const index = await makeIndex(vectors, "simd");
    const query = makeQuery(createRandom(7));
    const before = index.search(query, 100);
    expect(() => index.searchLists(query, 10, 1)).toThrow(/no lists/);
    await index.buildLists(64, createRandom(1), checkpoint);
    let calls = 0;
    const cancel = async () => {
      if (++calls === 3) throw new DOMException("Cancelled.", "AbortError");
    };
    await expect(index.buildLists(32, createRandom(1), cancel)).rejects.toThrow("Cancelled.");
    expect(index.lists).toBe(0);
    expect(index.search(query, 100)).toEqual(before);
    await expect(index.buildLists(5_000, createRandom(1), checkpoint)).rejects.toThrow(RangeError);
  });

  it("number about the square root of the rows", () => {
    expect([1, 50_000, 100_000, 1_000_000].map(defaultListCount)).toEqual([1, 256, 256, 1_024]);
  });
});

describe("memory of an index", () => {
  it("holds at most 75 MB for a million rows of 64", async () => {
    const index = await createVectorIndex(1_000_000, 64);
    expect(index.bytes).toBeLessThanOrEqual(75e6);
    expect(index.bytes).toBeGreaterThan(64e6);
  });
});

describe("float search", () => {
  it("orders float rows as their dot products, chunk by chunk", async () => {
    const random = createRandom(5);
    const rows = Float32Array.from({ length: 500 * DIMENSION }, () => random.normal());
    const query = makeQuery(random);
    const scores = Array.from({ length: 500 }, (_, row) =>
      query.reduce((sum, value, d) => sum + value * (rows[row * DIMENSION + d] ?? 0), 0),
    );
    const expected = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, 20);
    const search = await createFloatSearch(DIMENSION, 500);
    search.load(rows, 500);
    const found = search.search(query, 20);
    expect([...found.rows]).toEqual(expected);
    for (const [i, row] of expected.entries()) expect(found.scores[i]).toBeCloseTo(scores[row] ?? 0, 4);
  });

  it("agrees with the index on nearly all of the nearest", async () => {
    const vectors = makeVectors(SIZE, createRandom(15));
    const index = await makeIndex(vectors, "simd");
    const search = await createFloatSearch(DIMENSION, SIZE);
    search.load(vectors, SIZE);
    const query = vectors.slice(0, DIMENSION);
    const wanted = new Set(search.search(query, 300).rows);
    const found = index.search(query, 300).items.filter((item) => wanted.has(item));
    expect(found.length).toBeGreaterThanOrEqual(285);
  });
});
