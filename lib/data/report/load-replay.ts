/** All that replays the viewer's own interview: its whole log and its report, once the report has been revealed. */
import "server-only";
import { database } from "@/lib/data/database";
import { readEvents } from "@/lib/data/interview/event-rows";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { isHeldBack } from "@/lib/data/submission/released";
import { notFound } from "@/lib/errors";
import type { Report } from "@/lib/grading/report/schema";
import { type PackedLog, packLog } from "@/lib/interview/replay/pack-log";
import type { Viewer } from "@/lib/viewer";
import { buildReport } from "./build-report";

export type LoadedReplay = { report: Report; log: PackedLog };

/** Null while the interview is not submitted or its report not yet revealed or held back: a replay tells what earned points. */
export async function loadReplay(viewer: Viewer, interviewId: string): Promise<LoadedReplay | null> {
  if (!isUuid(interviewId)) throw notFound("interview");
  const db = await database();
  const row = await db.interview.findFirst({
    where: { id: interviewId, ownerId: viewer.userId },
    select: {
      submittedAt: true,
      selfScores: { select: { revealedAt: true } },
      submission: { select: { assignment: { select: { reportShown: true, gradesReleasedAt: true } } } },
    },
  });
  if (!row) throw notFound("interview");
  if (!row.submittedAt || !row.selfScores) return null;
  if (row.submission && isHeldBack(row.submission.assignment)) return null;
  const [report, events] = await Promise.all([buildReport(interviewId), readEvents(db, interviewId, 0)]);
  return { report, log: packLog(events) };
}
