import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { cupedOutcomes, cupedTheta, differenceOfArms, drawArms, sampleVariance } from "./cuped";
import { designEffect, ratioStandardError } from "./ratio-metric";

describe("CUPED", () => {
  // By hand: x = 1..4, y = 2, 3, 5, 6: cov / var = 7 / 5.
  it("takes the regression on the covariate away", () => {
    expect(cupedTheta([2, 3, 5, 6], [1, 2, 3, 4])).toBeCloseTo(1.4, 12);
    const adjusted = cupedOutcomes([2, 3, 5, 6], [1, 2, 3, 4]);
    expect([...adjusted]).toEqual([4.1, 3.7, 4.3, 3.9].map((y) => expect.closeTo(y, 12)));
  });
  it("leaves one minus the squared correlation of the variance", () => {
    const { outcomes, covariates } = drawArms(
      { unitsPerArm: 50_000, correlation: 0.6, effect: 0, leak: 0 },
      createRandom("cuped"),
    );
    const ratio = sampleVariance(cupedOutcomes(outcomes, covariates)) / sampleVariance(outcomes);
    expect(Math.abs(ratio - 0.64)).toBeLessThan(0.01);
  });
  const arms = (leak: number) =>
    drawArms({ unitsPerArm: 50_000, correlation: 0.6, effect: 0.1, leak }, createRandom("arms"));
  it("keeps the effect and narrows its error", () => {
    const { outcomes, covariates } = arms(0);
    const [plain, adjusted] = [
      differenceOfArms(outcomes),
      differenceOfArms(cupedOutcomes(outcomes, covariates)),
    ];
    expect(plain.standardError).toBeCloseTo(Math.sqrt(2 / 50_000), 4);
    expect(adjusted.standardError / plain.standardError).toBeCloseTo(0.8, 2);
    expect(Math.abs(adjusted.difference - 0.1)).toBeLessThan(4 * adjusted.standardError);
  });
  it("subtracts part of the effect when the covariate is of the experiment itself", () => {
    const { outcomes, covariates } = arms(1);
    const adjusted = differenceOfArms(cupedOutcomes(outcomes, covariates));
    expect(Math.abs(adjusted.difference - 0.1 * (1 - 0.6))).toBeLessThan(4 * adjusted.standardError);
  });
});

describe("a ratio metric", () => {
  it("has the binomial error when every user has one row", () => {
    const clicks = Array.from({ length: 1_000 }, (_, user) => (user < 100 ? 1 : 0));
    const error = ratioStandardError(clicks, new Float64Array(1_000).fill(1));
    expect(error).toBeCloseTo(Math.sqrt((0.1 * 0.9) / 999), 12);
  });
  it("is inflated by the design effect when rows of a user are alike", () => {
    // Ten rows a user, all clicked or none: intraclass correlation 1.
    const clicks = Array.from({ length: 1_000 }, (_, user) => (user < 100 ? 10 : 0));
    const error = ratioStandardError(clicks, new Float64Array(1_000).fill(10));
    const naive = Math.sqrt((0.1 * 0.9) / 10_000);
    expect((error / naive) ** 2).toBeCloseTo(designEffect(10, 1), 1);
    expect(designEffect(20, 0.05)).toBeCloseTo(1.95, 12);
  });
});
