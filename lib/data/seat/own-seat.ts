/** The viewer's seat as their page needs it. Ids of others are answered like ids that do not exist. */
import "server-only";
import { CASE_COLUMNS } from "@/lib/data/class-content/case-of-interview";
import type { Transaction } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { SEAT_COLUMNS } from "./seat-rows";

/** In the `where` of everything that a partner reads or writes: theirs, and not ended by the candidate. */
export const ownSeatWhere = (viewer: Viewer, seatId: string) => ({
  id: seatId,
  partnerId: viewer.userId,
  endedAt: null,
});

export async function ownSeat(db: Transaction, viewer: Viewer, seatId: string) {
  if (!isUuid(seatId)) throw notFound("seat");
  const row = await db.seat.findFirst({
    where: ownSeatWhere(viewer, seatId),
    select: {
      ...SEAT_COLUMNS,
      interviewId: true,
      interview: { select: { ...CASE_COLUMNS, seed: true, lastSeq: true, submittedAt: true } },
    },
  });
  if (!row) throw notFound("seat");
  return row;
}
