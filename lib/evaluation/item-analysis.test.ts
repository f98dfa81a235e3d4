import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  correctedItemTotal,
  correlationInterval,
  cronbachAlpha,
  itemDifficulty,
  upperLowerDiscrimination,
} from "./item-analysis";

/** Six people, four items; the values below are numpy's on this table (corrcoef, var with ddof=1). */
const PEOPLE = [
  [1, 1, 1, 0.5],
  [1, 1, 0.5, 0],
  [1, 0.5, 0.5, 0.5],
  [0.5, 0.5, 0, 0],
  [1, 0, 0, 0],
  [0, 0, 0.5, 0],
];
const TOTALS = PEOPLE.map((row) => row.reduce((sum, credit) => sum + credit, 0));
const itemOf = (index: number) => PEOPLE.map((row) => row[index] as number);

describe("item analysis", () => {
  it("gives the difficulty and the corrected item-total correlation that numpy gives", () => {
    const expected = [
      [0.75, 0.4559833243433447],
      [0.5, 0.6846531968814576],
      [0.4166666666666667, 0.5550635237825454],
      [0.16666666666666666, 0.6565321642986127],
    ] as const;
    for (const [index, [difficulty, correlation]] of expected.entries()) {
      expect(itemDifficulty(itemOf(index))).toBeCloseTo(difficulty, 12);
      expect(correctedItemTotal(itemOf(index), TOTALS)).toBeCloseTo(correlation, 12);
    }
  });

  it("gives Cronbach's alpha as computed by hand", () => {
    expect(cronbachAlpha(PEOPLE)).toBeCloseTo(0.7642276422764228, 12);
  });

  it("is 1 when all items say the same, and not a number where nothing varies", () => {
    expect(cronbachAlpha([1, 0, 0.5, 0.25].map((credit) => [credit, credit, credit]))).toBeCloseTo(1, 12);
    expect(
      cronbachAlpha([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNaN();
    expect(cronbachAlpha([[1, 0]])).toBeNaN();
    expect(correctedItemTotal([1, 1], [2, 1])).toBeNaN();
  });

  it("compares the upper with the lower 27 %", () => {
    // Ten people: 27 % are three (2.7 rounded). Upper three have 1, 1, 0.5; lower three 0, 0.5, 0.
    const criterion = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    const item = [1, 1, 0.5, 1, 0, 1, 0, 0, 0.5, 0];
    expect(upperLowerDiscrimination(item, criterion)).toBeCloseTo(2.5 / 3 - 0.5 / 3, 12);
  });

  it("lets those who tie at the cut share what is left of the group", () => {
    // Four people, one in each group; two tie at the top.
    expect(upperLowerDiscrimination([1, 0, 0, 0], [5, 5, 2, 1])).toBeCloseTo(0.5, 12);
    expect(upperLowerDiscrimination([0, 1, 0, 0], [5, 5, 2, 1])).toBeCloseTo(0.5, 12);
  });

  it("does not depend on the order of people", () => {
    const credit = fc.constantFrom(0, 0.5, 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(credit, fc.integer({ min: 0, max: 5 })), { minLength: 1 }), (people) => {
        const of = (rows: typeof people) =>
          upperLowerDiscrimination(
            rows.map(([item]) => item),
            rows.map(([, total]) => total),
          );
        expect(of(people.toReversed())).toBeCloseTo(of(people), 9);
        expect(Math.abs(of(people))).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("bounds a correlation by Fisher's transformation", () => {
    const { low, high } = correlationInterval(0.5, 50);
    expect(low).toBeCloseTo(0.25748786076828395, 12);
    expect(high).toBeCloseTo(0.6832563020988134, 12);
    expect(correlationInterval(0.5, 3).low).toBeNaN();
  });

  it("refuses columns of unequal length", () => {
    expect(() => correctedItemTotal([1], [1, 2])).toThrow(RangeError);
    expect(() => upperLowerDiscrimination([1], [1, 2])).toThrow(RangeError);
    expect(() => cronbachAlpha([[1], [1, 2]])).toThrow(RangeError);
  });
});
