import { describe, expect, it } from "vitest";
import {
  explorationImpressions,
  explorationLoss,
  impressionsForHalfWidth,
  rateHalfWidth,
} from "@/lib/framework/exploration-cost";
import { createRandom } from "@/lib/random";
import { compareBandits, runBandit, upperConfidenceBound } from "./bandits";
import {
  betaCdf,
  betaDensity,
  betaMean,
  betaQuantile,
  credibleInterval,
  drawBeta,
  logGamma,
  posterior,
} from "./beta";

describe("the beta distribution", () => {
  it("has the log gamma function of Python's math.lgamma", () => {
    expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 11);
    expect(logGamma(10.5)).toBeCloseTo(13.940625219403763, 10);
    expect(logGamma(300.2)).toBeCloseTo(1410.3425572098665, 8);
  });
  it("sums like the binomial distribution that it is the other side of", () => {
    // P(X <= x) for Beta(a, b) is P(Binomial(a + b - 1, x) >= a); values by exact fractions.
    expect(betaCdf({ alpha: 2, beta: 5 }, 0.3)).toBeCloseTo(0.579825, 12);
    expect(betaCdf({ alpha: 13, beta: 287 }, 0.05)).toBeCloseTo(0.7345701955295602, 11);
    expect(betaCdf({ alpha: 1, beta: 1 }, 0.25)).toBeCloseTo(0.25, 12);
    expect([betaCdf({ alpha: 3, beta: 2 }, 0), betaCdf({ alpha: 3, beta: 2 }, 1)]).toEqual([0, 1]);
  });
  it("has the quantiles that exact fractions give", () => {
    expect(credibleInterval({ alpha: 2, beta: 5 }).map((x) => x.toFixed(9))).toEqual([
      "0.043271868",
      "0.641234579",
    ]);
    expect(credibleInterval({ alpha: 6, beta: 114 }).map((x) => x.toFixed(9))).toEqual([
      "0.018725508",
      "0.095330930",
    ]);
    expect(betaQuantile({ alpha: 1, beta: 1 }, 0.3)).toBeCloseTo(0.3, 12);
  });
  it("integrates its density", () => {
    const belief = { alpha: 3.5, beta: 40 };
    let sum = 0;
    for (let i = 0; i < 2000; i++) sum += betaDensity(belief, (i + 0.5) / 2000) / 2000;
    expect(sum).toBeCloseTo(1, 6);
  });
  it("draws with its mean and variance", () => {
    const random = createRandom("beta");
    for (const belief of [
      { alpha: 0.6, beta: 3 },
      { alpha: 8, beta: 150 },
    ]) {
      // biome-ignore format: two beliefs, one line
      const draws = Array.from({ length: 20_000 }, () => drawBeta(belief, random));
      const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
      const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
      const size = belief.alpha + belief.beta;
      expect(Math.abs(mean / betaMean(belief) - 1)).toBeLessThan(0.03);
      expect(Math.abs(variance / ((belief.alpha * belief.beta) / (size ** 2 * (size + 1))) - 1)).toBeLessThan(
        0.06,
      );
    }
  });
  it("shrinks a rate towards its prior by the views that both are worth", () => {
    // (100 x 0.05 + 3) / (100 + 20)
    expect(betaMean(posterior(0.05, 100, 3, 20))).toBeCloseTo(8 / 120, 12);
  });
});

describe("policies that explore", () => {
  const settings = {
    rates: [0.05, 0.04, 0.03, 0.02],
    steps: 1500,
    epsilon: 0.1,
    prior: { alpha: 1, beta: 19 },
  };
  it("know the bound of UCB1", () => {
    expect(upperConfidenceBound(3, 10, 100)).toBeCloseTo(0.3 + Math.sqrt((2 * Math.log(100)) / 10), 12);
    expect(upperConfidenceBound(0, 0, 5)).toBe(Number.POSITIVE_INFINITY);
  });
  it("have regret that never falls and that follows from what was shown", () => {
    const { regret, bestShown } = runBandit("thompson", settings, createRandom("run"));
    regret.slice(1).forEach((value, i) => {
      expect(value).toBeGreaterThanOrEqual(regret[i] ?? 0);
    });
    expect(regret.at(-1)).toBeLessThanOrEqual(0.03 * (1500 - bestShown) + 1e-9);
    expect(regret.at(-1)).toBeGreaterThanOrEqual(0.01 * (1500 - bestShown) - 1e-9);
  });
  it("explore by a share that cannot fall, when epsilon says so", () => {
    const always = runBandit("epsilon", { ...settings, epsilon: 1 }, createRandom("uniform"));
    // Uniform over four: a mean loss of (0 + 0.01 + 0.02 + 0.03) / 4 a step.
    expect(Math.abs((always.regret.at(-1) ?? 0) / (1500 * 0.015) - 1)).toBeLessThan(0.06);
  });
  it("learn: Thompson sampling beats a greedy choice, and both the coin, on rates that lie apart", () => {
    const apart = { ...settings, rates: [0.3, 0.2, 0.1], prior: { alpha: 1, beta: 1 } };
    const curves = compareBandits(apart, 12, 10, createRandom("compare"));
    const last = Object.fromEntries(curves.map(({ policy, points }) => [policy, points.at(-1)?.mean ?? 0]));
    expect(last.thompson).toBeLessThan(0.5 * 0.1 * 1500);
    expect(last.thompson).toBeLessThan(last.ucb ?? 0);
    expect(compareBandits(apart, 2, 3, createRandom("same"))).toEqual(
      compareBandits(apart, 2, 3, createRandom("same")),
    );
  });
});

describe("the price of first impressions", () => {
  it("is fifty million for a hundred each, and four points of uncertainty", () => {
    const impressions = explorationImpressions([{ items: 500_000, impressionsEach: 100 }]);
    expect(impressions).toBe(5e7);
    expect(impressions / 20e9).toBeCloseTo(0.0025, 12);
    expect(rateHalfWidth(0.05, 100)).toBeCloseTo(0.0427, 4);
    expect(impressionsForHalfWidth(0.05, rateHalfWidth(0.05, 100))).toBeCloseTo(100, 9);
    expect(explorationLoss(impressions, 20e9, 0.3)).toBeCloseTo(0.00075, 12);
  });
});
