/**
 * Everything kept of one person's use of the language model: theirs to take away. Second grades are in the reports. What
 * was said of an interview whose report has not been revealed comes with the next export: people rate themselves first.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { REVEALED } from "@/lib/data/submission/released";
import type { Viewer } from "@/lib/viewer";

export async function exportLanguageModelUse(viewer: Viewer) {
  const db = await database();
  const where = { ownerId: viewer.userId };
  const omit = { ownerId: true } as const;
  const waiting = await db.interview.findFirst({
    where: { ...where, submittedAt: { not: null }, NOT: REVEALED },
    select: { submittedAt: true },
    orderBy: { submittedAt: "asc" },
  });
  // An answer does not know its interview; it is not older than the submission.
  const told = waiting?.submittedAt ? { createdAt: { lt: waiting.submittedAt } } : {};
  const [days, answers, reports] = await Promise.all([
    db.languageModelUse.findMany({ where, omit, orderBy: { day: "asc" } }),
    db.languageModelAnswer.findMany({
      where: { ...where, ...told },
      omit,
      orderBy: [{ createdAt: "asc" }, { key: "asc" }],
    }),
    db.report.findMany({
      where: { interview: { ...where, ...REVEALED } },
      select: { interviewId: true, content: true },
      orderBy: { createdAt: "asc" },
    }),
  ]);
  const secondGrades = reports.flatMap(({ interviewId, content }) => {
    const second = (content as { second?: unknown } | null)?.second;
    return second === undefined ? [] : [{ interviewId, second }];
  });
  return { format: 1, days, answers, secondGrades };
}
