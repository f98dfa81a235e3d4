import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalMassCalibrationError, reliabilityBins } from "./reliability";

describe("bins of equally many rows", () => {
  it("follow the predictions, wherever they lie", () => {
    const predictions = Array.from({ length: 100 }, (_, i) => (i + 1) / 10_000);
    const labels = predictions.map((_, i) => Number(i % 10 === 0));
    const bins = reliabilityBins(labels, predictions, 5);
    expect(bins.map(({ count }) => count)).toEqual([20, 20, 20, 20, 20]);
    expect(bins.map(({ observed }) => observed)).toEqual([0.1, 0.1, 0.1, 0.1, 0.1]);
    expect(bins[0]?.predicted).toBeCloseTo(0.00105, 12);
  });

  it("hold every row once, and rows of one prediction together", () => {
    const row = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0.1, 0.2, 0.35, 0.5, 0.9));
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (rows, count) => {
          const labels = rows.map(([label]) => label);
          const predictions = rows.map(([, prediction]) => prediction);
          const bins = reliabilityBins(labels, predictions, count);
          expect(bins.length).toBeLessThanOrEqual(count);
          expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(rows.length);
          expect(bins.reduce((sum, bin) => sum + bin.count * bin.observed, 0)).toBeCloseTo(
            labels.reduce((sum: number, label) => sum + label, 0),
          );
          for (const [i, bin] of bins.entries())
            if (i > 0) expect(bin.predicted).toBeGreaterThan(bins[i - 1]?.predicted ?? 0);
        },
      ),
    );
  });
});

describe("the calibration error over bins of equally many rows", () => {
  it("counts each bin's gap by its rows: two bins of five by hand", () => {
    const labels = [1, 0, 0, 1, 0, 0, 0, 0, 1, 0];
    const predictions = [0.9, 0.3, 0.2, 0.4, 0.5, 0.1, 0.05, 0.15, 0.6, 0.35];
    // Sorted: .05 .1 .15 .2 .3 | .35 .4 .5 .6 .9; gaps |0 - .8| and |3 - 2.75| over ten rows.
    expect(equalMassCalibrationError(labels, predictions, 2)).toBeCloseTo((0.8 + 0.25) / 10, 12);
  });

  it("is that of the reliability diagram, and of one prediction for all the error of the mean", () => {
    const labels = [1, 0, 0, 0, 1, 0, 0, 0];
    const predictions = [0.3, 0.1, 0.1, 0.2, 0.6, 0.4, 0.2, 0.1];
    const gaps = reliabilityBins(labels, predictions, 3).map(
      ({ count, predicted, observed }) => (count / 8) * Math.abs(predicted - observed),
    );
    const sum = gaps.reduce((total, gap) => total + gap, 0);
    expect(equalMassCalibrationError(labels, predictions, 3)).toBeCloseTo(sum, 12);
    expect(
      equalMassCalibrationError(
        labels,
        labels.map(() => 0.25),
      ),
    ).toBeCloseTo(0, 12);
  });
});
