import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { createScanKernel } from "./scan-kernel";
import { createVectorIndex } from "./vector-index";

const SIZE = 9_001;
const DIMENSION = 32;

function randomRows(seed: number): Int8Array {
  const random = createRandom(seed);
  // Few distinct values, so that ties at the k-th score are common.
  return Int8Array.from({ length: SIZE * DIMENSION }, () => random.integer(7) - 3);
}

function bruteForce(rows: Int8Array, query: Int16Array, from: number, to: number, k: number) {
  const scored = [];
  for (let row = from; row < to; row++) {
    let score = 0;
    for (let d = 0; d < DIMENSION; d++) score += (rows[row * DIMENSION + d] ?? 0) * (query[d] ?? 0);
    scored.push({ row, score });
  }
  return scored.sort((a, b) => b.score - a.score || a.row - b.row).slice(0, k);
}

describe("scan kernel", () => {
  it.each([
    ["wasm-simd", false],
    ["javascript", true],
  ] as const)(
    "%s gives exactly the brute-force result, ties to the lower row",
    async (implementation, forceScript) => {
      const rows = randomRows(3);
      const kernel = await createScanKernel(rows.byteLength, DIMENSION, forceScript);
      expect(kernel.implementation).toBe(implementation);
      new Int8Array(kernel.memory.buffer, kernel.rowsAddress, rows.length).set(rows);
      const random = createRandom(4);
      for (const [from, to, k] of [
        [0, SIZE, 500],
        [0, SIZE, 1],
        [100, 6_000, 2_000],
        [17, 40, 500],
      ] as const) {
        const query = Int16Array.from({ length: DIMENSION }, () => random.integer(255) - 127);
        const found = kernel.searchInt8(query, from, to, k);
        const expected = bruteForce(rows, query, from, to, k);
        expect([...found.rows]).toEqual(expected.map(({ row }) => row));
        expect([...found.scores]).toEqual(expected.map(({ score }) => score));
      }
    },
  );

  it("orders float rows as their dot products", async () => {
    const random = createRandom(5);
    const rows = Float32Array.from({ length: 500 * DIMENSION }, () => random.normal());
    const kernel = await createScanKernel(rows.byteLength, DIMENSION);
    new Float32Array(kernel.memory.buffer, kernel.rowsAddress, rows.length).set(rows);
    const query = Float32Array.from({ length: DIMENSION }, () => random.normal());
    const scores = Array.from({ length: 500 }, (_, row) =>
      query.reduce((sum, value, d) => sum + value * (rows[row * DIMENSION + d] ?? 0), 0),
    );
    const expected = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, 20);
    expect([...kernel.searchFloat(query, 0, 500, 20).rows]).toEqual(expected);
  });
});

describe("vector index", () => {
  it("finds nearly the same neighbours as the unquantised vectors", async () => {
    const random = createRandom(6);
    const vectors = new Float32Array(2_000 * DIMENSION);
    for (let row = 0; row < 2_000; row++) {
      const values = Array.from({ length: DIMENSION }, () => random.normal());
      const norm = Math.hypot(...values);
      vectors.set(
        values.map((value) => value / norm),
        row * DIMENSION,
      );
    }
    const index = await createVectorIndex(2_000, DIMENSION);
    index.write(vectors, 0, 2_000);
    const query = vectors.slice(0, DIMENSION);
    const found = index.search(query, 100);
    expect(found.items[0]).toBe(0);
    expect(found.scores[0]).toBeCloseTo(1, 1);
    const exact = Array.from({ length: 2_000 }, (_, row) => ({
      row,
      score: query.reduce((sum, value, d) => sum + value * (vectors[row * DIMENSION + d] ?? 0), 0),
    })).sort((a, b) => b.score - a.score);
    const truth = new Set(exact.slice(0, 100).map(({ row }) => row));
    expect([...found.items].filter((row) => truth.has(row)).length).toBeGreaterThanOrEqual(96);
  });
});
