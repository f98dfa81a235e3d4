import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutReliability, type ReliabilityBin } from "./reliability-layout";

const bin = (predicted: number, observed: number, low = observed, high = observed): ReliabilityBin => ({
  predicted,
  observed,
  interval: [low, high],
});

describe("a reliability diagram", () => {
  it("puts a calibrated model on the diagonal, and one that predicts too much below it", () => {
    const { series } = layoutReliability(
      [
        { id: "calibrated", bins: [bin(0.01, 0.01), bin(0.1, 0.1)] },
        { id: "too much", bins: [bin(0.02, 0.01), bin(0.2, 0.1)] },
      ],
      "log",
    );
    for (const { left, top } of series[0]?.marks ?? []) expect(top).toBeCloseTo(100 - left, 1);
    for (const { left, top } of series[1]?.marks ?? []) expect(top).toBeGreaterThan(100 - left);
  });

  it("draws a constant factor as a constant distance on the logarithmic scale", () => {
    const { series } = layoutReliability([{ id: "a", bins: [bin(0.003, 0.001), bin(0.3, 0.1)] }], "log");
    const distances = series[0]?.marks.map(({ left, top }) => top - (100 - left)) ?? [];
    expect(distances[0]).toBeCloseTo(distances[1] ?? 0, 1);
  });

  it("has the same round ticks on both axes", () => {
    const { xTicks, yTicks } = layoutReliability(
      [{ id: "a", bins: [bin(0.011, 0.02), bin(0.09, 0.06)] }],
      "log",
    );
    expect(xTicks.map(({ value }) => value)).toEqual([0.01, 0.02, 0.05, 0.1]);
    for (const [index, { position }] of yTicks.entries())
      expect(position).toBeCloseTo(100 - (xTicks[index]?.position ?? 0), 6);
  });

  it("keeps a bin without a positive on the lower edge, and draws nothing for nothing", () => {
    const { series } = layoutReliability([{ id: "a", bins: [bin(0.01, 0, 0, 0.02), bin(0.1, 0.1)] }], "log");
    expect(series[0]?.marks[0]?.top).toBe(100);
    expect(layoutReliability([], "linear").series).toEqual([]);
  });

  it.each(["linear", "log"] as const)("draws rates too small for any axis (%s)", (kind) => {
    const { series, xTicks } = layoutReliability([{ id: "a", bins: [bin(5e-324, 0)] }], kind);
    expect(series[0]?.marks).toHaveLength(1);
    expect(xTicks.length).toBeLessThan(20);
  });

  it("keeps every mark and whisker inside the plot, the whisker around its mark", () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    const bins = fc.array(
      fc.tuple(rate, rate, rate, rate).map(([predicted, a, b, c]) => {
        const [low = 0, observed = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
        return bin(predicted, observed, low, high);
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(bins, fc.constantFrom("linear" as const, "log" as const), (own, kind) => {
        const [one] = layoutReliability([{ id: "a", bins: own }], kind).series;
        for (const { left, top, whisker } of one?.marks ?? []) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(100);
          expect(whisker.top).toBeLessThanOrEqual(top + 0.02);
          expect(whisker.top + whisker.height).toBeGreaterThanOrEqual(top - 0.02);
          expect(whisker.top + whisker.height).toBeLessThanOrEqual(100.02);
        }
      }),
      { numRuns: 60 },
    );
  });
});
