import { describe, expect, it } from "vitest";
import { type LatePolicy, NO_PENALTY } from "@/lib/classroom/assignment";
import { latePercent } from "@/lib/classroom/late-policy";
import { decisionWords, latenessReason, pointsWords, policyWords } from "./result-words";

const policy: LatePolicy = {
  ...{ unit: "day", percentPerUnit: 10, rounding: "up", floorPercent: 0, graceMinutes: 15 },
};
const DAY = 86_400;
const words = (rule: LatePolicy, late: number, raw = 90) =>
  latenessReason(rule, late, latePercent(rule, late, raw));

describe("a grade in words", () => {
  it("says what lateness took, by the numbers that took it", () => {
    expect(words(policy, 0)).toBeNull();
    expect(words(policy, 600)).toContain("within the grace");
    expect(words(policy, 1.3 * DAY)).toBe("2 days late at 10 %.");
    expect(words({ ...policy, rounding: "exact" }, 1.5 * DAY)).toBe("1.5 days late at 10 %.");
    expect(words({ ...policy, floorPercent: 60 }, 9 * DAY)).toBe(
      "9 days late at 10 % would be 90 %; the floor leaves 30 %.",
    );
    expect(words(NO_PENALTY, DAY)).toBe("Late, which costs nothing here.");
  });

  it("tells the policy, or that there is none", () => {
    expect(policyWords(NO_PENALTY)).toBeNull();
    expect(policyWords({ ...policy, floorPercent: 50 })).toBe(
      "Each day late takes 10 % of the points possible, each that has begun counting whole. Up to 15 minutes late counts as in time. Lateness alone takes no grade below 50 %.",
    );
  });

  it("gives points of the points possible", () => {
    expect(pointsWords(82.5, 100)).toBe("82.5 of 100 points");
    expect(pointsWords(50, 30)).toBe("15 of 30 points");
  });

  it("says whether a person and the machine agreed", () => {
    const point = { suggested: 0.5, correctedBy: 0 };
    expect(decisionWords({ ...point, decided: null })).toContain("Nobody changed it");
    expect(decisionWords({ ...point, decided: { credit: 0.5, by: "accepted" } })).toContain(
      "agreed with the machine: 50 %",
    );
    expect(decisionWords({ ...point, decided: { credit: 1, by: "changed" } })).toBe(
      "The machine suggested 50 %. A grader decided otherwise.",
    );
    expect(decisionWords({ ...point, decided: { credit: 1, by: "group" } })).toContain(
      "where the machine suggested 50 %",
    );
    expect(decisionWords({ ...point, correctedBy: 1, decided: null })).toContain(
      "moved by 1 correction of your graders",
    );
  });
});
