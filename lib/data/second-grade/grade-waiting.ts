/**
 * The queue of the second grader. Any process may work on it; a job is leased, so that each is worked on once, and a
 * worker that dies loses it. Nobody waits for it: the report is there already.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { log } from "@/lib/log";
import { gradeInterview } from "./grade-interview";

/** Longer than the longest stage: two tries and the wait for another call of the same person's. */
const LEASE_MS = 240_000;
const MOST_WORKERS = 3;
/** What cannot be graded in a day is given up: it would fail for ever. */
const GIVE_UP_MS = 86_400_000;
let workers = 0;

async function claim(now: Date): Promise<string | null> {
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  const rows = await (await database()).$queryRaw<{ interviewId: string }[]>`
    UPDATE "SecondGradeJob" SET "leaseUntil" = ${leaseUntil} WHERE "interviewId" = (
      SELECT "interviewId" FROM "SecondGradeJob" WHERE "leaseUntil" IS NULL OR "leaseUntil" < ${now}
      ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "interviewId"`;
  return rows[0]?.interviewId ?? null;
}

async function giveUpOld(now: Date): Promise<void> {
  const createdAt = { lt: new Date(now.getTime() - GIVE_UP_MS) };
  await (await database()).secondGradeJob.deleteMany({ where: { createdAt } });
}

async function noteStage(interviewId: string, stagesDone: number): Promise<void> {
  await (await database()).secondGradeJob.updateMany({
    where: { interviewId },
    data: { stagesDone, leaseUntil: new Date(Date.now() + LEASE_MS) },
  });
}

/** Works until the queue is empty. Returns how many interviews were graded. */
export async function gradeWaiting(): Promise<number> {
  await giveUpOld(new Date());
  for (let count = 0; ; count++) {
    const interviewId = await claim(new Date());
    if (interviewId === null) return count;
    await gradeInterview(interviewId, (done) => noteStage(interviewId, done));
    log.info("second-grade-done", { interviewId });
  }
}

/** Starts a worker in the background, up to a few a process. */
export function startSecondGrades(): void {
  if (workers >= MOST_WORKERS) return;
  workers += 1;
  gradeWaiting()
    .catch((error: unknown) => log.error("second-grade-failed", error))
    .finally(() => {
      workers -= 1;
    });
}
