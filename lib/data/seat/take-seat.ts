/**
 * Takes the interviewer's seat by its link: the first person who does has it, and may come back to it. The seat shows the
 * script and the rubric, so in an assigned interview only the staff of its class, who know both, may sit there.
 */
import "server-only";
import { STAFF } from "@/lib/classroom/roles";
import { database, type Transaction } from "@/lib/data/database";
import { hashToken } from "@/lib/data/hash-token";
import { AppError, closed, conflict, notFound } from "@/lib/errors";
import { type Seat, type SeatRefusal, takeSeat as take } from "@/lib/interview/seat/seat";
import type { Viewer } from "@/lib/viewer";
import { type SeatColumns, toColumns, toSeat } from "./seat-rows";

type Row = SeatColumns & {
  id: string;
  ownerId: string;
  submittedAt: Date | null;
  /** The class of an assigned interview. */
  classId: string | null;
};

const REFUSALS: Record<SeatRefusal, Error> = {
  "own-interview": conflict("This is your own interview. Send the link to somebody else."),
  taken: conflict("Somebody else has taken this seat. Ask the candidate for a new link."),
  // An ended or expired link is answered like one that never was.
  expired: notFound("link"),
  ended: notFound("link"),
};

/** The seat once this person has taken it. Who had it finds the comparison there after the submission. */
async function assertMaySit(db: Transaction, { classId }: Row, userId: string): Promise<void> {
  if (classId === null) return;
  const where = { classId, userId, removedAt: null, role: { in: [...STAFF] } };
  if ((await db.classMember.count({ where })) === 0)
    throw new AppError("forbidden", "Only the staff of the class can sit in an interview that was assigned.");
}

function taken({ ownerId, submittedAt, classId: _, ...row }: Row, userId: string, now: Date): Seat {
  const { seat, refusal } = take(toSeat(row), { userId, ownerId }, now.getTime());
  if (refusal) throw REFUSALS[refusal];
  if (submittedAt && row.partnerId === null)
    throw closed("This interview is over; nobody can join it any more.");
  return seat;
}

async function lockByToken(db: Transaction, token: string): Promise<Row> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT s."id", s."partnerId", s."expiresAt", s."heardAt", s."leftAt", s."endedAt", i."ownerId", i."submittedAt",
      a."classId"
    FROM "Seat" s JOIN "Interview" i ON i."id" = s."interviewId"
      LEFT JOIN "Submission" b ON b."interviewId" = i."id"
      LEFT JOIN "Assignment" a ON a."id" = b."assignmentId"
    WHERE s."tokenHash" = ${hashToken(token)} FOR UPDATE OF s`;
  if (!row) throw notFound("link");
  return row;
}

/**
 * Asked before a guest is made for somebody who is not known yet: none is made for a seat that they will not get.
 * @throws AppError with the reason
 */
export async function checkOffer(token: string, now: Date): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    const row = await lockByToken(tx, token);
    taken(row, "", now);
    await assertMaySit(tx, row, "");
  });
}

export async function takeSeat(viewer: Viewer, token: string, now: Date): Promise<{ seatId: string }> {
  const db = await database();
  return db.$transaction(async (tx) => {
    const row = await lockByToken(tx, token);
    const seat = taken(row, viewer.userId, now);
    await assertMaySit(tx, row, viewer.userId);
    if (!row.submittedAt) await tx.seat.update({ where: { id: row.id }, data: toColumns(seat) });
    return { seatId: row.id };
  });
}
