/**
 * Builds reports that failed when their interviews were submitted. A report that waits for grades is opened by nobody
 * before a grader sees the submission, which only the report makes: so the server tries again by itself, a few at a
 * time, with growing waits, and each only so often in the life of a process.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { log } from "@/lib/log";
import { buildReport } from "./build-report";

const MINUTE_MS = 60_000;
/** The submission's own try takes less. */
const LEAST_AGE_MS = MINUTE_MS;
/** Older ones are built when somebody opens them. */
const MOST_AGE_MS = 7 * 24 * 60 * MINUTE_MS;
const MAX_PER_CALL = 20;
export const MAX_TRIES = 6;

/** How often each failed here, and when it may be tried again: one minute later, two, four, ... */
const failures = new Map<string, { tries: number; againMs: number }>();

async function tryOne(interviewId: string, nowMs: number): Promise<boolean> {
  const tries = (failures.get(interviewId)?.tries ?? 0) + 1;
  try {
    await buildReport(interviewId);
    failures.delete(interviewId);
    log.info("report-built-later", { interviewId, tries });
    return true;
  } catch (error) {
    failures.set(interviewId, { tries, againMs: nowMs + MINUTE_MS * 2 ** (tries - 1) });
    log.error("report-failed-again", error, { interviewId, tries, isLast: tries === MAX_TRIES });
    return false;
  }
}

/** Returns how many were built. */
export async function retryReports(now: Date): Promise<number> {
  const nowMs = now.getTime();
  const known = [...failures];
  const waiting = known.filter(([, { tries, againMs }]) => tries >= MAX_TRIES || nowMs < againMs);
  const db = await database();
  const rows = await db.interview.findMany({
    where: {
      submittedAt: { gt: new Date(nowMs - MOST_AGE_MS), lt: new Date(nowMs - LEAST_AGE_MS) },
      report: { is: null },
      id: { notIn: waiting.map(([id]) => id) },
    },
    select: { id: true },
    orderBy: { submittedAt: "asc" },
    take: MAX_PER_CALL,
  });
  let built = 0;
  for (const { id } of rows) if (await tryOne(id, nowMs)) built++;
  return built;
}
