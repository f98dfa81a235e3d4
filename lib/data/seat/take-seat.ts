/** Takes the interviewer's seat by its link: the first person who does has it, and may come back to it. */
import "server-only";
import { database, type Transaction } from "@/lib/data/database";
import { hashToken } from "@/lib/data/hash-token";
import { closed, conflict, notFound } from "@/lib/errors";
import { type SeatRefusal, takeSeat as take } from "@/lib/interview/seat/seat";
import type { Viewer } from "@/lib/viewer";
import { type SeatColumns, toColumns, toSeat } from "./seat-rows";

type Row = SeatColumns & { id: string; ownerId: string; submittedAt: Date | null };

const REFUSALS: Record<SeatRefusal, Error> = {
  "own-interview": conflict("This is your own interview. Send the link to somebody else."),
  taken: conflict("Somebody else has taken this seat. Ask the candidate for a new link."),
  // An ended or expired link is answered like one that never was.
  expired: notFound("link"),
  ended: notFound("link"),
};

async function lockByToken(db: Transaction, token: string): Promise<Row> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT s."id", s."partnerId", s."expiresAt", s."heardAt", s."leftAt", s."endedAt", i."ownerId", i."submittedAt"
    FROM "Seat" s JOIN "Interview" i ON i."id" = s."interviewId"
    WHERE s."tokenHash" = ${hashToken(token)} FOR UPDATE OF s`;
  if (!row) throw notFound("link");
  return row;
}

/** True when pressing the button would be worth it for somebody: a guest is only made for a link that works. */
export async function isSeatOffered(token: string, now: Date): Promise<boolean> {
  const db = await database();
  const row = await db.seat.findFirst({
    where: { tokenHash: hashToken(token), endedAt: null },
    select: { partnerId: true, expiresAt: true },
  });
  return row !== null && (row.partnerId !== null || row.expiresAt > now);
}

export async function takeSeat(viewer: Viewer, token: string, now: Date): Promise<{ seatId: string }> {
  const db = await database();
  return db.$transaction(async (tx) => {
    const row = await lockByToken(tx, token);
    const { ownerId, submittedAt } = row;
    const { seat, refusal } = take(toSeat(row), { userId: viewer.userId, ownerId }, now.getTime());
    if (refusal) throw REFUSALS[refusal];
    // Who had the seat finds the comparison there afterwards.
    if (submittedAt && row.partnerId === null)
      throw closed("This interview is over; nobody can join it any more.");
    if (!submittedAt) await tx.seat.update({ where: { id: row.id }, data: toColumns(seat) });
    return { seatId: row.id };
  });
}
