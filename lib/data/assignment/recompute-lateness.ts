/**
 * Lateness is kept with a submission as it was when it came. When the date that held for it moves, it is reckoned
 * again, by the same function, in the transaction that moved the date.
 */
import "server-only";
import { lateSecondsOf } from "@/lib/classroom/dates/effective-dates";
import type { Transaction } from "@/lib/data/database";
import { studentDates } from "./student-dates";

/**
 * @param studentIds whose submissions alone; all when left out
 * @returns the students of the submissions that are late by another time than before, one for each submission
 */
export async function recomputeLateness(
  tx: Transaction,
  assignmentId: string,
  studentIds?: readonly string[],
): Promise<string[]> {
  const datesOf = await studentDates(tx, assignmentId, studentIds);
  const submissions = await tx.submission.findMany({
    where: {
      assignmentId,
      submittedAt: { not: null },
      ...(studentIds && { studentId: { in: [...studentIds] } }),
    },
    select: { id: true, studentId: true, submittedAt: true, lateSeconds: true },
  });
  const moved = submissions.flatMap(({ id, studentId, submittedAt, lateSeconds }) => {
    const { dueAtMs } = datesOf(studentId);
    const late = lateSecondsOf(submittedAt?.getTime() ?? 0, dueAtMs);
    return late === lateSeconds ? [] : [{ id, studentId, late }];
  });
  if (moved.length === 0) return [];
  await tx.$executeRaw`
    UPDATE "Submission" AS s SET "lateSeconds" = moved.late
    FROM unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ late }) => late)}::int[]) AS moved(id, late)
    WHERE s."id" = moved.id`;
  return moved.map(({ studentId }) => studentId);
}
