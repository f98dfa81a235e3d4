/** Puts the viewer's own report in the queue once more, when some of its stages were not read. What was read is kept. */
import "server-only";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { loadReport } from "@/lib/data/report/load-report";
import { env } from "@/lib/env";
import { closed, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { startSecondGrades } from "./grade-waiting";

export async function askAgain(viewer: Viewer, interviewId: string): Promise<void> {
  if (!isUuid(interviewId)) throw notFound("interview");
  const report = await loadReport(viewer, interviewId);
  if (!env().languageModel?.isJudge) throw closed("There is no language model here that reads answers.");
  if (!report?.second?.stages.some(({ failure }) => failure !== null))
    throw closed("Every stage of this answer has been read.");
  const db = await database();
  await db.secondGradeJob.createMany({ data: [{ interviewId }], skipDuplicates: true });
  startSecondGrades();
}
