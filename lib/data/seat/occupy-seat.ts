/** The partner gets up, or sits down again. */
import "server-only";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { ownSeatWhere } from "./own-seat";

export async function occupySeat(
  viewer: Viewer,
  { seatId, sits }: { seatId: string; sits: boolean },
  now: Date,
): Promise<void> {
  if (!isUuid(seatId)) throw notFound("seat");
  const db = await database();
  const { count } = await db.seat.updateMany({
    where: { ...ownSeatWhere(viewer, seatId), interview: { submittedAt: null } },
    data: sits ? { heardAt: now, leftAt: null } : { leftAt: now },
  });
  if (count === 0) throw notFound("seat");
}
