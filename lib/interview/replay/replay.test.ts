import { describe, expect, it } from "vitest";
import type { LoggedEvent } from "@/lib/interview/events";
import { foldEvents } from "@/lib/interview/fold";
import { answersOf } from "@/lib/interview/scene";
import { earnedAt } from "./earned";
import { momentsOf } from "./moments";
import { packLog, unpackLog } from "./pack-log";
import { createReplay } from "./replay";

const START = 1_766_000_000_000;
const MINUTE = 60_000;
const setup = {
  caseSlug: "video-recommendation",
  level: "senior",
  mode: "coach",
  lengthMinutes: 45,
  timeMultiplier: 1,
} as const;

type Body = { kind: LoggedEvent["kind"]; minute: number; origin?: string } & Record<string, unknown>;
function logOf(bodies: readonly Body[]): LoggedEvent[] {
  return bodies.map(({ minute, ...body }, i) => {
    const eventId = `0197b3c1-7a55-7c3e-9d4f-${String(i).padStart(12, "0")}`;
    return { eventId, origin: "tab1", atMs: START + minute * MINUTE, seq: i + 1, ...body } as LoggedEvent;
  });
}
const started: Body = {
  kind: "interview-started",
  minute: 0,
  origin: "server",
  setup,
  deadlineAtMs: START + 45 * MINUTE,
  opening: "Hello.",
  prompt: "Design it.",
};
const write = (minute: number, index: number, insert: string, remove = 0): Body => {
  return { kind: "answer-edited", minute, part: "data", base: 99, index, remove, insert };
};
const submitted: Body = { kind: "submitted", minute: 40, origin: "server", by: "candidate" };

describe("a replay", () => {
  const log = logOf([
    started,
    write(2, 0, "We log impressions. "),
    write(5, 20, "Splits go by time."),
    { kind: "question-asked", minute: 6, text: "How many users?" },
    { kind: "paused", minute: 10 },
    { kind: "resumed", minute: 20, deadlineAtMs: START + 55 * MINUTE },
    write(25, 0, "", 20),
    submitted,
  ]);
  const replay = createReplay(log);
  const textAt = (minute: number) => answersOf(replay.at(minute * MINUTE)).data ?? "";

  it("shows what stood there at each minute of working time", () => {
    expect(textAt(1)).toBe("");
    expect(textAt(3)).toBe("We log impressions. ");
    expect(textAt(14)).toBe("We log impressions. Splits go by time.");
    expect(textAt(16)).toBe("Splits go by time.");
  });

  it("ends in the state of the whole log, and leaves pauses out of its length", () => {
    expect(JSON.stringify(replay.at(Number.POSITIVE_INFINITY))).toBe(JSON.stringify(foldEvents(log)));
    expect(replay.lengthMs).toBe(30 * MINUTE);
  });

  it("never runs backwards when a device's events arrive late", () => {
    const late = createReplay(logOf([started, write(9, 0, "b"), write(4, 0, "a"), submitted]));
    expect(late.times).toEqual([0, 9 * MINUTE, 9 * MINUTE, 40 * MINUTE]);
  });
});

describe("moments", () => {
  it("name what happened, and a stretch of drawing once", () => {
    const node = (id: string) => ({ change: "add-node", node: { id, kind: "model", label: id, x: 0, y: 0 } });
    const log = logOf([
      started,
      { kind: "board-changed", minute: 1, base: 1, changes: [node("a")] },
      { kind: "board-changed", minute: 1.2, base: 2, changes: [node("b")] },
      { kind: "board-changed", minute: 9, base: 3, changes: [node("c")] },
      { kind: "twist-given", minute: 12, twistId: "half", text: "Half the time.", change: "latency" },
      submitted,
    ]);
    const moments = momentsOf(createReplay(log));
    expect(moments.map(({ kind, atMs }) => [kind, atMs / MINUTE])).toEqual([
      ["board", 1.2],
      ["board", 9],
      ["twist", 12],
      ["submitted", 40],
    ]);
    expect(moments[2]?.text).toBe("Half the time.");
  });
});

describe("points light up", () => {
  const quote = "Splits go by time.";
  const point = { id: "split", credit: 0.9, receipt: { part: "data" as const, start: 0, end: 18, quote } };

  it("when their words stood there for good, not when they were first written", () => {
    const log = logOf([
      started,
      write(3, 0, quote),
      write(8, 0, "", quote.length),
      write(15, 0, quote),
      submitted,
    ]);
    const [earned] = earnedAt(createReplay(log), [point]);
    expect((earned?.atMs ?? 0) / MINUTE).toBeGreaterThanOrEqual(15);
    expect((earned?.atMs ?? 0) / MINUTE).toBeLessThan(15.2);
  });

  it("and points without words never do", () => {
    const log = logOf([started, write(3, 0, quote), submitted]);
    const missed = { id: "missed", credit: 0, receipt: null };
    expect(earnedAt(createReplay(log), [missed])).toEqual([]);
    expect(earnedAt(createReplay(log), [point, missed]).map(({ id }) => id)).toEqual(["split"]);
  });
});

describe("a packed log", () => {
  it("unpacks to the same log", () => {
    const log = logOf([
      started,
      write(3, 0, "text"),
      { kind: "note-edited", minute: 4, base: 2, index: 0, remove: 0, insert: "n" },
      submitted,
    ]);
    expect(unpackLog(JSON.parse(JSON.stringify(packLog(log))))).toEqual(log);
  });

  it("refuses a log with a gap", () => {
    const log = logOf([started, write(3, 0, "text")]);
    expect(() => packLog(log.map((event, i) => ({ ...event, seq: event.seq + i })))).toThrow(
      /gap before event 3/,
    );
  });
});
