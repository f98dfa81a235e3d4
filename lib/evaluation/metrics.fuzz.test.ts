import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auc } from "./classification";
import { averagePrecisionAtK, dcgAtK, type Gain, gini, ndcgAtK } from "./ranking";
import { correctForNegativeSampling, rateAfterNegativeSampling } from "./thresholds";

const grades = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 20 });
const gains = fc.constantFrom<Gain>("linear", "exponential");
const scored = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: -5, max: 5 })), {
  minLength: 2,
  maxLength: 60,
});

/** The definition itself, over all pairs. */
function aucOverPairs(rows: readonly (readonly [number, number])[]): number {
  const positives = rows.filter(([label]) => label === 1);
  const negatives = rows.filter(([label]) => label === 0);
  let wins = 0;
  for (const [, high] of positives)
    for (const [, low] of negatives) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

describe("metrics hold for every input", () => {
  it("keeps NDCG in [0, 1] and at 1 for the ideal order", () => {
    fc.assert(
      fc.property(grades, gains, fc.integer({ min: 1, max: 25 }), (list, gain, k) => {
        const value = ndcgAtK(list, list, k, gain);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        const ideal = [...list].sort((a, b) => b - a);
        if (dcgAtK(ideal, k, gain) > 0) expect(ndcgAtK(ideal, list, k, gain)).toBeCloseTo(1, 12);
      }),
    );
  });
  it("keeps average precision in [0, 1]", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 20 }), (list) => {
        const relevant = list.filter((value) => value === 1).length;
        const value = averagePrecisionAtK(list, relevant, list.length);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
  it("gives the AUC of its definition, ties included", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const expected = aucOverPairs(rows);
        const actual = auc(
          rows.map(([label]) => label),
          rows.map(([, score]) => score),
        );
        if (Number.isNaN(expected)) expect(actual).toBeNaN();
        else expect(actual).toBeCloseTo(expected, 10);
      }),
    );
  });
  it("keeps gini in [0, 1)", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 50 }), (amounts) => {
        expect(gini(amounts)).toBeGreaterThanOrEqual(-1e-12);
        expect(gini(amounts)).toBeLessThan(1);
      }),
    );
  });
  it("undoes down-sampling exactly", () => {
    const rate = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    const keep = fc.double({ min: 1e-4, max: 1, noNaN: true });
    fc.assert(
      fc.property(rate, keep, (q, w) => {
        expect(correctForNegativeSampling(rateAfterNegativeSampling(q, w), w)).toBeCloseTo(q, 9);
      }),
    );
  });
});
