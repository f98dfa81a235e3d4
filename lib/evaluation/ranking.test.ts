import { describe, expect, it } from "vitest";
import {
  averagePrecisionAtK,
  coverage,
  dcgAtK,
  gini,
  hitsAtK,
  intraListDiversity,
  ndcgAtK,
  precisionAtK,
  recallAtK,
  reciprocalRank,
} from "./ranking";

// Oracle: scikit-learn 1.x ndcg_score / average_precision_score, and numpy for the exponential gain.
const GRADES = [3, 2, 3, 0, 1, 2];
const HITS = [1, 0, 1, 0, 0, 1];

describe("graded relevance", () => {
  it("agrees with scikit-learn for linear gain", () => {
    expect(dcgAtK(GRADES, 6, "linear")).toBeCloseTo(6.861127, 6);
    expect(ndcgAtK(GRADES, GRADES, 6, "linear")).toBeCloseTo(0.960808, 6);
    expect(ndcgAtK(GRADES, GRADES, 3, "linear")).toBeCloseTo(0.977781, 6);
  });
  it("agrees with the ranking libraries for exponential gain", () => {
    expect(dcgAtK(GRADES, 6, "exponential")).toBeCloseTo(13.848264, 6);
    expect(ndcgAtK(GRADES, GRADES, 6, "exponential")).toBeCloseTo(0.948811, 6);
    expect(ndcgAtK(GRADES, GRADES, 3, "exponential")).toBeCloseTo(0.959454, 6);
  });
  it("takes the ideal from all judged items, retrieved or not", () => {
    expect(ndcgAtK([1, 0], [1, 3], 2, "linear")).toBeCloseTo(1 / (3 + 1 / Math.log2(3)), 12);
    expect(ndcgAtK([0, 0], [], 2, "linear")).toBe(0);
  });
});

describe("binary relevance", () => {
  it("divides average precision by all relevant items", () => {
    expect(averagePrecisionAtK(HITS, 3, 6)).toBeCloseTo(0.722222, 6);
    expect(averagePrecisionAtK(HITS, 5, 6)).toBeCloseTo(0.433333, 6);
  });
  it("counts hits, precision and recall at a cut-off", () => {
    expect(hitsAtK(HITS, 3)).toBe(2);
    expect(precisionAtK(HITS, 3)).toBeCloseTo(2 / 3, 12);
    expect(recallAtK(HITS, 5, 3)).toBe(0.4);
    expect(precisionAtK([1], 10)).toBe(0.1);
  });
  it("averages reciprocal ranks 1, 3, 2 and none to 0.458333", () => {
    const lists = [[1], [0, 0, 1], [0, 1, 1], [0, 0]];
    const mrr = lists.reduce((sum, list) => sum + reciprocalRank(list), 0) / lists.length;
    expect(mrr).toBeCloseTo(0.458333, 6);
    expect(reciprocalRank([0, 0, 1], 2)).toBe(0);
  });
});

describe("whole catalogue", () => {
  it("gives 0 for equal exposure and (n-1)/n when one item takes all", () => {
    expect(gini([5, 5, 5, 5])).toBeCloseTo(0, 12);
    expect(gini([0, 0, 0, 9])).toBeCloseTo(0.75, 12);
    expect(gini([])).toBe(0);
  });
  it("averages the distance of all pairs", () => {
    expect(intraListDiversity([0, 1, 3], (a, b) => Math.abs(a - b))).toBe(2);
    expect(intraListDiversity([1], () => 1)).toBe(0);
  });
  it("counts each shown item once", () => {
    expect(coverage([[1, 2], Uint32Array.of(2, 3)], 6)).toBe(0.5);
  });
});
