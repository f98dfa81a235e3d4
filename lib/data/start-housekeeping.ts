/**
 * What a server process does by itself: it submits interviews whose deadline has passed, with or without a
 * client, builds reports that failed, and clears what has expired. Several processes may do so at once; the queries
 * skip each other's rows.
 */
import "server-only";
import { env } from "@/lib/env";
import { log, setLogLevel } from "@/lib/log";
import { submitOverdueInterviews } from "./interview/submit-overdue-interviews";
import { deleteOldAnswers } from "./language-model/kept-answers";
import { deleteExpiredWindows } from "./rate-limit/take-token";
import { retryReports } from "./report/retry-reports";
import { startSecondGrades } from "./second-grade/grade-waiting";

const SUBMIT_EVERY_MS = 5_000;
const RETRY_EVERY_MS = 60_000;
const CLEAN_EVERY_MS = 10 * 60_000;
const GRADE_EVERY_MS = 15_000;

function every(milliseconds: number, name: string, work: () => Promise<unknown>): void {
  let isRunning = false;
  const timer = setInterval(async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      await work();
    } catch (error) {
      log.error("housekeeping-failed", error, { work: name });
    } finally {
      isRunning = false;
    }
  }, milliseconds);
  timer.unref();
}

export async function startHousekeeping(): Promise<void> {
  setLogLevel(env().LOG_LEVEL);
  every(SUBMIT_EVERY_MS, "submit-overdue", () => submitOverdueInterviews(new Date()));
  every(RETRY_EVERY_MS, "retry-reports", () => retryReports(new Date()));
  every(CLEAN_EVERY_MS, "clean-rate-limits", () => deleteExpiredWindows(new Date()));
  every(CLEAN_EVERY_MS, "clean-language-model", () => deleteOldAnswers(new Date()));
  // Takes up what a process that died has left; submissions start their own.
  every(GRADE_EVERY_MS, "second-grades", async () => startSecondGrades());
}
