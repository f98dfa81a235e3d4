import { describe, expect, it } from "vitest";
import {
  auc,
  binaryEntropy,
  brierScore,
  calibrationRatio,
  expectedCalibrationError,
  expectedExcess,
  logLoss,
  normalizedEntropy,
  weightedNormalizedEntropy,
} from "./classification";
import {
  correctForNegativeSampling,
  costOptimalThreshold,
  fBeta,
  precisionAtPrevalence,
  rateAfterNegativeSampling,
} from "./thresholds";

// Oracle: scikit-learn 1.x roc_auc_score and log_loss; the rest numpy.
const LABELS = [1, 0, 0, 1, 0, 0, 0, 0, 1, 0];
const PREDICTIONS = [0.9, 0.3, 0.2, 0.4, 0.5, 0.1, 0.05, 0.15, 0.6, 0.35];

describe("probabilities", () => {
  it("agrees with scikit-learn", () => {
    expect(auc(LABELS, PREDICTIONS)).toBeCloseTo(0.952381, 6);
    expect(logLoss(LABELS, PREDICTIONS)).toBeCloseTo(0.35554, 6);
    expect(binaryEntropy(0.3)).toBeCloseTo(0.610864, 6);
    expect(normalizedEntropy(LABELS, PREDICTIONS)).toBeCloseTo(0.582027, 6);
    expect(1 - normalizedEntropy(LABELS, PREDICTIONS)).toBeCloseTo(0.417973, 6);
    expect(calibrationRatio(LABELS, PREDICTIONS)).toBeCloseTo(1.183333, 6);
    expect(expectedCalibrationError(LABELS, PREDICTIONS, 5)).toBeCloseTo(0.075, 6);
  });
  it("exceeds nothing when the truth is predicted, and the base rate always exceeds", () => {
    const truth = [0.01, 0.02, 0.3];
    expect(expectedExcess(truth, truth)).toBeCloseTo(0, 12);
    expect(expectedExcess(truth, [0.11, 0.11, 0.11])).toBeGreaterThan(0);
    // KL(0.5 || 0.25) over H(0.5), both in bits: 0.2075187496 to 1.
    expect(expectedExcess([0.5], [0.25])).toBeCloseTo(0.2075187496, 9);
  });
  it("gives rows of a sample the weight of those they stand for", () => {
    const doubled = weightedNormalizedEntropy([1, 0, 0], [0.5, 0.2, 0.2], [1, 1, 1]);
    expect(weightedNormalizedEntropy([1, 0], [0.5, 0.2], [1, 2])).toBeCloseTo(doubled, 12);
    const ones = LABELS.map(() => 1);
    expect(weightedNormalizedEntropy(LABELS, PREDICTIONS, ones)).toBeCloseTo(0.582027, 6);
  });
  it("counts a tie as half a win", () => {
    expect(auc([1, 0, 1, 0], [0.5, 0.5, 0.5, 0.5])).toBe(0.5);
    expect(auc([1, 0, 0], [0.5, 0.5, 0.1])).toBe(0.75);
  });
  it("has no AUC for one class, and clips certainty", () => {
    expect(auc([1, 1], [0.1, 0.2])).toBeNaN();
    expect(logLoss([1], [0])).toBeCloseTo(-Math.log(1e-15), 9);
    expect(brierScore([1, 0], [0.5, 0.5])).toBe(0.25);
  });
  it("gives the base-rate predictor a normalised entropy of 1", () => {
    expect(normalizedEntropy([1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25])).toBeCloseTo(1, 12);
  });
  it("refuses arrays of different lengths", () => {
    expect(() => auc([1, 0], [0.1])).toThrow(RangeError);
  });
});

describe("decisions", () => {
  it("finds 8.3% precision at a prevalence of 0.1%", () => {
    expect(precisionAtPrevalence(0.001, 0.9, 0.01)).toBeCloseTo(0.0826, 4);
  });
  it("acts above the ratio of costs", () => {
    expect(costOptimalThreshold(1, 99)).toBeCloseTo(0.01, 12);
  });
  it("corrects down-sampled predictions", () => {
    expect(correctForNegativeSampling(0.3, 0.025)).toBeCloseTo(0.0106007, 7);
    expect(correctForNegativeSampling(0.0909091, 0.01)).toBeCloseTo(0.000999, 6);
    expect(rateAfterNegativeSampling(0.001, 0.01)).toBeCloseTo(0.090992, 6);
  });
  it("weighs recall by beta", () => {
    expect(fBeta(0.5, 1, 1)).toBeCloseTo(2 / 3, 12);
    expect(fBeta(0, 0, 1)).toBe(0);
  });
});
