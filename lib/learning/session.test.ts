import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRADES, type Grade } from "./grades";
import { foldSession, leftIn, type Session, type SessionEvent, type Slot, startSession } from "./session";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const waits = { 1: 10 * MINUTE, 2: 15 * MINUTE, 3: 2 * DAY, 4: 8 * DAY };
const slot = (id: string): Slot => ({ id, revision: 0, waits, backAtMs: null });
const saved = (id: string, revision: number, nowMs = 0): SessionEvent => ({
  kind: "saved",
  id,
  revision,
  waits,
  nowMs,
});
const graded = (id: string, grade: Grade, nowMs = 0): SessionEvent => ({ kind: "graded", id, grade, nowMs });
const sent = (id: string): SessionEvent => ({ kind: "sent", id });
const fold = (session: Session, ...events: SessionEvent[]) => events.reduce(foldSession, session);

describe("a review session", () => {
  it("shows one item after the other and ends", () => {
    const session = startSession(["a", "b"].map(slot), 0);
    expect(session.current?.id).toBe("a");
    const second = fold(session, { kind: "revealed" }, graded("a", 3));
    expect(second).toMatchObject({ current: { id: "b" }, isRevealed: false, done: 1 });
    expect(fold(second, graded("a", 1))).toEqual(second);
    expect(fold(second, graded("b", 4))).toMatchObject({ current: null, done: 2 });
  });

  it("brings a failed item back when its minute has come, before the rest, or when nothing else is left", () => {
    const failed = fold(startSession(["a", "b", "c"].map(slot), 0), sent("a"), graded("a", 1), saved("a", 1));
    expect(failed).toMatchObject({ current: { id: "b" }, done: 0 });
    expect(fold(failed, graded("b", 3, 11 * MINUTE)).current?.id).toBe("a");
    const ahead = fold(failed, graded("b", 3, MINUTE), graded("c", 3, MINUTE));
    expect(ahead).toMatchObject({ current: { id: "a", revision: 1 }, done: 2 });
  });

  it("does not show an item again before the server has answered", () => {
    const alone = fold(startSession([slot("a")], 0), sent("a"), graded("a", 1));
    expect(alone.current).toBeNull();
    expect(leftIn(alone)).toBe(1);
    expect(fold(alone, saved("a", 1)).current).toMatchObject({ id: "a", revision: 1 });
  });

  it("undoes the last grade: the item is shown again once the server knows, then the one that was shown", () => {
    const session = fold(startSession(["a", "b"].map(slot), 0), sent("a"), graded("a", 3), saved("a", 1));
    const undoing = fold(session, { kind: "undone" });
    expect(undoing).toMatchObject({ current: null, done: 0, last: null });
    const undone = fold(undoing, saved("a", 2));
    expect(undone.current).toMatchObject({ id: "a", revision: 2 });
    expect(fold(undone, graded("a", 3)).current?.id).toBe("b");
  });

  it("lets go of an item that was graded elsewhere", () => {
    const session = fold(startSession(["a", "b"].map(slot), 0), { kind: "dropped", id: "a", nowMs: 0 });
    expect(session.current?.id).toBe("b");
    expect(leftIn(session)).toBe(1);
  });

  it("never loses an item and never counts one twice, whatever is pressed", () => {
    const press = fc.oneof(
      fc.record({ grade: fc.constantFrom<Grade>(...GRADES), minutes: fc.nat({ max: 30 }) }),
      fc.constant("undo" as const),
    );
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        let session = startSession(["a", "b", "c", "d"].map(slot), 0);
        let nowMs = 0;
        for (const each of presses) {
          const id = session.current?.id;
          const last = session.last?.slot.id;
          if (each === "undo") {
            session = fold(session, { kind: "undone" });
            if (last) session = fold(session, saved(last, 0, nowMs));
          } else if (id) {
            nowMs += each.minutes * MINUTE;
            session = fold(session, sent(id), graded(id, each.grade, nowMs), saved(id, 1, nowMs));
          }
          expect(session.done + leftIn(session)).toBe(4);
          const ids = [session.current, ...session.queue, ...session.later].map((left) => left?.id);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
    );
  });
});
