import { describe, expect, test } from "vitest";
import { NO_PENALTY } from "@/lib/classroom/assignment";
import { gradeOfMissing, gradeOfWork, isSameGrade, NO_ADJUSTMENT } from "./student-grade";

const point = (credit: number | null, suggested = 1) => ({ weight: 1, isExpected: true, credit, suggested });
const DAY_SECONDS = 86_400;

describe("the grade of a student", () => {
  test("is the decided points less lateness, moved by hand", () => {
    const work = {
      id: "s",
      lateSeconds: 1.3 * DAY_SECONDS,
      points: [point(1), point(0.5), point(0.5), point(0)],
    };
    const policy = { ...NO_PENALTY, percentPerUnit: 10 };
    const grade = gradeOfWork(work, policy, { adjustment: 5, adjustmentReason: "Power cut." }, false);
    expect(grade).toMatchObject({ rawPercent: 50, latePercent: 20, finalPercent: 35, submissionId: "s" });
  });
  test("does not exist while a point that counts is undecided, unless suggestions are taken", () => {
    const work = { id: "s", lateSeconds: 0, points: [point(0), point(null, 0.8)] };
    expect(gradeOfWork(work, NO_PENALTY, NO_ADJUSTMENT, false)).toBeNull();
    expect(gradeOfWork(work, NO_PENALTY, NO_ADJUSTMENT, true)?.finalPercent).toBeCloseTo(40);
  });
  test("is 0 where nothing can be handed in any more, and can still be moved by hand", () => {
    expect(gradeOfMissing(NO_ADJUSTMENT)).toMatchObject({ finalPercent: 0, submissionId: null });
    expect(gradeOfMissing({ adjustment: 30, adjustmentReason: "Oral exam." }).finalPercent).toBe(30);
  });
  test("is told apart from another by what it says", () => {
    const grade = gradeOfMissing(NO_ADJUSTMENT);
    expect(isSameGrade(grade, { ...grade, rawPercent: 1 })).toBe(false);
    expect(isSameGrade(grade, { ...grade })).toBe(true);
  });
});
