/** The report of the viewer's own interview; written on the spot when the submission's own try failed. */
import "server-only";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { HELD_BACK, isHeldBack } from "@/lib/data/submission/released";
import { closed, notFound } from "@/lib/errors";
import type { Report } from "@/lib/grading/report/schema";
import type { Viewer } from "@/lib/viewer";
import { buildReport } from "./build-report";

/**
 * Null while the interview is not submitted.
 * @throws AppError closed while its assignment holds the report back
 */
export async function loadReport(viewer: Viewer, interviewId: string): Promise<Report | null> {
  if (!isUuid(interviewId)) throw notFound("interview");
  const db = await database();
  const row = await db.interview.findFirst({
    where: { id: interviewId, ownerId: viewer.userId },
    select: {
      submittedAt: true,
      submission: { select: { assignment: { select: { reportShown: true, gradesReleasedAt: true } } } },
    },
  });
  if (!row) throw notFound("interview");
  if (row.submittedAt && row.submission && isHeldBack(row.submission.assignment)) throw closed(HELD_BACK);
  return row.submittedAt ? buildReport(interviewId) : null;
}
