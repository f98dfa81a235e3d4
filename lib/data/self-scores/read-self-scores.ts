/** How the viewer rated their own interview; null while its report has not been shown to them. */
import "server-only";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { RELEASED } from "@/lib/data/submission/released";
import { type SelfScoresByStage, selfScoresSchema } from "@/lib/learning/self-scores";
import type { Viewer } from "@/lib/viewer";

export async function readSelfScores(viewer: Viewer, interviewId: string): Promise<SelfScoresByStage | null> {
  if (!isUuid(interviewId)) return null;
  const db = await database();
  const row = await db.selfScores.findFirst({
    where: { interviewId, interview: { ownerId: viewer.userId, ...RELEASED } },
    select: { scores: true },
  });
  return row && selfScoresSchema.parse(row.scores);
}
