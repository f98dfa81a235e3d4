/** Between the rows of seats and what lib/interview/seat decides upon. */
import "server-only";
import type { Transaction } from "@/lib/data/database";
import type { Seat } from "@/lib/interview/seat/seat";

export type SeatColumns = {
  partnerId: string | null;
  expiresAt: Date;
  heardAt: Date | null;
  leftAt: Date | null;
  endedAt: Date | null;
};

export const SEAT_COLUMNS = {
  partnerId: true,
  expiresAt: true,
  heardAt: true,
  leftAt: true,
  endedAt: true,
} as const;

const toMs = (instant: Date | null): number | null => instant?.getTime() ?? null;
const toInstant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

export const toSeat = (row: SeatColumns): Seat => ({
  partnerId: row.partnerId,
  expiresAtMs: row.expiresAt.getTime(),
  heardAtMs: toMs(row.heardAt),
  leftAtMs: toMs(row.leftAt),
  endedAtMs: toMs(row.endedAt),
});

export const toColumns = (seat: Seat): SeatColumns => ({
  partnerId: seat.partnerId,
  expiresAt: new Date(seat.expiresAtMs),
  heardAt: toInstant(seat.heardAtMs),
  leftAt: toInstant(seat.leftAtMs),
  endedAt: toInstant(seat.endedAtMs),
});

/** The seat of an interview that is not ended: there is at most one. */
export async function openSeat(db: Transaction, interviewId: string): Promise<Seat | null> {
  const row = await db.seat.findFirst({ where: { interviewId, endedAt: null }, select: SEAT_COLUMNS });
  return row && toSeat(row);
}
