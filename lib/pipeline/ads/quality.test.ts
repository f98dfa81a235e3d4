import { describe, expect, it } from "vitest";
import { rateAfterNegativeSampling } from "@/lib/evaluation/thresholds";
import { correctedLogit, correctedProbability } from "./predictor";
import { equalMassCalibrationError, expectedExcess, measureQuality, weightedEntropy } from "./quality";

const LABELS = [1, 0, 0, 1, 0, 0, 0, 0, 1, 0];
const PREDICTIONS = [0.9, 0.3, 0.2, 0.4, 0.5, 0.1, 0.05, 0.15, 0.6, 0.35];
const logit = (p: number) => Math.log(p / (1 - p));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

describe("quality of probabilities", () => {
  it("agrees with the golden values", () => {
    const quality = measureQuality(LABELS, PREDICTIONS, 0.3);
    expect(quality.auc).toBeCloseTo(0.952381, 6);
    expect(quality.logLoss).toBeCloseTo(0.35554, 5);
    expect(quality.normalizedEntropy).toBeCloseTo(0.582027, 6);
    expect(quality.calibrationRatio).toBeCloseTo(1.183333, 6);
  });

  it("counts each bin's gap by its rows: two bins of five by hand", () => {
    // Sorted: .05 .1 .15 .2 .3 | .35 .4 .5 .6 .9; gaps |0 - .8| and |3 - 2.75| over ten rows.
    expect(equalMassCalibrationError(LABELS, PREDICTIONS, 2)).toBeCloseTo((0.8 + 0.25) / 10, 12);
  });

  it("exceeds nothing when the truth is predicted, and the base rate always exceeds", () => {
    const truth = [0.01, 0.02, 0.3];
    expect(expectedExcess(truth, truth)).toBeCloseTo(0, 12);
    expect(expectedExcess(truth, [0.11, 0.11, 0.11])).toBeGreaterThan(0);
  });

  it("gives rows of a sample the weight of those they stand for", () => {
    const doubled = weightedEntropy([1, 0, 0], [0.5, 0.2, 0.2], [1, 1, 1]);
    expect(weightedEntropy([1, 0], [0.5, 0.2], [1, 2])).toBeCloseTo(doubled, 12);
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
