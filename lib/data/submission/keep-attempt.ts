/**
 * Says which of a student's attempts the grade is made of, by the assignment's rule: the last one submitted, or the
 * best, where what nobody has decided counts as the machine suggests it.
 */
import "server-only";
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

export async function keepAttempt(tx: Transaction, assignmentId: string, studentId: string): Promise<void> {
  const { attemptKept } = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { attemptKept: true },
  });
  const attempts = await tx.submission.findMany({
    where: { assignmentId, studentId, submittedAt: { not: null } },
    select: { id: true, isKept: true, points: { select: SCORED_COLUMNS } },
    orderBy: { attempt: "desc" },
  });
  const rated = attempts.map((attempt) => ({
    ...attempt,
    percent: submissionScore(attempt.points.map(toScored)).suggestedPercent,
  }));
  // Of equals the later one, whose work came after the other's.
  const kept =
    attemptKept === "last" ? rated[0] : rated.toSorted((first, second) => second.percent - first.percent)[0];
  if (!kept || (kept.isKept && rated.filter(({ isKept }) => isKept).length === 1)) return;
  await tx.submission.updateMany({ where: { assignmentId, studentId }, data: { isKept: false } });
  await tx.submission.update({ where: { id: kept.id }, data: { isKept: true }, select: { id: true } });
}
