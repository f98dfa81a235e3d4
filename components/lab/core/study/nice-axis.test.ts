import fc from "fast-check";
import { expect, it } from "vitest";
import { niceAxis } from "./nice-axis";

it("ends at a round value above everything, in a few equal steps", () => {
  expect(niceAxis([0.012, 0.031])).toEqual({ maximum: 0.04, tickValues: [0, 0.01, 0.02, 0.03, 0.04] });
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
      const { maximum, tickValues } = niceAxis(values);
      expect(maximum).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-9));
      expect(tickValues.length).toBeGreaterThanOrEqual(3);
      expect(tickValues.length).toBeLessThanOrEqual(6);
      expect(tickValues.at(-1)).toBeCloseTo(maximum, 6);
    }),
  );
});
