import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reliabilityBins } from "./reliability";

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
