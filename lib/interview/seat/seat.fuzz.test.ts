/** Claims, heartbeats, leaves and endings in any order, from anybody, with clocks that do not agree: exactly one sits. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  endSeat,
  hearPartner,
  leaveSeat,
  offeredSeat,
  type Seat,
  SILENCE_MS,
  seatStatus,
  takeSeat,
  whoSits,
} from "./seat";

const OWNER = "owner";
const person = fc.constantFrom(OWNER, "first", "second");
const step = fc.record({
  does: fc.constantFrom("take", "hear", "leave", "end"),
  userId: person,
  // Some steps come with an instant before the last one: another process's clock, or a late request.
  afterMs: fc.integer({ min: -3_000, max: 40_000 }),
});
type Step = { does: string; userId: string; afterMs: number };

function apply(seat: Seat, { does, userId }: Step, nowMs: number): Seat {
  if (does === "take") return takeSeat(seat, { userId, ownerId: OWNER }, nowMs).seat ?? seat;
  if (does === "hear") return hearPartner(seat, userId, nowMs);
  if (does === "leave") return leaveSeat(seat, userId, nowMs);
  return userId === OWNER ? endSeat(seat, nowMs) : seat;
}

function run(
  steps: readonly Step[],
  look: (before: Seat, after: Seat, step: Step, nowMs: number) => void,
): void {
  let seat = offeredSeat(0);
  let nowMs = 0;
  for (const one of steps) {
    nowMs += one.afterMs;
    const after = apply(seat, one, nowMs);
    look(seat, after, one, nowMs);
    seat = after;
  }
}

test("after any steps exactly one sits: the one partner who took the seat and was heard, or the script", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat(60_000), (steps, laterMs) => {
      run(steps, (_, seat, __, nowMs) => {
        const sitter = whoSits(seat, nowMs + laterMs);
        const isPresent =
          seat.partnerId !== null &&
          seat.partnerId !== OWNER &&
          seat.leftAtMs === null &&
          seat.endedAtMs === null &&
          nowMs + laterMs - (seat.heardAtMs ?? Number.NEGATIVE_INFINITY) < SILENCE_MS;
        expect(sitter).toBe(isPresent ? "partner" : "script");
        expect(seatStatus(seat, nowMs) === "here").toBe(whoSits(seat, nowMs) === "partner");
      });
    }),
  );
});

test("the seat never passes from one person to another, and never comes back once it is ended", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      run(steps, (before, after, { does, userId }, nowMs) => {
        if (before.partnerId !== null) expect(after.partnerId).toBe(before.partnerId);
        if (before.endedAtMs !== null) expect(after).toEqual(before);
        if (userId !== (after.partnerId ?? userId) && does !== "end") expect(after).toEqual(before);
        if (before.endedAtMs !== null) expect(whoSits(after, nowMs)).toBe("script");
      });
    }),
  );
});

test("what nobody does anything about ends by itself: without a sign of life the script sits after the silence", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      run(steps, (_, seat, __, nowMs) => {
        const longAfter = Math.max(nowMs, seat.heardAtMs ?? 0) + SILENCE_MS;
        expect(whoSits(seat, longAfter)).toBe("script");
      });
    }),
  );
});
