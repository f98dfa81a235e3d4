/** Replaying arbitrary logs: any moment is the fold of what came before, and a packed log loses nothing. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { LoggedEvent } from "@/lib/interview/events";
import { foldEvents } from "@/lib/interview/fold";
import { logArbitrary } from "@/tests/support/arbitrary-log";
import { momentsOf } from "./moments";
import { packLog, unpackLog } from "./pack-log";
import { createReplay } from "./replay";

const bytes = (value: unknown) => JSON.stringify(value);

test("a packed log unpacks to the same log, and its replay ends in the same state, byte for byte", () => {
  fc.assert(
    fc.property(logArbitrary, (log) => {
      const unpacked = unpackLog(JSON.parse(bytes(packLog(log))));
      expect(unpacked).toEqual(log);
      expect(bytes(createReplay(unpacked).at(Number.POSITIVE_INFINITY))).toBe(bytes(foldEvents(log)));
    }),
    { numRuns: 300 },
  );
});

test("every moment is the fold of the events up to it, however long the log", () => {
  const long = fc
    .array(logArbitrary, { maxLength: 6 })
    .map((logs): LoggedEvent[] => logs.flat().map((event, i) => ({ ...event, seq: i + 1 })));
  fc.assert(
    fc.property(long, fc.nat(240), (log, count) => {
      const replay = createReplay(log);
      expect(bytes(replay.after(count))).toBe(bytes(foldEvents(log.slice(0, count))));
      expect(replay.times.every((time, i) => time >= (replay.times[i - 1] ?? 0))).toBe(true);
      for (const moment of momentsOf(replay)) expect(moment.count).toBeLessThanOrEqual(log.length);
    }),
    { numRuns: 60 },
  );
});

test("a 45-minute interview with an event for every second of it stays under 300 KB", () => {
  const startMs = 1_766_000_000_000;
  const log = Array.from({ length: 45 * 60 }, (_, i) => {
    const eventId = `0197b3c1-7a55-7c3e-9d4f-${String(i).padStart(12, "0")}`;
    const envelope = { eventId, origin: "k3x9q2m7", atMs: startMs + i * 1_013, seq: i + 1 };
    if (i % 60 === 0)
      return {
        ...envelope,
        kind: "interviewer-said",
        text: "x".repeat(250),
        about: { about: "unknown" },
        replyTo: null,
      };
    if (i % 20 === 0) {
      const changes = [{ change: "move-node", id: "k3x9q2m7p", x: 123.5, y: 456.5 }];
      return { ...envelope, kind: "board-changed", base: i, changes };
    }
    return {
      ...envelope,
      kind: "answer-edited",
      part: "evaluate",
      base: i - 3,
      index: i * 8,
      remove: 2,
      insert: "features",
    };
  }) as LoggedEvent[];
  const kilobytes = new TextEncoder().encode(bytes(packLog(log))).length / 1000;
  expect(kilobytes).toBeLessThan(300);
  expect(unpackLog(packLog(log))).toEqual(log);
});
