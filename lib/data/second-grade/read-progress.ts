/** How far the second grader is with the viewer's own interview; null when it is not at work on it. */
import "server-only";
import { database } from "@/lib/data/database";
import { RELEASED } from "@/lib/data/submission/released";
import type { Viewer } from "@/lib/viewer";

export type SecondProgress = { stagesDone: number };

export async function readSecondProgress(
  viewer: Viewer,
  interviewId: string,
): Promise<SecondProgress | null> {
  const db = await database();
  return db.secondGradeJob.findFirst({
    where: { interviewId, interview: { ownerId: viewer.userId, ...RELEASED } },
    select: { stagesDone: true },
  });
}
