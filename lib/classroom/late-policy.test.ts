import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LATE_ROUNDINGS, LATE_UNITS, type LatePolicy, NO_PENALTY } from "./assignment";
import { isWithinGrace, lateExamples, latePercent, lateUnits, SECONDS_OF_LATE_UNIT } from "./late-policy";

const HOUR = 3_600;
const DAY = 86_400;
const policy = (changes: Partial<LatePolicy>): LatePolicy => ({ ...NO_PENALTY, ...changes });
const perDay = policy({ percentPerUnit: 10 });
const perHour = policy({ unit: "hour", percentPerUnit: 2 });

/** Worked by hand from the rule's words: policy, seconds late, raw percent -> percent points taken. */
const GOLDEN: [string, LatePolicy, number, number, number][] = [
  ["in time costs nothing", perDay, 0, 90, 0],
  ["a second late is a day late when rounding up", perDay, 1, 90, 10],
  ["a day to the second is one day", perDay, DAY, 90, 10],
  ["a second beyond a day is two days", perDay, DAY + 1, 90, 20],
  ["1.3 days are two days, as in Canvas", perDay, 1.3 * DAY, 90, 20],
  ["1.3 days rounded down are one day", policy({ percentPerUnit: 10, rounding: "down" }), 1.3 * DAY, 90, 10],
  [
    "a day begun costs nothing rounded down",
    policy({ percentPerUnit: 10, rounding: "down" }),
    DAY - 1,
    90,
    0,
  ],
  [
    "1.5 days exactly are one and a half",
    policy({ percentPerUnit: 10, rounding: "exact" }),
    1.5 * DAY,
    90,
    15,
  ],
  ["half an hour is an hour when rounding up", perHour, HOUR / 2, 90, 2],
  ["25 hours cost 25 times", perHour, 25 * HOUR, 90, 50],
  [
    "a quarter of an hour exactly",
    policy({ unit: "hour", percentPerUnit: 4, rounding: "exact" }),
    900,
    90,
    1,
  ],
  ["the floor holds", policy({ percentPerUnit: 10, floorPercent: 60 }), 5 * DAY, 90, 30],
  ["the floor is reached to the point", policy({ percentPerUnit: 10, floorPercent: 60 }), 3 * DAY, 90, 30],
  ["what is below the floor stays", policy({ percentPerUnit: 10, floorPercent: 60 }), 2 * DAY, 55, 0],
  ["what is at the floor stays", policy({ percentPerUnit: 10, floorPercent: 60 }), 2 * DAY, 60, 0],
  ["without a floor nothing is left to take", perDay, 20 * DAY, 35, 35],
  ["zero has nothing to lose", perDay, 2 * DAY, 0, 0],
  ["the last second of grace is in time", policy({ percentPerUnit: 10, graceMinutes: 15 }), 900, 90, 0],
  ["after grace lateness counts whole", policy({ percentPerUnit: 10, graceMinutes: 15 }), 901, 90, 10],
  [
    "grace is not taken off a day",
    policy({ percentPerUnit: 10, graceMinutes: 60, rounding: "exact" }),
    DAY,
    90,
    10,
  ],
  ["100 % a day leaves nothing", policy({ percentPerUnit: 100 }), 1, 90, 90],
  ["no penalty is none however late", NO_PENALTY, 30 * DAY, 90, 0],
];

const policies: fc.Arbitrary<LatePolicy> = fc.record({
  unit: fc.constantFrom(...LATE_UNITS),
  percentPerUnit: fc.double({ min: 0, max: 100, noNaN: true }),
  rounding: fc.constantFrom(...LATE_ROUNDINGS),
  floorPercent: fc.double({ min: 0, max: 100, noNaN: true }),
  graceMinutes: fc.integer({ min: 0, max: 1_440 }),
});
const seconds = fc.integer({ min: 0, max: 90 * DAY });
const percents = fc.double({ min: 0, max: 100, noNaN: true });
const ROUNDING_ERROR = 1e-9;

