/**
 * After the points of a submission have changed: which attempt is kept, and, where the grades are released already, the
 * student's grade with them. Whoever changes credits calls it in the same transaction.
 */
import "server-only";
import { latePolicySchema } from "@/lib/classroom/assignment";
import {
  type GradedWork,
  gradeOfWork,
  isSameGrade,
  NO_ADJUSTMENT,
} from "@/lib/classroom/grading/student-grade";
import { appendClassLog } from "@/lib/data/class/append-log";
import type { Transaction } from "@/lib/data/database";
import { fellowsShares } from "@/lib/data/peer-review/peer-percents";
import { keepAttempt, SCORED_COLUMNS, toScored } from "@/lib/data/submission/keep-attempt";
import type { Viewer } from "@/lib/viewer";
import type { GradedAssignment } from "./graded-assignment";

export async function keptWork(
  tx: Transaction,
  assignmentId: string,
  studentId: string,
): Promise<GradedWork | null> {
  const row = await tx.submission.findFirst({
    where: { assignmentId, studentId, isKept: true, submittedAt: { not: null } },
    select: { id: true, lateSeconds: true, points: { select: SCORED_COLUMNS } },
  });
  if (!row) return null;
  const shares = await fellowsShares(tx, assignmentId, row.id);
  return { ...row, points: row.points.map(toScored), fellows: shares.get(row.id) ?? null };
}

export async function afterDeciding(
  tx: Transaction,
  viewer: Viewer,
  assignment: GradedAssignment,
  studentId: string,
  now: Date,
): Promise<void> {
  await keepAttempt(tx, assignment.id, studentId);
  if (!assignment.gradesReleasedAt) return;
  const work = await keptWork(tx, assignment.id, studentId);
  if (!work) return;
  const key = { assignmentId: assignment.id, studentId };
  const before = await tx.grade.findUnique({ where: { assignmentId_studentId: key } });
  // A grade of this very work that is out with undecided points was released upon the suggestions.
  const takesSuggestions = before?.releasedAt != null && before.submissionId === work.id;
  const policy = latePolicySchema.parse(assignment.latePolicy);
  const grade = gradeOfWork(work, policy, before ?? NO_ADJUSTMENT, takesSuggestions);
  if (!grade || (before?.releasedAt && isSameGrade(before, grade))) return;
  const released = { ...grade, releasedAt: assignment.gradesReleasedAt };
  await tx.grade.upsert({
    where: { assignmentId_studentId: key },
    create: { ...key, ...released },
    update: { ...released, revision: { increment: 1 } },
  });
  await appendClassLog(
    tx,
    viewer,
    [
      {
        ...{ classId: assignment.classId, assignmentId: assignment.id, submissionId: work.id },
        kind: "grade-changed",
        before: { finalPercent: before?.finalPercent ?? null },
        after: { finalPercent: grade.finalPercent },
      },
    ],
    now,
  );
}
