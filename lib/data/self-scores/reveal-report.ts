/**
 * Keeps how the viewer rated their own interview and shows its report from then on. Once: nothing rates after the look.
 * Of an assigned interview the learner's points hear only now: before, they would have told what the report says.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { noteReport } from "@/lib/data/learning/note-report";
import { loadReport } from "@/lib/data/report/load-report";
import { RELEASED } from "@/lib/data/submission/released";
import { conflict, notFound } from "@/lib/errors";
import type { SelfScoresByStage } from "@/lib/learning/self-scores";
import type { Viewer } from "@/lib/viewer";

/** @param scores empty when the rating is skipped */
export async function revealReport(
  viewer: Viewer,
  { interviewId, scores }: { interviewId: string; scores: SelfScoresByStage },
  now: Date,
): Promise<void> {
  if (!isUuid(interviewId)) throw notFound("interview");
  const db = await database();
  const owned = await db.interview.findFirst({
    where: { id: interviewId, ownerId: viewer.userId, submittedAt: { not: null }, ...RELEASED },
    select: { submission: { select: { id: true } } },
  });
  if (!owned) throw notFound("interview");
  const report = owned.submission ? await loadReport(viewer, interviewId) : null;
  await db.$transaction(async (tx) => {
    const { count } = await tx.selfScores.createMany({
      data: { interviewId, scores, revealedAt: now },
      skipDuplicates: true,
    });
    if (count === 0) throw conflict("The report has been shown already. Ratings are given before that.");
    if (report) await noteReport(tx, viewer.userId, interviewId, report);
  });
}
