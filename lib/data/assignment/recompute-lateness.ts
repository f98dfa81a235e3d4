/**
 * Lateness is kept with a submission as it was when it came. When the date that held for it moves, it is reckoned
 * again, by the same function, in the transaction that moved the date.
 */
import "server-only";
import { effectiveDates, lateSecondsOf } from "@/lib/classroom/dates/effective-dates";
import type { Transaction } from "@/lib/data/database";
import { EXTENSION_COLUMNS, toExtension } from "@/lib/data/extension/extension-row";

/**
 * @param studentIds whose submissions alone; all when left out
 * @returns the students of the submissions that are late by another time than before, one for each submission
 */
export async function recomputeLateness(
  tx: Transaction,
  assignmentId: string,
  studentIds?: readonly string[],
): Promise<string[]> {
  const who = studentIds && { studentId: { in: [...studentIds] } };
  const assignment = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: {
      releaseAt: true,
      dueAt: true,
      lateDueAt: true,
      attempts: true,
      extensions: { where: who ?? {}, select: EXTENSION_COLUMNS },
      submissions: {
        where: { ...who, submittedAt: { not: null } },
        select: { id: true, studentId: true, submittedAt: true, lateSeconds: true },
      },
    },
  });
  const dates = {
    releaseAtMs: assignment.releaseAt.getTime(),
    dueAtMs: assignment.dueAt.getTime(),
    lateDueAtMs: assignment.lateDueAt?.getTime() ?? null,
    attempts: assignment.attempts,
  };
  const extensions = new Map(assignment.extensions.map((row) => [row.studentId, toExtension(row)]));
  const moved = assignment.submissions.flatMap(({ id, studentId, submittedAt, lateSeconds }) => {
    const { dueAtMs } = effectiveDates(dates, extensions.get(studentId) ?? null);
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
