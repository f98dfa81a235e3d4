import { expect, test } from "vitest";
import { bm25Idf, bm25Norm, bm25Saturation, LUCENE_BM25 } from "./bm25";

test("by hand: a term in 200,000 of 200 million products, twice in a title of 20 words where 10 are usual", () => {
  // Oracle: python3 -c "from math import log; print(log(1 + (2e8 - 2e5 + .5) / (2e5 + .5)))"
  expect(bm25Idf(200e6, 200e3)).toBeCloseTo(6.907753, 6);
  expect(bm25Norm(20, 10, LUCENE_BM25)).toBeCloseTo(1.2 * 1.75, 12);
  expect(bm25Saturation(2, bm25Norm(20, 10, LUCENE_BM25))).toBeCloseTo(2 / 4.1, 12);
});

test("a term in every document counts for nearly nothing, and never less than nothing", () => {
  expect(bm25Idf(100, 100)).toBeGreaterThan(0);
  expect(bm25Idf(100, 100)).toBeLessThan(0.01);
});

test("repetition saturates below one; without length normalisation lengths do not matter", () => {
  const norm = bm25Norm(10, 10, LUCENE_BM25);
  const saturations = [0, 1, 2, 5, 50].map((frequency) => bm25Saturation(frequency, norm));
  expect(saturations).toEqual([...saturations].sort((a, b) => a - b));
  expect(saturations[0]).toBe(0);
  expect(saturations[4]).toBeLessThan(1);
  expect(bm25Norm(500, 10, { k1: 1.2, b: 0 })).toBe(1.2);
});