describe("what lateness costs", () => {
  test.each(GOLDEN)("%s", (_, rule, late, raw, taken) => {
    expect(latePercent(rule, late, raw)).toBeCloseTo(taken, 9);
  });

  test("is never negative and never more than the grade", () => {
    fc.assert(
      fc.property(policies, seconds, percents, (rule, late, raw) => {
        const taken = latePercent(rule, late, raw);
        expect(taken).toBeGreaterThanOrEqual(0);
        expect(taken).toBeLessThanOrEqual(raw);
      }),
    );
  });

  test("never falls as lateness grows", () => {
    fc.assert(
      fc.property(policies, seconds, seconds, percents, (rule, first, second, raw) => {
        const [less, more] = first < second ? [first, second] : [second, first];
        expect(latePercent(rule, less, raw)).toBeLessThanOrEqual(latePercent(rule, more, raw));
      }),
    );
  });

  test("leaves the floor, unless the grade was below it before", () => {
    fc.assert(
      fc.property(policies, seconds, percents, (rule, late, raw) => {
        const left = raw - latePercent(rule, late, raw);
        expect(left).toBeGreaterThanOrEqual(Math.min(raw, rule.floorPercent) - ROUNDING_ERROR);
      }),
    );
  });

  test("keeps the order of two grades that are equally late", () => {
    fc.assert(
      fc.property(policies, seconds, percents, percents, (rule, late, first, second) => {
        const [worse, better] = first < second ? [first, second] : [second, first];
        const leftOf = (raw: number) => raw - latePercent(rule, late, raw);
        expect(leftOf(worse)).toBeLessThanOrEqual(leftOf(better) + ROUNDING_ERROR);
      }),
    );
  });

  test("grace ends to the second, whatever the policy", () => {
    fc.assert(
      fc.property(policies, (rule) => {
        const edge = rule.graceMinutes * 60;
        expect(isWithinGrace(rule, edge)).toBe(true);
        expect(isWithinGrace(rule, edge + 1)).toBe(false);
        expect(lateUnits(rule, edge)).toBe(0);
        expect(lateUnits({ ...rule, rounding: "exact" }, edge + 1)).toBeCloseTo(
          (edge + 1) / SECONDS_OF_LATE_UNIT[rule.unit],
          9,
        );
      }),
    );
  });

  test("rounding up costs at least what is exact, and rounding down at most", () => {
    fc.assert(
      fc.property(policies, seconds, percents, (rule, late, raw) => {
        const cost = (rounding: LatePolicy["rounding"]) => latePercent({ ...rule, rounding }, late, raw);
        expect(cost("up")).toBeGreaterThanOrEqual(cost("exact"));
        expect(cost("exact")).toBeGreaterThanOrEqual(cost("down"));
      }),
    );
  });
});

describe("examples of what lateness costs", () => {
  const shown = policy({ percentPerUnit: 10, floorPercent: 50, graceMinutes: 15 });

  test("show both sides of the end of grace, and what the floor spares", () => {
    const examples = lateExamples(shown, 4 * DAY, [90, 55]);
    expect(examples.map(({ lateSeconds, units, taken }) => [lateSeconds, units, ...taken])).toEqual([
      [600, 0, 0, 0],
      [900, 0, 0, 0],
      [901, 1, 10, 5],
      [6 * HOUR, 1, 10, 5],
      [DAY, 1, 10, 5],
      [1.3 * DAY, 2, 20, 5],
      [3 * DAY, 3, 30, 5],
    ]);
  });

  test("end where nothing is accepted any more", () => {
    expect(lateExamples(shown, HOUR, [90]).map(({ lateSeconds }) => lateSeconds)).toEqual([600, 900, 901]);
    expect(lateExamples(shown, 0, [90])).toEqual([]);
  });
});
