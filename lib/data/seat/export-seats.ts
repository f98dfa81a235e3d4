/** Everything kept of the viewer's part in two-seat interviews: the sheets they wrote, and those written of them. */
import "server-only";
import { database } from "@/lib/data/database";
import { REVEALED } from "@/lib/data/submission/released";
import type { Viewer } from "@/lib/viewer";

const instants = { createdAt: true, expiresAt: true, heardAt: true, leftAt: true, endedAt: true } as const;
const marks = {
  select: { pointId: true, mark: true, note: true, markedAt: true },
  orderBy: { pointId: "asc" },
} as const;
const caseSlug = { interview: { select: { caseSlug: true } } } as const;

export async function exportSeats(viewer: Viewer) {
  const db = await database();
  const [asPartner, asCandidate] = await Promise.all([
    db.seat.findMany({
      where: { partnerId: viewer.userId },
      select: { ...instants, ...caseSlug, marks },
      orderBy: { createdAt: "asc" },
    }),
    db.seat.findMany({
      where: { interview: { ownerId: viewer.userId } },
      select: {
        ...{ ...instants, interviewId: true },
        // A sheet is private until its interview is submitted and its report was looked at.
        marks: {
          ...marks,
          where: { seat: { interview: { submittedAt: { not: null }, ...REVEALED } } },
        },
      },
      orderBy: { createdAt: "asc" },
    }),
  ]);
  return { format: 1, asPartner, asCandidate };
}
