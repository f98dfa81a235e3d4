/**
 * Builds the report of an interview that has just been submitted. A failure here never undoes the submission: it is
 * logged; the server tries again (report/retry-reports), and so does opening the report.
 */
import "server-only";
import { buildReport } from "@/lib/data/report/build-report";
import { startSecondGrades } from "@/lib/data/second-grade/grade-waiting";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

export async function afterSubmission(interviewId: string): Promise<void> {
  log.info("interview-submitted", { interviewId });
  try {
    await buildReport(interviewId);
    // The report is there; a second grader, if the host has one, reads while the candidate does.
    if (env().languageModel?.isJudge) startSecondGrades();
  } catch (error) {
    log.error("report-failed", error, { interviewId });
  }
}
