/** The dates that hold for each student of an assignment now: its own, and what an extension grants in their place. */
import "server-only";
import { type EffectiveDates, effectiveDates } from "@/lib/classroom/dates/effective-dates";
import type { Transaction } from "@/lib/data/database";
import { EXTENSION_COLUMNS, toExtension } from "@/lib/data/extension/extension-row";

/** @param studentIds whose extensions are read; all when left out */
export async function studentDates(
  tx: Transaction,
  assignmentId: string,
  studentIds?: readonly string[],
): Promise<(studentId: string) => EffectiveDates> {
  const row = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: {
      releaseAt: true,
      dueAt: true,
      lateDueAt: true,
      attempts: true,
      extensions: {
        where: studentIds ? { studentId: { in: [...studentIds] } } : {},
        select: EXTENSION_COLUMNS,
      },
    },
  });
  const dates = {
    releaseAtMs: row.releaseAt.getTime(),
    dueAtMs: row.dueAt.getTime(),
    lateDueAtMs: row.lateDueAt?.getTime() ?? null,
    attempts: row.attempts,
  };
  const extensions = new Map(
    row.extensions.map((extension) => [extension.studentId, toExtension(extension)]),
  );
  return (studentId) => effectiveDates(dates, extensions.get(studentId) ?? null);
}
