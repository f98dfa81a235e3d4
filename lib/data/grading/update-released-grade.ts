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
  type StudentGrade,
} from "@/lib/classroom/grading/student-grade";
import { appendClassLog } from "@/lib/data/class/append-log";
import type { Transaction } from "@/lib/data/database";
import { fellowsShares } from "@/lib/data/peer-review/peer-percents";
import { keepAttempts, SCORED_COLUMNS, toScored } from "@/lib/data/submission/keep-attempt";
import type { Grade } from "@/lib/generated/prisma/client";
import type { Viewer } from "@/lib/viewer";
import type { GradedAssignment } from "./graded-assignment";

export async function keptWorks(
  tx: Transaction,
  assignmentId: string,
  studentIds: readonly string[],
): Promise<(GradedWork & { studentId: string })[]> {
  const rows = await tx.submission.findMany({
    where: { assignmentId, studentId: { in: [...studentIds] }, isKept: true, submittedAt: { not: null } },
    select: { id: true, studentId: true, lateSeconds: true, points: { select: SCORED_COLUMNS } },
    orderBy: { id: "asc" },
  });
  const shares = await fellowsShares(
    tx,
    assignmentId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    points: row.points.map(toScored),
    fellows: shares.get(row.id) ?? null,
  }));
}

type Changed = { studentId: string; grade: StudentGrade; before: Grade | undefined };

async function changedGrades(
  tx: Transaction,
  assignment: GradedAssignment,
  studentIds: readonly string[],
): Promise<Changed[]> {
  const works = await keptWorks(tx, assignment.id, studentIds);
  const rows = await tx.grade.findMany({
    where: { assignmentId: assignment.id, studentId: { in: [...studentIds] } },
  });
  const held = new Map(rows.map((row) => [row.studentId, row]));
  const policy = latePolicySchema.parse(assignment.latePolicy);
  return works.flatMap(({ studentId, ...work }) => {
    const before = held.get(studentId);
    // A grade of this very work that is out with undecided points was released upon the suggestions.
    const takesSuggestions = before?.releasedAt != null && before.submissionId === work.id;
    const grade = gradeOfWork(work, policy, before ?? NO_ADJUSTMENT, takesSuggestions);
    if (!grade || (before?.releasedAt && isSameGrade(before, grade))) return [];
    return [{ studentId, grade, before }];
  });
}

/** One statement for all: a group of answers may move a hundred grades. */
async function writeGrades(
  tx: Transaction,
  { id, gradesReleasedAt }: GradedAssignment,
  changed: readonly Changed[],
  now: Date,
): Promise<void> {
  const grades = JSON.stringify(changed.map(({ studentId, grade }) => ({ studentId, ...grade })));
  await tx.$executeRaw`
    INSERT INTO "Grade" ("assignmentId", "studentId", "submissionId", "rawPercent", "latePercent", adjustment,
      "adjustmentReason", "finalPercent", "releasedAt", "updatedAt")
    SELECT ${id}::uuid, g."studentId", g."submissionId", g."rawPercent", g."latePercent", g.adjustment,
      g."adjustmentReason", g."finalPercent", ${gradesReleasedAt}, ${now}
    FROM jsonb_to_recordset(${grades}::jsonb) AS g("studentId" text, "submissionId" uuid, "rawPercent" float8,
      "latePercent" float8, adjustment float8, "adjustmentReason" text, "finalPercent" float8)
    ON CONFLICT ("assignmentId", "studentId") DO UPDATE SET "submissionId" = excluded."submissionId",
      "rawPercent" = excluded."rawPercent", "latePercent" = excluded."latePercent",
      adjustment = excluded.adjustment, "adjustmentReason" = excluded."adjustmentReason",
      "finalPercent" = excluded."finalPercent", "releasedAt" = excluded."releasedAt",
      "updatedAt" = excluded."updatedAt", revision = "Grade".revision + 1`;
}

export async function afterDeciding(
  tx: Transaction,
  viewer: Viewer,
  assignment: GradedAssignment,
  studentIds: readonly string[],
  now: Date,
): Promise<void> {
  if (studentIds.length === 0) return;
  // Two who decide other points of the same work: the second reckons after the first, with what both decided.
  await tx.$queryRaw`
    SELECT 1 FROM "Submission" WHERE "assignmentId" = ${assignment.id}::uuid AND "studentId" = ANY(${[...studentIds]})
    ORDER BY id FOR NO KEY UPDATE`;
  await keepAttempts(tx, assignment.id, studentIds);
  if (!assignment.gradesReleasedAt) return;
  const changed = await changedGrades(tx, assignment, studentIds);
  if (changed.length === 0) return;
  await writeGrades(tx, assignment, changed, now);
  const { classId, id: assignmentId } = assignment;
  const acts = changed.map(({ grade, before }) => ({
    ...{ classId, assignmentId, kind: "grade-changed" as const },
    ...(grade.submissionId ? { submissionId: grade.submissionId } : {}),
    before: { finalPercent: before?.finalPercent ?? null },
    after: { finalPercent: grade.finalPercent },
  }));
  await appendClassLog(tx, viewer, acts, now);
}
