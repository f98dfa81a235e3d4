import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { fitPlatt, isotonicRegression, plattScaling } from "./calibration";
import { expectedCalibrationError, logLoss } from "./classification";
import { sigmoid } from "./logit";

/** Labels drawn from sigmoid(slope * score + intercept). */
function draw(count: number, slope: number, intercept: number, seed: number) {
  const random = createRandom(seed);
  const scores = Float64Array.from({ length: count }, () => 3 * random.normal());
  const labels = scores.map((score) => Number(random.next() < sigmoid(slope * score + intercept)));
  return { scores, labels };
}

describe("Platt scaling", () => {
  it("finds the line that the labels were drawn from", () => {
    const { scores, labels } = draw(40_000, 0.4, -1, 3);
    const { slope, intercept } = fitPlatt(labels, scores);
    expect(slope).toBeCloseTo(0.4, 1);
    expect(intercept).toBeCloseTo(-1, 1);
  });

  it("stays finite where scores separate the labels, and where all scores are alike", () => {
    const separated = fitPlatt([0, 0, 1, 1], [-50, -40, 40, 50]);
    expect(Number.isFinite(separated.slope) && separated.slope > 0).toBe(true);
    // Smoothed targets: (3 * 4/5 + 1/3) / 4.
    expect(plattScaling([1, 1, 1, 0], [2, 2, 2, 2])(2)).toBeCloseTo((3 * (4 / 5) + 1 / 3) / 4, 6);
  });
});

describe("isotonic regression", () => {
  it("pools neighbours that fall and draws lines between blocks", () => {
    // Blocks: {1, 2} at rate 0, {3, 4, 5} pooled to 1/3 by the falling labels, {6, 7} at rate 1.
    const calibrate = isotonicRegression([0, 0, 1, 0, 0, 1, 1], [1, 2, 3, 4, 5, 6, 7]);
    expect(calibrate(1.5)).toBeCloseTo(1 / 4, 12);
    expect(calibrate(4)).toBeCloseTo(1 / 3, 12);
    expect(calibrate(6.5)).toBeCloseTo(3 / 4, 12);
    expect(calibrate(5.5)).toBeCloseTo((1 / 3 + 3 / 4) / 2, 12);
    expect(calibrate(-9)).toBe(calibrate(1.5));
  });

  it("gives equal scores one probability, whatever the order of their rows", () => {
    const labels = [0, 1, 0, 1, 1, 1];
    const scores = [1, 2, 2, 2, 1, 3];
    const calibrate = isotonicRegression(labels, scores);
    const reversed = isotonicRegression(labels.toReversed(), scores.toReversed());
    expect(calibrate(1)).toBeCloseTo(1 / 2, 12);
    expect(calibrate(2)).toBeCloseTo(2 / 3, 12);
    for (const score of [0, 1, 1.5, 2, 3]) expect(reversed(score)).toBe(calibrate(score));
  });

  it("never falls", () => {
    const { scores, labels } = draw(500, 1, 0, 5);
    const calibrate = isotonicRegression(labels, scores);
    const grid = Array.from({ length: 200 }, (_, i) => calibrate(i / 10 - 10));
    expect(grid.every((value, i) => i === 0 || value >= (grid[i - 1] ?? 0))).toBe(true);
  });
});

it.each([
  ["Platt scaling", plattScaling],
  ["isotonic regression", isotonicRegression],
] as const)("%s brings overconfident scores back on rows it has not seen", (_, calibrated) => {
  const [seen, unseen] = [draw(20_000, 0.5, 0.3, 7), draw(20_000, 0.5, 0.3, 8)];
  const before = Float64Array.from(unseen.scores, sigmoid);
  const after = Float64Array.from(unseen.scores, calibrated(seen.labels, seen.scores));
  expect(expectedCalibrationError(unseen.labels, before)).toBeGreaterThan(0.05);
  expect(expectedCalibrationError(unseen.labels, after)).toBeLessThan(0.015);
  expect(logLoss(unseen.labels, after)).toBeLessThan(logLoss(unseen.labels, before));
});
