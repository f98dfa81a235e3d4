/** What follows a submission, once per interview, after it is committed. A failure here never undoes the submission. */
import "server-only";
import { buildReport } from "@/lib/data/report/build-report";
import { log } from "@/lib/log";

export async function afterSubmission(interviewId: string): Promise<void> {
  log.info("interview-submitted", { interviewId });
  try {
    await buildReport(interviewId);
  } catch (error) {
    // Whoever opens the report first has it built again.
    log.error("report-failed", error, { interviewId });
  }
}
