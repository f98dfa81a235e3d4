/** The scoring sheets of the viewer's own interview beside its report, for who has looked at the report. */
import "server-only";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { REVEALED } from "@/lib/data/submission/released";
import type { ReportPoint } from "@/lib/grading/report/schema";
import { comparePartner, type PartnerComparison } from "@/lib/learning/partner-comparison";
import type { Viewer } from "@/lib/viewer";
import { readSheet } from "./read-sheet";

/** One for each partner who wrote on their sheet, in the order in which they were invited. */
export async function readPartnerComparisons(
  viewer: Viewer,
  interviewId: string,
  points: readonly ReportPoint[],
): Promise<PartnerComparison[]> {
  if (!isUuid(interviewId)) return [];
  const db = await database();
  const seats = await db.seat.findMany({
    where: {
      interviewId,
      interview: { ownerId: viewer.userId, submittedAt: { not: null }, ...REVEALED },
      marks: { some: {} },
    },
    select: { id: true },
    orderBy: { createdAt: "asc" },
  });
  return Promise.all(seats.map(async ({ id }) => comparePartner(points, await readSheet(db, id))));
}
