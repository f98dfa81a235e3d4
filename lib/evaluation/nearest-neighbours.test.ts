import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { buildLists, drawPlane, recallByProbes, searchLists } from "./inverted-lists";
import { kMeans, nearestCentroid } from "./k-means";
import {
  drawVectors,
  ranksOfBest,
  recallAtDepth,
  reconstructionError,
  roundToCodewords,
  roundToLevels,
} from "./quantisation";

describe("k-means", () => {
  it("finds two groups that lie apart, and their means", () => {
    const rows = [0, 0, 0, 2, 2, 0, 10, 10, 10, 12, 12, 10];
    const { centroids, membership } = kMeans(rows, 2, 2, 10, createRandom("k-means"));
    const [first = 0, , , last = 0] = membership;
    expect([...membership]).toEqual([first, first, first, last, last, last]);
    expect(first).not.toBe(last);
    expect(centroids[first * 2]).toBeCloseTo(2 / 3, 12);
    expect(centroids[last * 2 + 1]).toBeCloseTo(32 / 3, 12);
  });
  it("ends with every row in the cell of its nearest centroid", () => {
    const rows = drawPlane(300, 5, 0.05, createRandom("plane"));
    const { centroids, membership } = kMeans(rows, 2, 8, 50, createRandom("cells"));
    membership.forEach((cell, row) => {
      expect(nearestCentroid(rows, row, centroids, 2)).toBe(cell);
    });
  });
});

describe("inverted lists", () => {
  const rows = drawPlane(400, 6, 0.06, createRandom("plane"));
  const index = buildLists(rows, 2, 16, 12, createRandom("lists"));
  const queries = drawPlane(60, 6, 0.06, createRandom("queries"));
  it("hold every row once", () => {
    expect(index.lists.flat().sort((a, b) => a - b)).toEqual([...Array(400).keys()]);
  });
  it("find everything when all cells are searched, and more the more are", () => {
    const curve = recallByProbes(index, queries, 10);
    expect(curve.at(-1)).toMatchObject({ recall: 1, compared: 1 + 16 / 400 });
    curve.slice(1).forEach(({ recall, compared }, i) => {
      expect(recall).toBeGreaterThanOrEqual(curve[i]?.recall ?? 0);
      expect(compared).toBeGreaterThan(curve[i]?.compared ?? 0);
    });
    expect(curve[0]?.recall).toBeLessThan(0.9);
  });
  it("compare with the centroids and the rows of the probed cells only", () => {
    const search = searchLists(index, [0.5, 0.5], 3, 5);
    expect(search.compared).toBe(
      16 + search.probed.reduce((sum, cell) => sum + (index.lists[cell]?.length ?? 0), 0),
    );
    expect(search.exact).toHaveLength(5);
  });
});

describe("quantised vectors", () => {
  const recallOfDecoded = (vectors: typeof set, decoded: Float64Array, k: number, depth = k) =>
    recallAtDepth(ranksOfBest(vectors, decoded, k), depth);
  const set = drawVectors(400, 20, 32, 12, 0.8, createRandom("vectors"));
  it("lose a quarter of their error's size with every bit: four times less squared error", () => {
    const errors = [3, 4, 5, 6].map((bits) => reconstructionError(set.rows, roundToLevels(set, bits), 32));
    errors.slice(1).forEach((error, i) => {
      // Levels go from 2^b - 1 steps to 2^(b+1) - 1, so the ratio is a little over four.
      const steps = (2 ** (i + 4) - 1) / (2 ** (i + 3) - 1);
      expect((errors[i] ?? 0) / error / steps ** 2).toBeGreaterThan(0.9);
      expect((errors[i] ?? 0) / error / steps ** 2).toBeLessThan(1.1);
    });
  });
  it("find what the originals find once eight bits are kept, and less with fewer", () => {
    const recalls = [1, 2, 4, 8].map((bits) => recallOfDecoded(set, roundToLevels(set, bits), 10));
    expect(recalls[3]).toBeGreaterThan(0.97);
    expect(recalls[0]).toBeLessThan(recalls[2] ?? 0);
    expect(recallOfDecoded(set, set.rows, 10)).toBe(1);
  });
  it("are repaired by scoring the best again", () => {
    const decoded = roundToCodewords(set, 4, 16, createRandom("codes"));
    const [plain, rescored] = [recallOfDecoded(set, decoded, 10), recallOfDecoded(set, decoded, 10, 100)];
    expect(rescored).toBeGreaterThan(plain + 0.1);
    expect(recallOfDecoded(set, decoded, 10, 400)).toBe(1);
  });
  it("keep more with more pieces", () => {
    const errors = [2, 4, 8, 16].map((pieces) =>
      reconstructionError(set.rows, roundToCodewords(set, pieces, 16, createRandom("codes")), 32),
    );
    errors.slice(1).forEach((error, i) => {
      expect(error).toBeLessThan(errors[i] ?? 0);
    });
  });
});
