import { describe, expect, it } from "vitest";
import {
  examinationFromHarvest,
  examinationFromSwaps,
  swapRatioLogError,
} from "@/lib/evaluation/examination";
import { fitPositionBasedModel } from "@/lib/evaluation/position-based-model";
import { countPairs, countSwaps } from "./log-counts";
import { DEFAULT_SEARCH_WORLD, NOTHING } from "./types";
import { createSearchWorld } from "./world";

const { log, truth } = createSearchWorld({
  ...DEFAULT_SEARCH_WORLD,
  products: 3_000,
  queries: 300,
  searches: 80_000,
});
const pairs = countPairs(log);
const logErrors = (found: ArrayLike<number>, upTo: number) =>
  [...truth.examination].slice(1, upTo).map((seen, at) => Math.abs(Math.log((found[at + 1] ?? 0) / seen)));
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe("the log as counts", () => {
  it("holds every impression and every click once", () => {
    expect(sum(pairs.impressions)).toBe(log.product.filter((product) => product >= 0).length);
    expect(sum(pairs.clicks)).toBe(log.outcome.filter((outcome) => outcome !== NOTHING).length);
    const first = countPairs(log, (search) => search === 0);
    expect([...first.product]).toEqual([...log.product.subarray(0, 10)].filter((product) => product >= 0));
    expect(first.query.every((query) => query === log.query[0])).toBe(true);
  });

  it("tells the true examination three ways: by swaps, by two rankers, by expectation maximisation", () => {
    // Each ratio of a chain with its own standard error; 9 of them stay within three.
    const zScores = countSwaps(log).map((swap, column) => {
      const expected = (truth.examination[column + 1] ?? 0) / (truth.examination[column] ?? 1);
      const ratio = (examinationFromSwaps([swap])[1] ?? 0) / expected;
      return Math.log(ratio) / swapRatioLogError(swap);
    });
    expect(Math.max(...zScores.map(Math.abs))).toBeLessThan(3);
    const harvested = logErrors(examinationFromHarvest(pairs), 10);
    expect(sum(harvested) / harvested.length).toBeLessThan(0.12);
    const fitted = logErrors(fitPositionBasedModel(pairs, 100).examination, 10);
    expect(sum(fitted) / fitted.length).toBeLessThan(0.12);
  });

  it("looks far steeper when clicks are counted without interventions", () => {
    const clicks = (position: number) =>
      sum([...pairs.clicks].filter((_, row) => pairs.position[row] === position));
    const naive = clicks(10) / clicks(1);
    expect(naive).toBeLessThan((truth.examination[9] ?? 0) * 0.95);
  });
});
