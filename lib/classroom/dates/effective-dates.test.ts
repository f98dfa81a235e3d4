import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Extension } from "@/lib/classroom/assignment";
import { effectiveDates, lateSecondsOf, STUDENT_STATES, stateFor } from "./effective-dates";

const assignment = { releaseAtMs: 1_000, dueAtMs: 5_000, lateDueAtMs: 9_000, attempts: 2 };
const nothing: Extension = {
  releaseAtMs: null,
  dueAtMs: null,
  lateDueAtMs: null,
  timeMultiplier: 1,
  extraAttempts: 0,
};
const instants = fc.integer({ min: 0, max: 20_000 });

describe("the dates that hold for a student", () => {
  test("are the assignment's own without an extension, and with one that grants no date", () => {
    const own = { releaseAtMs: 1_000, dueAtMs: 5_000, closesAtMs: 9_000, attempts: 2, timeMultiplier: 1 };
    expect(effectiveDates(assignment, null)).toEqual(own);
    expect(effectiveDates(assignment, nothing)).toEqual(own);
  });

  test("are the extension's one by one", () => {
    const extension = { ...nothing, dueAtMs: 7_000, timeMultiplier: 1.5, extraAttempts: 1 };
    expect(effectiveDates(assignment, extension)).toEqual({
      releaseAtMs: 1_000,
      dueAtMs: 7_000,
      closesAtMs: 9_000,
      attempts: 3,
      timeMultiplier: 1.5,
    });
  });

  test("an extended due date carries the end with it, and without a late-due date the due date is the end", () => {
    expect(effectiveDates(assignment, { ...nothing, dueAtMs: 12_000 }).closesAtMs).toBe(12_000);
    expect(effectiveDates({ ...assignment, lateDueAtMs: null }, null).closesAtMs).toBe(5_000);
    expect(
      effectiveDates({ ...assignment, lateDueAtMs: null }, { ...nothing, lateDueAtMs: 6_000 }),
    ).toMatchObject({ dueAtMs: 5_000, closesAtMs: 6_000 });
  });

  test.each([
    [999, "not-released"],
    [1_000, "open"],
    [5_000, "open"],
    [5_001, "late"],
    [9_000, "late"],
    [9_001, "closed"],
  ] as const)("at %i it is %s", (nowMs, state) => {
    expect(stateFor(effectiveDates(assignment, null), nowMs)).toBe(state);
  });

  test("the state only ever moves on", () => {
    fc.assert(
      fc.property(instants, instants, instants, fc.array(instants), (release, due, late, moments) => {
        const dates = effectiveDates(
          { releaseAtMs: release, dueAtMs: due, lateDueAtMs: late, attempts: 1 },
          null,
        );
        const states = moments
          .toSorted((first, second) => first - second)
          .map((nowMs) => STUDENT_STATES.indexOf(stateFor(dates, nowMs)));
        expect(states).toEqual(states.toSorted((first, second) => first - second));
      }),
    );
  });

  test("lateness counts begun seconds, and none in time", () => {
    expect([4_000, 5_000, 5_001, 6_000, 6_001].map((ms) => lateSecondsOf(ms, 5_000))).toEqual([
      0, 0, 1, 1, 2,
    ]);
  });
});
