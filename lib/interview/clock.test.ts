import { describe, expect, test } from "vitest";
import { LENGTHS_MINUTES, STAGE_MINUTES, STAGES } from "@/lib/framework/stages";
import {
  elapsedMs,
  formatClock,
  isOver,
  remainingMs,
  scheduledStage,
  stageBudgets,
  stageTimes,
  totalMs,
} from "./clock";
import type { LoggedEvent } from "./events";
import { foldEvents } from "./fold";

const START = 1_000_000;
const MINUTE = 60_000;
const setup = {
  caseSlug: "video-recommendation",
  level: "mid",
  mode: "coach",
  lengthMinutes: 45,
  timeMultiplier: 1,
} as const;
const log = (...events: object[]): LoggedEvent[] =>
  events.map(
    (event, i) =>
      ({
        eventId: "0197b3c1-7a55-7c3e-9d4f-2b8a6c0d1e2f",
        origin: "server",
        seq: i + 1,
        ...event,
      }) as LoggedEvent,
  );
const start = {
  kind: "interview-started",
  setup,
  atMs: START,
  deadlineAtMs: START + 45 * MINUTE,
  opening: "",
  prompt: "",
};

describe("budgets", () => {
  test("each length is the sum of its stages, stretched by the multiplier", () => {
    for (const lengthMinutes of LENGTHS_MINUTES) {
      const minutes = STAGES.reduce(
        (sum, stage) => sum + STAGE_MINUTES[lengthMinutes][stage],
        STAGE_MINUTES[lengthMinutes].wrapUp,
      );
      expect(minutes).toBe(lengthMinutes);
      const budgets = stageBudgets({ lengthMinutes, timeMultiplier: 1.5 });
      expect(budgets.reduce((sum, budget) => sum + budget.lengthMs, 0)).toBe(
        totalMs({ lengthMinutes, timeMultiplier: 1.5 }),
      );
    }
  });
  test("another framework's minutes change the stages, not the length", () => {
    const other = { ...setup, stageSplit: "techinterview" } as const;
    const minutesIn = (budgets: ReturnType<typeof stageBudgets>) =>
      Object.fromEntries(budgets.map(({ stage, lengthMs }) => [stage, lengthMs / MINUTE]));
    expect(minutesIn(stageBudgets(other))).toMatchObject({ model: 12, serve: 12, evaluate: 1, "wrap-up": 2 });
    expect(minutesIn(stageBudgets(setup))).toMatchObject({ model: 10, serve: 5, evaluate: 6, "wrap-up": 2 });
    expect(totalMs(other)).toBe(totalMs(setup));
    expect(scheduledStage(other, 5 * MINUTE)).toBe("frame");
    expect(scheduledStage(other, 6 * MINUTE)).toBe("data");
  });
  test("the scheduled stage is the one whose budget holds the moment", () => {
    expect(scheduledStage(setup, 0)).toBe("clarify");
    expect(scheduledStage(setup, 5 * MINUTE)).toBe("frame");
    expect(scheduledStage(setup, 44 * MINUTE)).toBe("wrap-up");
    expect(scheduledStage(setup, 99 * MINUTE)).toBe("wrap-up");
  });
});

describe("a session with a pause", () => {
  const state = foldEvents(
    log(
      start,
      { kind: "stage-entered", stage: "frame", atMs: START + 6 * MINUTE },
      { kind: "paused", atMs: START + 8 * MINUTE },
      { kind: "resumed", atMs: START + 18 * MINUTE, deadlineAtMs: START + 55 * MINUTE },
      { kind: "stage-entered", stage: "model", atMs: START + 20 * MINUTE },
    ),
  );
  test("the pause counts neither as working time nor in its stage", () => {
    const now = START + 30 * MINUTE;
    expect(elapsedMs(state, now)).toBe(20 * MINUTE);
    expect(remainingMs(state, now)).toBe(25 * MINUTE);
    const times = Object.fromEntries(stageTimes(state, now).map((time) => [time.stage, time]));
    expect(times.clarify).toMatchObject({ spentMs: 6 * MINUTE, overrunMs: MINUTE });
    expect(times.frame).toMatchObject({ spentMs: 4 * MINUTE, overrunMs: 0 });
    expect(times.model).toMatchObject({ spentMs: 10 * MINUTE });
  });
  test("it is over ten seconds after the deadline, and never while paused", () => {
    expect(isOver(state, START + 55 * MINUTE + 9_999)).toBe(false);
    expect(isOver(state, START + 55 * MINUTE + 10_001)).toBe(true);
    const paused = foldEvents(log(start, { kind: "paused", atMs: START }));
    expect(isOver(paused, START + 999 * MINUTE)).toBe(false);
    expect(remainingMs(paused, START + 999 * MINUTE)).toBe(45 * MINUTE);
  });
});

test("the clock shows 0:00 only when time is over", () => {
  expect([1, 59_001, 60_000, 3_725_000, 0, -5].map(formatClock)).toEqual([
    "0:01",
    "1:00",
    "1:00",
    "62:05",
    "0:00",
    "0:00",
  ]);
});
