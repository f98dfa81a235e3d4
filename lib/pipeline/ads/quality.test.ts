import { describe, expect, it } from "vitest";
import { logit, sigmoid } from "@/lib/evaluation/logit";
import { rateAfterNegativeSampling } from "@/lib/evaluation/thresholds";
import { correctedLogit, correctedProbability } from "./predictor";
import { measureQuality } from "./quality";

const LABELS = [1, 0, 0, 1, 0, 0, 0, 0, 1, 0];
const PREDICTIONS = [0.9, 0.3, 0.2, 0.4, 0.5, 0.1, 0.05, 0.15, 0.6, 0.35];

describe("quality of probabilities", () => {
  it("agrees with the golden values", () => {
    const quality = measureQuality(LABELS, PREDICTIONS, 0.3);
    expect(quality.auc).toBeCloseTo(0.952381, 6);
    expect(quality.logLoss).toBeCloseTo(0.35554, 5);
    expect(quality.normalizedEntropy).toBeCloseTo(0.582027, 6);
    expect(quality.calibrationRatio).toBeCloseTo(1.183333, 6);
  });
});

describe("down-sampling of negatives", () => {
  it("is undone by the formula and by the logit alike: 0.3 at 0.025 is 0.0106007", () => {
    expect(correctedProbability(logit(0.3), 0.025, true)).toBeCloseTo(0.0106007, 7);
    expect(sigmoid(correctedLogit(logit(0.3), 0.025, true))).toBeCloseTo(0.0106007, 7);
    expect(correctedProbability(logit(0.3), 0.025, false)).toBeCloseTo(0.3, 12);
  });

  it("brings a rate back to where it was", () => {
    const sampled = rateAfterNegativeSampling(0.001, 0.01);
    expect(sampled).toBeCloseTo(0.090992, 6);
    expect(correctedProbability(logit(sampled), 0.01, true)).toBeCloseTo(0.001, 12);
  });
});
