import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accuracyAt,
  exactAgreement,
  kappaWords,
  macroF1,
  pearson,
  quadraticWeightedKappa,
  rootMeanSquareError,
} from "./agreement";

/** Values of sklearn.metrics.cohen_kappa_score(first, second, weights="quadratic"), scikit-learn. */
const ORACLE = [
  {
    first: [1, 0, 1, 2, 0, 0, 2, 0, 1, 2, 0, 2],
    second: [1, 0, 0, 2, 0, 0, 2, 0, 2, 2, 0, 2],
    kappa: 0.899159663866,
  },
  {
    first: [0, 0, 2, 2, 2, 0, 2, 2, 1, 0, 0, 0, 2, 0, 1, 1, 0, 2, 0, 2],
    second: [0, 1, 2, 1, 2, 1, 2, 2, 0, 1, 0, 1, 1, 1, 1, 1, 1, 2, 0, 2],
    kappa: 0.669117647059,
  },
  {
    first: [4, 3, 2, 2, 1, 1, 5, 1, 0, 4, 2, 4, 3, 2, 5],
    second: [4, 3, 3, 1, 0, 2, 5, 1, 0, 4, 2, 4, 2, 1, 5],
    kappa: 0.91847826087,
  },
];

describe("quadratic-weighted kappa", () => {
  it.each(ORACLE)("is scikit-learn's", ({ first, second, kappa }) => {
    expect(quadraticWeightedKappa(first, second)).toBeCloseTo(kappa, 10);
  });

  it("depends neither on the unit of the scale nor on who comes first", () => {
    const rating = fc.constantFrom(0, 0.5, 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating), { minLength: 1, maxLength: 40 }), (pairs) => {
        const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const kappa = quadraticWeightedKappa(first, second);
        const doubled = quadraticWeightedKappa(
          first.map((a) => 2 * a),
          second.map((b) => 2 * b),
        );
        if (Number.isNaN(kappa)) {
          expect(new Set([...first, ...second]).size).toBe(1);
          return;
        }
        expect(doubled).toBeCloseTo(kappa, 10);
        expect(quadraticWeightedKappa(second, first)).toBeCloseTo(kappa, 10);
        expect(kappa).toBeLessThanOrEqual(1 + 1e-12);
        expect(kappa).toBeGreaterThanOrEqual(-1 - 1e-12);
      }),
    );
  });

  it("of nothing, or of two markers who know one mark only, is not a number", () => {
    expect(quadraticWeightedKappa([], [])).toBeNaN();
    expect(quadraticWeightedKappa([1, 1], [1, 1])).toBeNaN();
    expect(quadraticWeightedKappa([0, 0], [1, 1])).toBe(0);
  });
});

describe("scores beside marks", () => {
  const marks = [0, 0.5, 1, 1, 0, 0.25, 0.75, 0.5];
  const scores = [0.1, 0.35, 0.9, 0.6, 0.3, 0.2, 0.8, 0.55];

  it("have the correlation that NumPy gives, and the root mean square of their differences", () => {
    // numpy.corrcoef(marks, scores)[0, 1]; numpy.sqrt(((marks - scores) ** 2).mean())
    expect(pearson(marks, scores)).toBeCloseTo(0.874146757476, 10);
    expect(rootMeanSquareError(marks, scores)).toBeCloseTo(0.19364916731, 10);
  });

  it("correlate by 1 with any rising line of themselves, and not at all with a constant", () => {
    expect(
      pearson(
        marks,
        marks.map((mark) => 3 * mark + 2),
      ),
    ).toBeCloseTo(1, 12);
    expect(
      pearson(
        marks,
        marks.map(() => 0.5),
      ),
    ).toBeNaN();
  });

  it("are accurate where both lie on one side of the cut, which counts as above", () => {
    expect(accuracyAt([0.5, 0.4, 0.9, 0.1], [1, 0.6, 0.5, 0])).toBe(0.75);
  });

  it("have scikit-learn's macro-F1 over the ratings that occur", () => {
    // sklearn.metrics.f1_score([0, 1, 2, 2, 1, 0, 2], [0, 2, 2, 1, 1, 0, 0], average="macro")
    expect(macroF1([0, 0.5, 1, 1, 0.5, 0, 1], [0, 1, 1, 0.5, 0.5, 0, 0])).toBeCloseTo(0.566666666667, 10);
    expect(macroF1([1, 1, 1], [1, 1, 1])).toBe(1);
    expect(macroF1([], [])).toBeNaN();
  });

  it("belong to the same things, one each", () => {
    expect(() => pearson([1, 2], [1])).toThrow(RangeError);
    expect(() => macroF1([1, 2], [1])).toThrow(RangeError);
  });
});

describe("agreement", () => {
  it("that is exact is the share of equal marks", () => {
    expect(exactAgreement([0, 0.5, 1, 1], [0, 1, 1, 1])).toBe(0.75);
    expect(exactAgreement([], [])).toBeNaN();
  });

  it("is put into the words of Landis and Koch", () => {
    const words = [Number.NaN, -0.1, 0.1, 0.4, 0.5, 0.8, 0.9].map(kappaWords);
    expect(words).toEqual([
      "agreement that cannot be told from chance",
      "less agreement than chance",
      "slight agreement",
      "fair agreement",
      "moderate agreement",
      "substantial agreement",
      "almost perfect agreement",
    ]);
  });
});
