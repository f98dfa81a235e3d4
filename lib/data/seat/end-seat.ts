/** The candidate ends the partner's part: the link stops working, and the partner sees nothing more of the interview. */
import "server-only";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export async function endSeat(viewer: Viewer, interviewId: string, now: Date): Promise<void> {
  if (!isUuid(interviewId)) throw notFound("interview");
  const db = await database();
  const { count } = await db.seat.updateMany({
    where: { interviewId, endedAt: null, interview: { ownerId: viewer.userId } },
    data: { endedAt: now },
  });
  if (count === 0) throw notFound("invitation");
}
