import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STAGES, type Stage } from "@/lib/framework/stages";
import {
  type Comparison,
  calibrationWords,
  compareScores,
  comparisonWords,
  SELF_SCORES,
  selfScoreCalibration,
  selfScoresSchema,
} from "./self-scores";

const ratings = (value: number) =>
  Object.fromEntries(STAGES.map((stage) => [stage, { value }])) as Record<Stage, { value: number }>;
const apart = (stage: Stage, difference: number): Comparison => {
  return { stage, own: 2, report: 2 - difference, difference };
};

describe("self-scores beside the report", () => {
  it("are compared in the framework's order, and unrated stages are left out", () => {
    expect(compareScores({ serve: 1, data: 3 }, ratings(1.6))).toEqual([
      { stage: "data", own: 3, report: 1.6, difference: 1.4 },
      { stage: "serve", own: 1, report: 1.6, difference: -0.6000000000000001 },
    ]);
  });

  it("name the stage that is furthest off, and in which direction", () => {
    expect(comparisonWords([apart("data", 1.4)])).toBe("You rated data 1.4 higher than the report.");
    expect(comparisonWords([apart("data", 0.4), apart("serve", -0.9)])).toBe(
      "You rated serve 0.9 lower than the report; the others within half a step.",
    );
    expect(comparisonWords([apart("data", 1.4), apart("serve", -0.9), apart("frame", 0)])).toBe(
      "You rated data 1.4 higher than the report; 1 of the 2 others differs by more than half a step too.",
    );
  });

  it("say so when they agree, and nothing when nothing was rated", () => {
    expect(comparisonWords([apart("data", 0.3), apart("serve", -0.5)])).toBe(
      "You rated all 2 stages within half a step of the report.",
    );
    expect(comparisonWords([])).toBe("");
  });

  it("are refused outside of 0 to 4, between two steps, and for what is no stage", () => {
    for (const wrong of [{ data: 5 }, { data: -1 }, { data: 2.5 }, { data: "3" }, { summary: 3 }])
      expect(selfScoresSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
    expect(selfScoresSchema.safeParse({}).success).toBe(true);
  });
});

describe("calibration over attempts", () => {
  it("tells a lean from a scatter", () => {
    const [data, serve] = selfScoreCalibration([
      [apart("data", 1), apart("serve", 1)],
      [apart("data", 1.4), apart("serve", -1.2)],
    ]);
    expect(data).toMatchObject({ stage: "data", attempts: 2, meanDifference: 1.2, meanAbsoluteError: 1.2 });
    expect(data && calibrationWords(data)).toBe("1.2 higher than the report on average");
    expect(serve?.meanDifference).toBeCloseTo(-0.1);
    expect(serve && calibrationWords(serve)).toBe("no lean, but 1.1 off each time");
  });

  it("of any ratings: the error is at least the size of the lean and at most four", () => {
    const attempt = fc
      .dictionary(fc.constantFrom(...STAGES), fc.constantFrom(...SELF_SCORES), { maxKeys: 7 })
      .chain((own) =>
        fc.double({ min: 0, max: 4, noNaN: true }).map((value) => compareScores(own, ratings(value))),
      );
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 6 }), (attempts) => {
        const calibration = selfScoreCalibration(attempts);
        const counted = calibration.reduce((sum, one) => sum + one.attempts, 0);
        expect(counted).toBe(attempts.flat().length);
        for (const one of calibration) {
          expect(one.meanAbsoluteError).toBeGreaterThanOrEqual(Math.abs(one.meanDifference) - 1e-9);
          expect(one.meanAbsoluteError).toBeLessThanOrEqual(4);
        }
      }),
    );
  });
});
