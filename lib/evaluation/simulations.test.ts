import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { drawBinomial } from "./binomial";
import { auc } from "./classification";
import {
  crossLowRankParameters,
  crossV1Parameters,
  crossV2Parameters,
  log10Monomials,
  mlpParameters,
} from "./cross-network";
import { inBatchOptimum, inBatchSoftmaxLoss, zipfShares } from "./in-batch-softmax";
import { weightedScore } from "./objective";
import {
  inversePropensityRate,
  inversePropensityStandardError,
  naiveClickRate,
  orderByValue,
  simulateClicks,
} from "./position-bias";
import { demandByBand, drawPopulation, retrieveByPopularity } from "./retrieval-by-popularity";
import { aucOfRandomSplit, aucOfTimeSplit, groupedAuc, simulateDriftingLog } from "./time-split";

const ATTRACTIONS = [0.1, 0.12, 0.08, 0.2, 0.05, 0.06, 0.07, 0.3, 0.04, 0.03];

describe("binomial draws", () => {
  it("has the mean and variance of its distribution", () => {
    const random = createRandom("binomial");
    for (const p of [0.02, 0.5, 0.9]) {
      const draws = Array.from({ length: 4000 }, () => drawBinomial(50, p, random));
      const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
      const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
      expect(Math.abs(mean - 50 * p)).toBeLessThan(0.25);
      expect(Math.abs(variance / (50 * p * (1 - p)) - 1)).toBeLessThan(0.12);
    }
    expect([drawBinomial(7, 0, random), drawBinomial(7, 1, random), drawBinomial(0, 0.5, random)]).toEqual([
      0, 7, 0,
    ]);
  });
});

describe("position bias", () => {
  const clicks = simulateClicks(ATTRACTIONS, 200_000, 1, createRandom(7));
  it("is hidden in naive rates and undone by weighting", () => {
    expect(orderByValue(naiveClickRate(clicks, 200_000)).slice(0, 2)).toEqual([0, 1]);
    expect(orderByValue(inversePropensityRate(clicks, 200_000, 1))).toEqual([7, 3, 1, 0, 2, 6, 5, 4, 8, 9]);
  });
  it("leaves an error of the size its formula says", () => {
    inversePropensityRate(clicks, 200_000, 1).forEach((rate, i) => {
      const truth = ATTRACTIONS[i] ?? 0;
      expect(Math.abs(rate - truth)).toBeLessThan(
        4 * inversePropensityStandardError(truth, i + 1, 1, 200_000),
      );
    });
  });
});

describe("in-batch softmax", () => {
  it("converges to log P(y|x) - log Q(y), and with logQ to log P(y|x)", () => {
    const shares = [0.5, 0.25, 0.15, 0.1];
    for (const corrected of [false, true]) {
      const random = createRandom("softmax");
      const cumulative = shares.map((_, i) => shares.slice(0, i + 1).reduce((sum, share) => sum + share, 0));
      const draw = () => {
        const u = random.next();
        return Math.max(
          0,
          cumulative.findIndex((edge) => u < edge),
        );
      };
      const scores = [0, 0, 0, 0];
      for (let step = 0; step < 6000; step++) {
        const batch = Array.from({ length: 48 }, draw);
        const logQ = batch.map((item) => (corrected ? Math.log(shares[item] ?? 1) : 0));
        const { gradient } = inBatchSoftmaxLoss(
          batch.map((item) => scores[item] ?? 0),
          logQ,
          0,
        );
        batch.forEach((item, i) => {
          scores[item] = (scores[item] ?? 0) - 0.02 * (gradient[i] ?? 0);
        });
      }
      const optimum = inBatchOptimum(shares, shares, corrected ? 1 : 0);
      for (const item of [1, 2, 3]) {
        const learned = (scores[item] ?? 0) - (scores[0] ?? 0);
        expect(Math.abs(learned - ((optimum[item] ?? 0) - (optimum[0] ?? 0)))).toBeLessThan(0.25);
      }
    }
  });
  it("has the gradient of its loss", () => {
    const scores = [0.3, -1, 2];
    const logQ = [-1, -2, -0.5];
    const { loss, gradient } = inBatchSoftmaxLoss(scores, logQ, 1);
    scores.forEach((_, i) => {
      const nudged = scores.map((score, j) => (i === j ? score + 1e-6 : score));
      expect((inBatchSoftmaxLoss(nudged, logQ, 1).loss - loss) / 1e-6).toBeCloseTo(gradient[i] ?? 0, 5);
    });
  });
  it("pushes popular items down when uncorrected, and costs recall", () => {
    const population = drawPopulation(
      { items: 200, exponent: 1, tasteSpread: 1, users: 150 },
      createRandom(1),
    );
    const uncorrected = retrieveByPopularity(population, 0, 10, 5);
    const corrected = retrieveByPopularity(population, 1, 10, 5);
    expect(corrected.recall).toBeGreaterThan(uncorrected.recall + 0.1);
    expect(uncorrected.retrievedShares[0]).toBeLessThan(corrected.retrievedShares[0] ?? 0);
    expect(demandByBand(population, 5).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(zipfShares(3, 0)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });
});

describe("random against time split", () => {
  const options = { items: 200, days: 40, futureDays: 8, viewsPerItemAndDay: 50 };
  const measure = (halfLifeDays: number) => {
    const log = simulateDriftingLog({ ...options, halfLifeDays }, createRandom("split"));
    return {
      random: aucOfRandomSplit(log, 0.2, createRandom("rows")),
      time: aucOfTimeSplit(log, 32, 32, 40),
      deployed: aucOfTimeSplit(log, 40, 40, 48),
    };
  };
  it("flatters only when the world drifts", () => {
    const still = measure(1e6);
    expect(Math.abs(still.random - still.deployed)).toBeLessThan(0.01);
    const drifting = measure(10);
    expect(drifting.random - drifting.deployed).toBeGreaterThan(0.02);
    expect(Math.abs(drifting.time - drifting.deployed)).toBeLessThan(drifting.random - drifting.deployed);
  });
  it("computes the same AUC from groups as from rows", () => {
    const groups = [
      { score: 0.1, positives: 1, negatives: 3 },
      { score: 0.4, positives: 2, negatives: 2 },
      { score: 0.4, positives: 1, negatives: 0 },
    ];
    const rows = groups.flatMap(({ score, positives, negatives }) => [
      ...Array.from({ length: positives }, () => [1, score] as const),
      ...Array.from({ length: negatives }, () => [0, score] as const),
    ]);
    expect(groupedAuc(groups)).toBeCloseTo(
      auc(
        rows.map(([label]) => label),
        rows.map(([, score]) => score),
      ),
      12,
    );
  });
});

describe("cross layers and objectives", () => {
  it("counts parameters", () => {
    expect(crossV1Parameters(256, 3)).toBe(1536);
    expect(crossV2Parameters(256, 3)).toBe(197_376);
    expect(crossLowRankParameters(256, 3, 64)).toBe(99_072);
    expect(mlpParameters(256, 2, 128)).toBe(256 * 128 + 128 + 128 * 128 + 128);
    expect(10 ** log10Monomials(2, 1)).toBeCloseTo(5, 9);
  });
  it("subtracts what people hide", () => {
    const weights = { click: 1, watch: 2, like: 3, hide: 10 };
    expect(weightedScore({ click: 0.5, watch: 0.25, like: 0.1, hide: 0.05 }, weights)).toBeCloseTo(0.8, 12);
  });
});
