import { describe, expect, it } from "vitest";
import { binormalAuc, outcomeAtThreshold, thresholdOnReports } from "./decision-costs";

const COSTS = { falsePositive: 1, falseNegative: 20 };
const detector = { prevalence: 0.02, separation: 2, oddsFactor: 1 };

describe("a threshold on probabilities", () => {
  // Oracle: scipy.stats.norm by hand; d = 1: AUC = Phi(0.70711) = 0.76025; Phi(0.5) = 0.69146.
  it("has the rates of two normals", () => {
    expect(binormalAuc(1)).toBeCloseTo(0.7602499, 6);
    const even = outcomeAtThreshold(0.5, { prevalence: 0.5, separation: 1, oddsFactor: 1 }, COSTS);
    expect(even.truePositiveRate).toBeCloseTo(0.6914625, 6);
    expect(even.falsePositiveRate).toBeCloseTo(0.3085375, 6);
    expect(even.cost).toBeCloseTo(0.5 * 0.3085375 * 20 + 0.5 * 0.3085375, 6);
  });
  it("is cheapest at cFP / (cFP + cFN) when calibrated", () => {
    const best = thresholdOnReports(COSTS, 1);
    expect(best).toBeCloseTo(1 / 21, 12);
    const cost = (threshold: number) => outcomeAtThreshold(threshold, detector, COSTS).cost;
    for (const factor of [0.5, 0.8, 1.25, 2]) expect(cost(best * factor)).toBeGreaterThan(cost(best));
  });
  it("moves with the factor on the odds, and costs the same there", () => {
    const wrong = { ...detector, oddsFactor: 40 };
    const there = outcomeAtThreshold(thresholdOnReports(COSTS, 40), wrong, COSTS).cost;
    expect(there).toBeCloseTo(outcomeAtThreshold(1 / 21, detector, COSTS).cost, 12);
    expect(outcomeAtThreshold(1 / 21, wrong, COSTS).cost).toBeGreaterThan(2 * there);
    expect(thresholdOnReports(COSTS, 40)).toBeCloseTo(2 / 3, 12);
  });
  it("has the numbers that the chapter on calibration quotes, per 1,000 cases", () => {
    const cost = (threshold: number, oddsFactor: number) =>
      Math.round(
        1_000 * outcomeAtThreshold(threshold, { prevalence: 0.01, separation: 2, oddsFactor }, COSTS).cost,
      );
    expect([cost(1 / 21, 1), cost(0.5, 1), cost(1 / 21, 40)]).toEqual([120, 181, 517]);
    const flagged = outcomeAtThreshold(
      1 / 21,
      { prevalence: 0.01, separation: 2, oddsFactor: 40 },
      COSTS,
    ).flagged;
    expect(flagged.toFixed(2)).toBe("0.52");
  });
});
