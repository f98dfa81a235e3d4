/** An extension moves the end of an interview that runs, and nothing moves it nearer. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endsAtMs } from "./clock";
import { foldEvent } from "./fold";
import { moreTime } from "./more-time";
import { INITIAL_STATE, type InterviewState } from "./state";

const MINUTE = 60_000;
const START = 1_000 * MINUTE;
const setup = {
  caseSlug: "video",
  level: "mid",
  mode: "coach",
  lengthMinutes: 45,
  timeMultiplier: 1,
} as const;
/** Forty-five minutes, of which the assignment's end leaves ten. */
const cut: InterviewState = {
  ...INITIAL_STATE,
  status: "running",
  setup,
  startedAtMs: START,
  deadlineAtMs: START + 10 * MINUTE,
  latestEndMs: START + 10 * MINUTE,
};

function granted(state: InterviewState, timeMultiplier: number, closesAtMs: number): InterviewState {
  const body = moreTime(state, { timeMultiplier, closesAtMs });
  if (!body) return state;
  const event = { ...body, eventId: "0197b3c1-7a55-7c3e-9d4f-2b8a6c0d1e2f", origin: "server", atMs: START };
  return foldEvent(state, { ...event, seq: state.seq + 1 });
}

describe("more time", () => {
  test("gives back what the assignment's end had cut, up to the interview's own length", () => {
    expect(granted(cut, 1, START + 30 * MINUTE).deadlineAtMs).toBe(START + 30 * MINUTE);
    expect(granted(cut, 1, START + 90 * MINUTE).deadlineAtMs).toBe(START + 45 * MINUTE);
    expect(granted(cut, 2, START + 900 * MINUTE)).toMatchObject({
      deadlineAtMs: START + 90 * MINUTE,
      setup: { timeMultiplier: 2 },
    });
  });

  test("counts pauses that are over, and leaves an open one to the clock", () => {
    const fromMs = START + 5 * MINUTE;
    const over = { ...cut, pauses: [{ fromMs, toMs: fromMs + 3 * MINUTE }] };
    expect(granted(over, 1, START + 90 * MINUTE).deadlineAtMs).toBe(START + 48 * MINUTE);
    const paused = granted(
      { ...cut, status: "paused", pauses: [{ fromMs, toMs: null }] },
      1,
      START + 50 * MINUTE,
    );
    expect(endsAtMs(paused, fromMs + 4 * MINUTE)).toBe(START + 49 * MINUTE);
    expect(endsAtMs(paused, fromMs + 9 * MINUTE)).toBe(START + 50 * MINUTE);
  });

  test("never brings an end nearer, whatever is granted and withdrawn", () => {
    const allowance = fc.tuple(fc.constantFrom(1, 1.25, 1.5, 2), fc.nat(200));
    fc.assert(
      fc.property(fc.array(allowance, { maxLength: 6 }), (allowances) => {
        let state = cut;
        for (const [multiplier, minutes] of allowances) {
          const next = granted(state, multiplier, START + minutes * MINUTE);
          expect(next.deadlineAtMs).toBeGreaterThanOrEqual(state.deadlineAtMs);
          expect(next.latestEndMs ?? 0).toBeGreaterThanOrEqual(state.latestEndMs ?? 0);
          expect(next.deadlineAtMs).toBeLessThanOrEqual(next.latestEndMs ?? 0);
          expect(
            moreTime(next, { timeMultiplier: multiplier, closesAtMs: START + minutes * MINUTE }),
          ).toBeNull();
          state = next;
        }
      }),
    );
  });

  test("is for an attempt that runs: not for a submitted one, and not for practice of one's own", () => {
    const allowance = { timeMultiplier: 2, closesAtMs: START + 900 * MINUTE };
    expect(moreTime({ ...cut, status: "submitted" }, allowance)).toBeNull();
    expect(moreTime({ ...cut, latestEndMs: null }, allowance)).toBeNull();
  });
});
