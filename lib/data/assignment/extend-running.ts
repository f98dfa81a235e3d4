/**
 * Attempts that run follow when the end of their assignment moves for their student, in the transaction that moved it.
 * An end only ever moves later (decision 36).
 */
import "server-only";
import type { Transaction } from "@/lib/data/database";
import { appendLocked, type Locked } from "@/lib/data/interview/change-interview";
import { serverEvent } from "@/lib/data/interview/server-event";
import { moreTime } from "@/lib/interview/more-time";
import { studentDates } from "./student-dates";

type Running = Omit<Locked, "seat"> & { ownerId: string };

/**
 * Locks each attempt before it looks: what the student or the deadline submits meanwhile stays submitted.
 * @param studentIds whose attempts alone; all when left out
 */
export async function extendRunning(
  tx: Transaction,
  assignmentId: string,
  now: Date,
  studentIds?: readonly string[],
): Promise<void> {
  const datesOf = await studentDates(tx, assignmentId, studentIds);
  // In the order of ids, so that two changes never wait for each other crosswise. The weaker lock lets a report be
  // stored, which refers to an interview and waits for the assignment that this transaction holds.
  const rows = await tx.$queryRaw<Running[]>`
    SELECT i."id", i."ownerId", i."caseSlug", i."classContent", i."seed", i."lastSeq"
    FROM "Interview" i JOIN "Submission" s ON s."interviewId" = i."id"
    WHERE s."assignmentId" = ${assignmentId}::uuid AND i."submittedAt" IS NULL
      AND (${studentIds === undefined} OR i."ownerId" = ANY(${[...(studentIds ?? [])]}))
    ORDER BY i."id" FOR NO KEY UPDATE OF i`;
  for (const { ownerId, ...row } of rows) {
    const allowance = datesOf(ownerId);
    // Who sits makes no difference to the end.
    await appendLocked(tx, { ...row, seat: null }, now, ({ state }) => {
      const grant = moreTime(state, allowance);
      return grant ? [serverEvent(grant, now.getTime())] : [];
    });
  }
}
