import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { isotonicRegression, plattScaling } from "./calibration";
import { auc, calibrationRatio, expectedExcess, logLoss } from "./classification";
import { drawScores, reportedLogit } from "./distorted-scores";
import { sigmoid } from "./logit";
import { equalMassCalibrationError } from "./reliability";
import { fitTemperature, temperatureScaling } from "./temperature";

const draw = (distortion: "over-confident" | "sampled" | "bent", rows: number, seed: string) =>
  drawScores({ rows, baseRate: 0.1, distortion, strength: 1 }, createRandom(seed));

describe("temperature scaling", () => {
  it("divides logits by the number that was multiplied in", () => {
    const logits = Float64Array.from([-3, -1, 0.5, 2, 4, -2, 1, 3]);
    // Labels in proportion: of 1,000 copies of each logit, sigma(logit / 2) are ones.
    const rows = [...logits].flatMap((z) =>
      Array.from(
        { length: 1_000 },
        (_, copy) => [z, copy < Math.round(1_000 * sigmoid(z / 2)) ? 1 : 0] as const,
      ),
    );
    const temperature = fitTemperature(
      rows.map(([, label]) => label),
      rows.map(([z]) => z),
    );
    expect(temperature).toBeCloseTo(2, 2);
  });
  it("has a gradient of zero where it ends, as maximum likelihood must", () => {
    const { labels, logits } = draw("bent", 2_000, "gradient");
    const temperature = fitTemperature(labels, logits);
    const gradient = labels.reduce(
      (sum, y, i) => sum + (sigmoid((logits[i] ?? 0) / temperature) - y) * (logits[i] ?? 0),
      0,
    );
    expect(Math.abs(gradient)).toBeLessThan(1e-6);
  });
  it("ends at a bound when scores say nothing or everything", () => {
    expect(fitTemperature([0, 1], [1, 1])).toBeCloseTo(100, 6);
    expect(fitTemperature([0, 1], [-1, 1])).toBeLessThan(0.05);
  });
});

describe("distorted scores", () => {
  it("keep the order of the truth", () => {
    for (const distortion of ["over-confident", "sampled", "bent"] as const) {
      const { labels, truth, logits } = draw(distortion, 5_000, distortion);
      expect(auc(labels, logits)).toBeCloseTo(auc(labels, truth), 12);
    }
  });
  it("multiply the odds by ten when one negative in ten is kept", () => {
    expect(reportedLogit(-2, -1, "sampled", 1)).toBeCloseTo(-2 + Math.log(10), 12);
    expect(reportedLogit(-2, -1, "over-confident", 1)).toBeCloseTo(-3, 12);
    expect(reportedLogit(-2, -1, "bent", 1)).toBeCloseTo(-1.4, 12);
    expect(reportedLogit(0, -1, "bent", 1)).toBeCloseTo(1.5, 12);
  });
});

describe("recalibration on held-out rows", () => {
  const test = (distortion: "over-confident" | "sampled" | "bent", rows: number) => {
    const fit = draw(distortion, rows, `${distortion}-fit`);
    const held = draw(distortion, 10_000, `${distortion}-held`);
    const excess = (calibrate: (z: number) => number) =>
      expectedExcess(held.truth, held.logits.map(calibrate));
    return {
      none: excess(sigmoid),
      temperature: excess(temperatureScaling(fit.labels, fit.logits)),
      platt: excess(plattScaling(fit.labels, fit.logits)),
      isotonic: excess(isotonicRegression(fit.labels, fit.logits)),
    };
  };
  it("by two parameters mends a shift or a slope; temperature cannot move the base rate", () => {
    const sampled = test("sampled", 5_000);
    expect(sampled.platt).toBeLessThan(0.005);
    expect(sampled.temperature).toBeGreaterThan(10 * sampled.platt);
    expect(test("over-confident", 5_000).platt).toBeLessThan(0.005);
  });
  it("by isotonic regression mends a bend that two parameters cannot, given rows", () => {
    const many = test("bent", 20_000);
    expect(many.isotonic).toBeLessThan(many.platt);
    const few = test("over-confident", 200);
    expect(few.isotonic).toBeGreaterThan(few.platt);
  });
  it("changes log loss and the ratio and leaves AUC alone", () => {
    const fit = draw("sampled", 5_000, "a");
    const held = draw("sampled", 10_000, "b");
    const platt = plattScaling(fit.labels, fit.logits);
    const [before, after] = [held.logits.map(sigmoid), held.logits.map(platt)];
    expect(logLoss(held.labels, after)).toBeLessThan(logLoss(held.labels, before) - 0.1);
    expect(calibrationRatio(held.labels, before)).toBeGreaterThan(2);
    expect(calibrationRatio(held.labels, after)).toBeCloseTo(1, 1);
    expect(auc(held.labels, after)).toBeCloseTo(auc(held.labels, before), 12);
  });
});

describe("the numbers that the chapter on calibration quotes", () => {
  const quoted = (distortion: "over-confident" | "bent", rows: number) => {
    const random = createRandom(2);
    const options = { baseRate: 0.1, distortion, strength: 1 };
    const fit = drawScores({ ...options, rows }, random.fork("fit"));
    const held = drawScores({ ...options, rows: 10_000 }, random.fork("held-out"));
    const excess = (calibrate: (z: number) => number) =>
      (100 * expectedExcess(held.truth, held.logits.map(calibrate))).toFixed(1);
    return [
      excess(sigmoid),
      excess(temperatureScaling(fit.labels, fit.logits)),
      excess(plattScaling(fit.labels, fit.logits)),
      excess(isotonicRegression(fit.labels, fit.logits)),
      (100 * equalMassCalibrationError(held.labels, held.truth, 10)).toFixed(1),
    ];
  };
  it("are percent of log loss above the least: as reported, temperature, Platt, isotonic; and the error of the truth", () => {
    expect(quoted("over-confident", 2_000)).toEqual(["21.7", "17.5", "0.0", "1.8", "1.1"]);
    expect(quoted("over-confident", 200)).toEqual(["21.7", "19.0", "3.5", "5.9", "1.1"]);
    expect(quoted("bent", 20_000)).toEqual(["43.5", "38.0", "1.3", "0.2", "1.1"]);
  });
});
