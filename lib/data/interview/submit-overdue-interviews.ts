/**
 * Submits interviews whose deadline and grace have passed, with or without a client there; a paused one when its
 * assignment takes nothing more. Called every few seconds
 * by each server process; a row that another process holds is skipped, so each is submitted once.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { endsAtMs, GRACE_MS } from "@/lib/interview/clock";
import { afterSubmission } from "./after-submission";
import { appendLocked, type Locked } from "./change-interview";
import { serverEvent } from "./server-event";
import { remember } from "./state-cache";

const MAX_PER_CALL = 100;

/** Submits one overdue interview; null when there is none that is free. */
async function submitOne(now: Date): Promise<string | null> {
  const db = await database();
  const overdueSince = new Date(now.getTime() - GRACE_MS);
  const done = await db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<Omit<Locked, "seat">[]>`
      SELECT "id", "caseSlug", "seed", "lastSeq" FROM "Interview"
      WHERE "submittedAt" IS NULL AND (
        ("pausedAt" IS NULL AND "deadlineAt" < ${overdueSince}) OR "latestEndAt" < ${overdueSince})
      ORDER BY "deadlineAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
    const row = rows[0];
    if (!row) return null;
    // Who sits makes no difference to the end.
    const { folded } = await appendLocked(tx, { ...row, seat: null }, now, ({ state }) => [
      serverEvent({ kind: "submitted", by: "deadline" }, endsAtMs(state, now.getTime())),
    ]);
    return { row, folded };
  });
  if (!done) return null;
  remember(done.row.id, done.folded);
  return done.row.id;
}

/** Returns how many were submitted. */
export async function submitOverdueInterviews(now: Date): Promise<number> {
  for (let count = 0; count < MAX_PER_CALL; count++) {
    const interviewId = await submitOne(now);
    if (interviewId === null) return count;
    await afterSubmission(interviewId);
  }
  return MAX_PER_CALL;
}
