/**
 * Says which of a student's attempts the grade is made of, by the assignment's rule: the last one submitted, or the
 * best, where what nobody has decided counts as the machine suggests it.
 */
import "server-only";
import { groupBy } from "@/lib/classroom/group-by";
import { type ScoredPoint, submissionScore, suggestedCredit } from "@/lib/classroom/score";
import type { Transaction } from "@/lib/data/database";

type PointColumns = Omit<ScoredPoint, "suggested"> & { machineCredit: number; adjustedCredit: number | null };

export const toScored = ({ machineCredit, adjustedCredit, ...point }: PointColumns): ScoredPoint => ({
  ...point,
  suggested: suggestedCredit({ machineCredit, adjustedCredit }),
});
export const SCORED_COLUMNS = {
  weight: true,
  isExpected: true,
  credit: true,
  machineCredit: true,
  adjustedCredit: true,
} as const;

async function suggestedPercents(tx: Transaction, attempts: readonly { id: string }[]) {
  const points = await tx.submissionPoint.findMany({
    where: { submissionId: { in: attempts.map(({ id }) => id) } },
    select: { submissionId: true, ...SCORED_COLUMNS },
  });
  const pointsOf = groupBy(points, ({ submissionId }) => submissionId);
  const percents = new Map(
    attempts.map(({ id }) => [id, submissionScore((pointsOf.get(id) ?? []).map(toScored)).suggestedPercent]),
  );
  return (id: string) => percents.get(id) ?? 0;
}

/** Of those of the students who have several attempts, or none kept yet; the others are settled. */
export async function keepAttempts(
  tx: Transaction,
  assignmentId: string,
  studentIds: readonly string[],
): Promise<void> {
  const { attemptKept } = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { attemptKept: true },
  });
  const attempts = await tx.submission.findMany({
    where: { assignmentId, studentId: { in: [...studentIds] }, submittedAt: { not: null } },
    select: { id: true, studentId: true, isKept: true },
    orderBy: { attempt: "desc" },
  });
  const byStudent = [...groupBy(attempts, ({ studentId }) => studentId).values()];
  const open = byStudent.filter((own) => own.length > 1 || !own[0]?.isKept);
  if (open.length === 0) return;
  const percentOf = attemptKept === "last" ? null : await suggestedPercents(tx, open.flat());
  const moved = open.flatMap((own) => {
    // Of equals the later one, whose work came after the other's.
    const rated = own.toSorted((first, second) =>
      percentOf ? percentOf(second.id) - percentOf(first.id) : 0,
    );
    const [kept] = rated;
    if (!kept || (kept.isKept && own.filter(({ isKept }) => isKept).length === 1)) return [];
    return [kept];
  });
  if (moved.length === 0) return;
  const students = moved.map(({ studentId }) => studentId);
  await tx.submission.updateMany({
    where: { assignmentId, studentId: { in: students } },
    data: { isKept: false },
  });
  await tx.submission.updateMany({
    where: { id: { in: moved.map(({ id }) => id) } },
    data: { isKept: true },
  });
}
