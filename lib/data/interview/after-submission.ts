/**
 * Builds the report of an interview that has just been submitted. A failure here never undoes the submission: it is
 * logged, and opening the report builds it again.
 */
import "server-only";
import { buildReport } from "@/lib/data/report/build-report";
import { log } from "@/lib/log";

export async function afterSubmission(interviewId: string): Promise<void> {
  log.info("interview-submitted", { interviewId });
  try {
    await buildReport(interviewId);
  } catch (error) {
    log.error("report-failed", error, { interviewId });
  }
}
