/** What follows a submission, once per interview, after it is committed. A failure here never undoes the submission. */
import "server-only";
import { log } from "@/lib/log";

export async function afterSubmission(interviewId: string): Promise<void> {
  log.info("interview-submitted", { interviewId });
}
