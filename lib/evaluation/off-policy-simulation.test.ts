import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { doublyRobustEstimate } from "./off-policy";
import {
  type BanditWorld,
  CREATIVES,
  favouritePolicy,
  judgePolicy,
  policiesOf,
  policyValue,
} from "./off-policy-simulation";

const WORLD: BanditWorld = {
  rates: [
    [0.3, 0.1, 0.05],
    [0.1, 0.4, 0.05],
  ],
  oldFavourites: [0, 0],
  newFavourites: [0, 1],
};
const options = { exploration: 0.3, rows: 1_000, clip: 5, logs: 300 };

describe("the doubly robust estimate", () => {
  // The logged example of FACTS 3.6 with a reward model that says 0.5 of everything: IPS 0.84, mean weight 1.02.
  it("is the model plus the weighted residual", () => {
    const weights = [1.2, 0.4, 2, 0.5, 1];
    const rewards = [1, 0, 1, 0, 1];
    const half = [0.5, 0.5, 0.5, 0.5, 0.5];
    expect(doublyRobustEstimate(rewards, weights, half, half)).toBeCloseTo(0.5 + 0.84 - 0.5 * 1.02, 12);
    expect(doublyRobustEstimate(rewards, weights, [0, 0, 0, 0, 0], [0, 0, 0, 0, 0])).toBeCloseTo(0.84, 12);
    expect(doublyRobustEstimate(rewards, [9, 9, 9, 9, 9], rewards, half)).toBeCloseTo(0.5, 12);
  });
});

describe("judging a policy from another one's logs", () => {
  it("knows the true value", () => {
    expect([...favouritePolicy(1, 3, 0.3)]).toEqual([0.1, 0.7 + 0.1, 0.1].map((p) => expect.closeTo(p, 12)));
    const { judged } = policiesOf(WORLD, 0.3);
    const other = 0.05 / 3;
    const value = ((0.3 + 0.4) * (0.95 + other) + (0.1 + 0.05 + 0.1 + 0.05) * other) / 2;
    expect(policyValue(WORLD.rates, judged)).toBeCloseTo(value, 12);
  });
  const { truth, results, effectiveRows, highestWeight } = judgePolicy(WORLD, options, createRandom("judge"));
  it("is unbiased by weights, and biased by clipping and by a wrong model", () => {
    const error = (name: keyof typeof results) => results[name].deviation / Math.sqrt(options.logs);
    for (const name of ["ips", "doubly-robust"] as const)
      expect(Math.abs(results[name].bias)).toBeLessThan(4 * error(name));
    expect(results.clipped.bias).toBeLessThan(-4 * error("clipped"));
    expect(results["reward-model"].bias).toBeLessThan(-4 * error("reward-model"));
    expect(results.ips.mean - results.ips.bias).toBeCloseTo(truth, 12);
  });
  it("pays for unbiasedness in variance, and less with a model", () => {
    expect(results["doubly-robust"].deviation).toBeLessThan(results.ips.deviation);
    expect(results["self-normalised"].deviation).toBeLessThan(results.ips.deviation);
    expect(results.clipped.deviation).toBeLessThan(results.ips.deviation);
    expect(effectiveRows).toBeLessThan(options.rows / 2);
    expect(highestWeight).toBeCloseTo((0.95 + 0.05 / 3) / 0.1, 12);
  });
  it("of uniform logs has the effective rows that replay keeps, about one in K", () => {
    const replay = judgePolicy(WORLD, { ...options, exploration: 1 }, createRandom("uniform"));
    expect(replay.effectiveRows / options.rows).toBeCloseTo(1 / 3, 1);
  });
});

describe("the numbers that the chapter on biases quotes", () => {
  it("are those of sixty logs of 2,000 rows with a tenth explored, in percentage points", () => {
    const { truth, results } = judgePolicy(
      CREATIVES,
      { exploration: 0.1, rows: 2_000, clip: 20, logs: 60 },
      createRandom(5),
    );
    const points = (value: number) => (100 * value).toFixed(1);
    expect(points(truth)).toBe("10.9");
    expect(points(results.ips.deviation)).toBe("5.7");
    expect(points(results.clipped.deviation)).toBe("1.5");
    expect(points(results.clipped.bias)).toBe("-5.4");
    expect(points(results["reward-model"].rootMeanSquaredError)).toBe("3.5");
  });
});
