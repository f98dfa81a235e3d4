/** The end of an assignment holds for the clock of an interview, whatever is paused. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endsAtMs, GRACE_MS, isOver, isTimeOver, remainingMs } from "./clock";
import { INITIAL_STATE, type InterviewState } from "./state";

const START = 1_000_000;
const running: InterviewState = {
  ...INITIAL_STATE,
  status: "running",
  startedAtMs: START,
  deadlineAtMs: START + 60_000,
  latestEndMs: START + 100_000,
};
const pausedAt = (fromMs: number): InterviewState => ({
  ...running,
  status: "paused",
  pauses: [{ fromMs, toMs: null }],
});

describe("the latest end", () => {
  test("is never passed by a deadline, however long a pause is", () => {
    fc.assert(
      fc.property(fc.nat(59_000), fc.nat(1_000_000), (worked, pause) => {
        const state = pausedAt(START + worked);
        const nowMs = START + worked + pause;
        expect(endsAtMs(state, nowMs)).toBe(Math.min(START + 60_000 + pause, START + 100_000));
        expect(remainingMs(state, nowMs)).toBeLessThanOrEqual(60_000 - worked);
        expect(isTimeOver(state, nowMs)).toBe(nowMs >= START + 100_000);
        expect(isOver(state, nowMs)).toBe(nowMs > START + 100_000 + GRACE_MS);
      }),
    );
  });

  test("does not concern an interview without one: paused, it has all its time", () => {
    const state = { ...pausedAt(START + 20_000), latestEndMs: null };
    expect(remainingMs(state, START + 10_000_000)).toBe(40_000);
    expect(isTimeOver(state, START + 10_000_000)).toBe(false);
  });
});
