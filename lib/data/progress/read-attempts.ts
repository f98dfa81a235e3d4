/** What the viewer's reports say about their progress, and the interview that is still open. */
import "server-only";
import { database } from "@/lib/data/database";
import { REVEALED } from "@/lib/data/submission/released";
import { reportSchema } from "@/lib/grading/report/schema";
import { type Attempt, attemptOf } from "@/lib/learning/attempts";
import { selfScoresSchema } from "@/lib/learning/self-scores";
import type { Viewer } from "@/lib/viewer";

/** Enough for a trend; a report is some 50 kB. */
const MOST_ATTEMPTS = 30;

/** The newest attempts whose reports their owner has looked at, the oldest first. */
export async function readAttempts(viewer: Viewer): Promise<Attempt[]> {
  const db = await database();
  const rows = await db.interview.findMany({
    where: { ownerId: viewer.userId, report: { isNot: null }, ...REVEALED },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: MOST_ATTEMPTS,
    select: { id: true, report: { select: { content: true } }, selfScores: { select: { scores: true } } },
  });
  return rows.reverse().flatMap(({ id, report, selfScores }) => {
    if (!report || !selfScores) return [];
    return [attemptOf(id, reportSchema.parse(report.content), selfScoresSchema.parse(selfScores.scores))];
  });
}

/** The open interview that was started last. */
export async function readOpenInterview(
  viewer: Viewer,
): Promise<{ interviewId: string; caseSlug: string } | null> {
  const db = await database();
  const row = await db.interview.findFirst({
    where: { ownerId: viewer.userId, submittedAt: null },
    orderBy: { startedAt: "desc" },
    select: { id: true, caseSlug: true },
  });
  return row && { interviewId: row.id, caseSlug: row.caseSlug };
}
