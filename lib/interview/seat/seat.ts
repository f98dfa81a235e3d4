/**
 * The interviewer's seat. A partner may take it by a link; whenever no partner sits in it, the scripted interviewer
 * does. Who sits is a function of what the database holds and of the instant that is asked about, so that several
 * server processes say the same; nobody has to notice that a partner's browser is gone.
 */

/** What is stored of a seat; instants are milliseconds since 1970. */
export type Seat = {
  /** Who took it: the first person who pressed the link's button, for good. Null while it is only offered. */
  partnerId: string | null;
  /** From then on nobody can take it for the first time. */
  expiresAtMs: number;
  /** The partner's last sign of life. */
  heardAtMs: number | null;
  /** When the partner got up; null while they have not, or have come back. */
  leftAtMs: number | null;
  /** When the candidate ended it. Nothing opens it again. */
  endedAtMs: number | null;
};

export type Sitter = "partner" | "script";

/** A partner who is not heard for so long has gone: several times what a poll takes on a poor connection. */
export const SILENCE_MS = 20_000;
/** How long a link can be used to take the seat. Longer than any interview takes, pauses left out. */
export const OFFER_MS = 4 * 3_600_000;
/** After so long the partner is reminded that a question waits. */
export const QUESTION_PATIENCE_MS = 45_000;

export function whoSits(seat: Seat | null, nowMs: number): Sitter {
  if (!seat || seat.partnerId === null || seat.heardAtMs === null) return "script";
  if (seat.endedAtMs !== null || seat.leftAtMs !== null) return "script";
  return nowMs - seat.heardAtMs < SILENCE_MS ? "partner" : "script";
}

export const offeredSeat = (nowMs: number): Seat => ({
  partnerId: null,
  expiresAtMs: nowMs + OFFER_MS,
  heardAtMs: null,
  leftAtMs: null,
  endedAtMs: null,
});

export type SeatRefusal = "own-interview" | "taken" | "expired" | "ended";
export type Taking = { seat: Seat; refusal: null } | { seat: null; refusal: SeatRefusal };

const refuse = (refusal: SeatRefusal): Taking => ({ seat: null, refusal });

/** Takes the seat, or takes it again: pressing twice is pressing once. */
export function takeSeat(
  seat: Seat,
  { userId, ownerId }: { userId: string; ownerId: string },
  nowMs: number,
): Taking {
  if (seat.endedAtMs !== null) return refuse("ended");
  if (userId === ownerId) return refuse("own-interview");
  if (seat.partnerId !== null && seat.partnerId !== userId) return refuse("taken");
  if (seat.partnerId === null && nowMs >= seat.expiresAtMs) return refuse("expired");
  return { seat: { ...seat, partnerId: userId, heardAtMs: nowMs, leftAtMs: null }, refusal: null };
}

const belongsTo = (seat: Seat, userId: string): boolean =>
  seat.partnerId === userId && seat.endedAtMs === null;

/** A sign of life. It does not bring back somebody who got up: a tab left open somewhere is no partner. */
export function hearPartner(seat: Seat, userId: string, nowMs: number): Seat {
  if (!belongsTo(seat, userId) || seat.leftAtMs !== null) return seat;
  return { ...seat, heardAtMs: Math.max(seat.heardAtMs ?? 0, nowMs) };
}

export function leaveSeat(seat: Seat, userId: string, nowMs: number): Seat {
  if (!belongsTo(seat, userId) || seat.leftAtMs !== null) return seat;
  return { ...seat, leftAtMs: nowMs };
}

export const endSeat = (seat: Seat, nowMs: number): Seat => ({
  ...seat,
  endedAtMs: seat.endedAtMs ?? nowMs,
});

/** What the candidate may know of the seat: `offered` nobody came yet, `here`, or `gone` (left, or not heard). */
export type SeatStatus = "offered" | "here" | "gone";

/** Null when there is no seat to speak of: never offered, ended, or offered and expired. */
export function seatStatus(seat: Seat | null, nowMs: number): SeatStatus | null {
  if (!seat || seat.endedAtMs !== null) return null;
  if (seat.partnerId === null) return nowMs < seat.expiresAtMs ? "offered" : null;
  return whoSits(seat, nowMs) === "partner" ? "here" : "gone";
}
