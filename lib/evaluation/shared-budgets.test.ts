import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureLifts, shareOfPurse } from "./shared-budgets";

describe("arms that share budgets", () => {
  it("divides a purse that is too small by demand", () => {
    expect(shareOfPurse(0.3, 0.2, 1)).toBe(0.3);
    // Demands of .66 and .6 on a purse of 1: 66 of 126.
    expect(shareOfPurse(0.66, 0.6, 1)).toBeCloseTo(66 / 126, 12);
    expect(shareOfPurse(0.66, 0.6, 1) + shareOfPurse(0.6, 0.66, 1)).toBeCloseTo(1, 12);
  });

  it("agrees with the launch when no budget binds", () => {
    const free = measureLifts({ medianPressure: 0.05, spread: 0.1, gain: 0.05 });
    expect(free.exhausted).toBe(0);
    for (const lift of [free.sharedBudgets, free.splitBudgets, free.launch])
      expect(lift).toBeCloseTo(0.05, 12);
  });

  it("shows a gain with common budgets when every budget binds and a launch brings nothing", () => {
    const bound = measureLifts({ medianPressure: 20, spread: 0.1, gain: 0.05 });
    expect(bound.exhausted).toBeCloseTo(1, 12);
    expect(bound.sharedBudgets).toBeCloseTo(0.05, 12);
    expect(bound.splitBudgets).toBeCloseTo(0, 12);
    expect(bound.launch).toBeCloseTo(0, 12);
  });

  it("tells the launch when budgets are split, and never less than it when they are shared", () => {
    const market = fc.record({
      medianPressure: fc.double({ min: 0.1, max: 5, noNaN: true }),
      spread: fc.double({ min: 0, max: 1.5, noNaN: true }),
      gain: fc.double({ min: 0, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(market, (options) => {
        const { splitBudgets, sharedBudgets, launch } = measureLifts(options);
        expect(splitBudgets).toBeCloseTo(launch, 9);
        expect(sharedBudgets).toBeGreaterThanOrEqual(launch - 1e-9);
      }),
    );
  });

  it("gives the figures that the ads case cites", () => {
    const cited = measureLifts({ medianPressure: 1, spread: 0.6, gain: 0.04 });
    expect(cited.exhausted).toBeCloseTo(0.5, 6);
    expect(cited.sharedBudgets).toBeCloseTo(0.04, 6);
    expect(cited.launch).toBeCloseTo(0.015, 3);
  });
});
