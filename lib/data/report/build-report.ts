/** Grades a submitted interview and stores its report, once. Called after a submission and by whoever reads first. */
import "server-only";
import { loadCase } from "@/lib/content/load";
import { headingTitles } from "@/lib/content/search-documents";
import { CASE_COLUMNS, caseOfInterview } from "@/lib/data/class-content/case-of-interview";
import { database } from "@/lib/data/database";
import { readEvents } from "@/lib/data/interview/event-rows";
import { noteReport } from "@/lib/data/learning/note-report";
import { askForSecondGrade } from "@/lib/data/second-grade/ask-for-second-grade";
import { noteSubmission } from "@/lib/data/submission/note-submission";
import { closed, notFound } from "@/lib/errors";
import { COEFFICIENTS_VERSION } from "@/lib/grading/alignment/calibration";
import { composeReport } from "@/lib/grading/report/compose-report";
import { type Report, reportSchema } from "@/lib/grading/report/schema";
import { foldEvents } from "@/lib/interview/fold";
import { INITIAL_STATE } from "@/lib/interview/state";

/** Changes when the grader's rules or coefficients do, so that two reports can be told apart. */
export const GRADER_VERSION = `rules-3+fit-${COEFFICIENTS_VERSION}`;

export async function buildReport(interviewId: string): Promise<Report> {
  const db = await database();
  const row = await db.interview.findUnique({
    where: { id: interviewId },
    select: {
      ownerId: true,
      ...CASE_COLUMNS,
      submittedAt: true,
      report: { select: { content: true } },
      submission: { select: { id: true } },
    },
  });
  if (!row) throw notFound("interview");
  if (row.report) return reportSchema.parse(row.report.content);
  if (!row.submittedAt) throw closed("The report is written when the interview is submitted.");
  const prepared = caseOfInterview(row);
  if (!prepared)
    throw closed("The case of this interview is no longer part of this Shortlist, so it cannot be graded.");
  const events = await readEvents(db, interviewId, 0);
  const report = composeReport(events, {
    caseTitle: loadCase(row.caseSlug).meta.title,
    headings: headingTitles(),
    ...prepared,
  });
  // Two readers may come at once; the reports are equal, so the first one stays.
  await db.$transaction(async (tx) => {
    const { count } = await tx.report.createMany({
      data: {
        interviewId,
        rubricVersion: prepared.rubric.version,
        graderVersion: GRADER_VERSION,
        content: report,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    // Of an assigned interview the learner's points hear when its report is revealed.
    if (!row.submission) await noteReport(tx, row.ownerId, interviewId, report);
    await noteSubmission(tx, interviewId, report, foldEvents(events, INITIAL_STATE));
    await askForSecondGrade(tx, interviewId);
  });
  return report;
}
