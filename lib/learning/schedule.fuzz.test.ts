import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS } from "./day";
import { GRADES, type Grade } from "./grades";
import { LONGEST_INTERVAL_DAYS, newMemory, previewGrades, reviewCard } from "./schedule";

const start = new Date("2026-11-29T10:00:00Z");
const grade = fc.constantFrom<Grade>(...GRADES);
const zone = fc.constantFrom("UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland");
const history = fc.array(fc.tuple(grade, fc.integer({ min: 0, max: 90 * 24 * 60 })), { maxLength: 12 });

/** A memory after a life of reviews, and the instant of the last one. */
function live(events: readonly (readonly [Grade, number])[], timeZone: string) {
  let memory = newMemory(start);
  let at = start;
  for (const [given, minutes] of events) {
    at = new Date(at.getTime() + minutes * 60_000);
    memory = reviewCard(memory, given, at, timeZone);
  }
  return { memory, at };
}

it("never makes a failed card due later than the same card recalled, and a better grade never sooner", () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 400 }), zone, (events, days, timeZone) => {
      const { memory, at } = live(events, timeZone);
      const waits = previewGrades(memory, new Date(at.getTime() + days * DAY_MS), timeZone);
      const inOrder = GRADES.map((given) => waits[given]);
      expect([...inOrder].sort((a, b) => a - b)).toEqual(inOrder);
      expect(waits[1]).toBeLessThan(waits[3]);
    }),
  );
});

it("keeps stability positive, difficulty within 1 to 10, and the next date after the review and within a year", () => {
  fc.assert(
    fc.property(history, grade, zone, (events, given, timeZone) => {
      const { memory, at } = live([...events, [given, 60]], timeZone);
      expect(memory.stability).toBeGreaterThan(0);
      expect(memory.difficulty).toBeGreaterThanOrEqual(1);
      expect(memory.difficulty).toBeLessThanOrEqual(10);
      expect(memory.dueAt.getTime()).toBeGreaterThan(at.getTime());
      expect(memory.dueAt.getTime() - at.getTime()).toBeLessThanOrEqual(LONGEST_INTERVAL_DAYS * DAY_MS);
    }),
  );
});
