import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { krippendorffAlpha } from "./krippendorff";

/** Four observers, twelve units, from Krippendorff (2011), section C; 0 stands for what was not rated. */
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
  [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
];
const UNITS = Array.from({ length: 12 }, (_, unit) =>
  OBSERVERS.map((ratings) => ratings[unit] ?? 0).filter((rating) => rating > 0),
);

describe("Krippendorff's alpha", () => {
  test("is what the paper's example gives with interval and nominal differences", () => {
    expect(krippendorffAlpha(UNITS)).toBeCloseTo(0.849, 3);
    expect(krippendorffAlpha(UNITS, (first, second) => (first === second ? 0 : 1))).toBeCloseTo(0.743, 3);
  });

  test("is 1 where all agree and NaN where nothing can be told", () => {
    expect(
      krippendorffAlpha([
        [0, 0],
        [1, 1],
        [0.5, 0.5, 0.5],
      ]),
    ).toBe(1);
    expect(krippendorffAlpha([[1], [0]])).toBeNaN();
    expect(
      krippendorffAlpha([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNaN();
  });

  test("does not depend on the order of raters or units", () => {
    const units = fc.array(fc.array(fc.constantFrom(0, 0.5, 1), { maxLength: 5 }), { maxLength: 20 });
    fc.assert(
      fc.property(units, (ratings) => {
        const turned = ratings.map((unit) => unit.toReversed()).toReversed();
        const [alpha, again] = [krippendorffAlpha(ratings), krippendorffAlpha(turned)];
        expect(Number.isNaN(again)).toBe(Number.isNaN(alpha));
        if (!Number.isNaN(alpha)) expect(again).toBeCloseTo(alpha, 9);
      }),
    );
  });
});
