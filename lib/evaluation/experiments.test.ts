import { describe, expect, it } from "vitest";
import {
  experimentDays,
  minimumDetectableEffect,
  sampleRatioMismatch,
  sampleSizePerArm,
  sampleSizePerArmForMean,
  varianceAfterCuped,
  zSumSquared,
} from "./experiments";
import { chiSquareQuantile, normalCdf, normalDensity, normalQuantile } from "./normal";

// Oracle: Python's statistics.NormalDist and scipy.stats.chi2.
describe("normal distribution", () => {
  it("agrees with Python to the last digits", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.9599639845400536, 14);
    expect(normalQuantile(0.8)).toBeCloseTo(0.8416212335729144, 14);
    expect(normalQuantile(0.3)).toBeCloseTo(-0.5244005127080407, 14);
    expect(normalQuantile(0.999999)).toBeCloseTo(4.753424308817089, 13);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 13);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalCdf(1.96)).toBeCloseTo(0.9750021048517796, 14);
    expect(normalCdf(-3) / 0.0013498980316301035).toBeCloseTo(1, 12);
    expect(normalCdf(-8) / 6.106226635438361e-16).toBeGreaterThan(0.9);
    expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15);
  });
  it("inverts itself", () => {
    for (const p of [1e-9, 0.001, 0.2, 0.5, 0.77, 0.99999])
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
  });
  it("approximates chi-square within 0.2%", () => {
    expect(chiSquareQuantile(0.99, 9) / 21.665994).toBeCloseTo(1, 2);
  });
});

describe("sample size", () => {
  it("gives the golden values", () => {
    const size = (baseline: number, effect: number) => Math.ceil(sampleSizePerArm(baseline, effect));
    expect(size(0.05, 0.02)).toBe(752_700);
    expect(size(0.05, 0.01)).toBe(2_996_695);
    expect(size(0.02, 0.01)).toBe(7_729_569);
    expect(size(0.1, 0.05)).toBe(57_760);
    expect(size(0.001, 0.05)).toBe(6_429_481);
  });
  it("stands behind the rule of thumb of 16", () => {
    expect(2 * zSumSquared({ significance: 0.05, power: 0.8 })).toBeCloseTo(15.698, 3);
    expect(sampleSizePerArmForMean(1, 0.1)).toBeCloseTo(1569.8, 1);
  });
  it("shows that power doubles the significance-only figure", () => {
    const significanceOnly = (1.96 ** 2 * 0.5) / 1e-6;
    expect(significanceOnly).toBeCloseTo(1.92e6, -4);
    expect(sampleSizePerArm(0.5, 0.002)).toBeGreaterThan(3.9e6);
  });
  it("is undone by the minimum detectable effect", () => {
    for (const [baseline, effect] of [
      [0.05, 0.01],
      [0.001, 0.05],
      [0.5, 0.3],
    ] as const) {
      expect(minimumDetectableEffect(baseline, sampleSizePerArm(baseline, effect))).toBeCloseTo(effect, 8);
    }
    expect(minimumDetectableEffect(0.9, 3)).toBeNaN();
  });
  it("counts days for both arms", () => {
    expect(experimentDays(752_700, 500_000)).toBe(4);
    expect(varianceAfterCuped(0.5985)).toBeCloseTo(0.6418, 4);
  });
});

describe("sample-ratio mismatch", () => {
  it("lets chance pass and catches a lost half percent", () => {
    expect(sampleRatioMismatch([50_100, 49_900]).pValue).toBeGreaterThan(0.5);
    const lost = sampleRatioMismatch([821_588, 815_482]);
    expect(lost.chiSquare).toBeCloseTo((821_588 - 815_482) ** 2 / (821_588 + 815_482), 9);
    expect(lost.pValue).toBeLessThan(0.001);
    expect(sampleRatioMismatch([100, 900], 0.1).pValue).toBe(1);
  });
});
