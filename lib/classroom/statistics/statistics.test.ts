import { describe, expect, test } from "vitest";
import { machineAgreement } from "./machine-agreement";
import { outcomeOf } from "./outcome";
import { assignmentStatistics, type SubmissionResult } from "./point-statistics";

/** Two points that move together and one that does not, in as many submissions as asked for. */
const submissions = (count: number): SubmissionResult[] =>
  Array.from({ length: count }, (_, i) => ({
    submissionId: String(i),
    points: [
      { pointId: "first", weight: 2, credit: i % 2, isContradicted: false },
      { pointId: "second", weight: 1, credit: i % 2, isContradicted: i % 4 === 0 },
      { pointId: "third", weight: 1, credit: 0.5, isContradicted: false },
    ],
  }));

describe("the statistics of an assignment", () => {
  test("give difficulty, discrimination and outcomes of each point", () => {
    const { points, alpha, hasEnough } = assignmentStatistics(submissions(40));
    const [first, second, third] = points;
    expect(hasEnough).toBe(true);
    expect(first).toMatchObject({ difficulty: 0.5, submissions: 40 });
    expect(first?.upperLower).toBeCloseTo(1, 12);
    expect(first?.discrimination).toBeCloseTo(1, 12);
    expect(second?.outcomes).toEqual({ missing: 10, contradicted: 10, partly: 0, made: 20 });
    expect(third).toMatchObject({ discrimination: null, outcomes: { partly: 40 } });
    // Weighted credits 2x, x and a constant: sum of variances 5v, variance of the total 9v.
    expect(alpha).toBeCloseTo(1.5 * (1 - 5 / 9), 12);
  });

  test("say of few submissions only what they can: the mean, with its interval", () => {
    const { points, alpha, hasEnough } = assignmentStatistics(submissions(6));
    expect({ alpha, hasEnough }).toEqual({ alpha: null, hasEnough: false });
    expect(points[0]).toMatchObject({ discrimination: null, upperLower: null, difficulty: 0.5 });
    expect(points[0]?.difficultyInterval.low).toBeLessThan(0.1);
    expect(points[0]?.difficultyInterval.high).toBeLessThanOrEqual(1);
  });

  test("leave a point out of alpha that was added when most had handed in", () => {
    const late = submissions(40).map((submission, i) =>
      i === 0
        ? {
            ...submission,
            points: [...submission.points, { pointId: "new", weight: 1, credit: 1, isContradicted: false }],
          }
        : submission,
    );
    expect(assignmentStatistics(late).alpha).not.toBeNull();
    expect(assignmentStatistics(late).points.at(-1)).toMatchObject({ pointId: "new", submissions: 1 });
  });

  test("of none are empty", () => {
    expect(assignmentStatistics([])).toEqual({ submissions: 0, hasEnough: false, alpha: null, points: [] });
  });
});

describe("an outcome", () => {
  test.each([
    [0, false, "missing"],
    [0.3, false, "partly"],
    [0.9, false, "made"],
    [0.1, true, "contradicted"],
    [1, true, "made"],
  ] as const)("of credit %d, contradicted %s, is %s", (credit, isContradicted, outcome) => {
    expect(outcomeOf({ credit, isContradicted })).toBe(outcome);
  });
});

describe("machine and people", () => {
  test("agree as far as kappa says, and the changed share has its interval", () => {
    const points = Array.from({ length: 40 }, (_, i) => ({
      machineCredit: i % 2,
      credit: i < 10 ? 1 : i % 2,
    }));
    const { decided, changedShare, changedInterval, meanChange, kappa } = machineAgreement(points);
    expect({ decided, changedShare, meanChange }).toEqual({
      decided: 40,
      changedShare: 0.125,
      meanChange: 0.125,
    });
    // Five of forty differ by 1: observed 0.125; machine half, people 25 of 40: 0.25 + 15/64 + 1/64 = 0.5.
    expect(kappa).toBeCloseTo(1 - 0.125 / 0.5, 12);
    expect(changedInterval?.low).toBeGreaterThan(0.05);
    expect(changedInterval?.high).toBeLessThan(0.27);
  });

  test("have no kappa over few decisions, and nothing over none", () => {
    expect(machineAgreement([{ machineCredit: 0, credit: 1 }])).toMatchObject({ decided: 1, kappa: null });
    expect(machineAgreement([])).toMatchObject({ decided: 0, changedShare: null, meanChange: null });
  });
});
