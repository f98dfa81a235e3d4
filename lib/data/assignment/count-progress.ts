/** How far a class is with its assignments: students who started, who submitted, and whose kept attempt is graded. */
import "server-only";
import type { Transaction } from "@/lib/data/database";

export type Progress = { started: number; submitted: number; graded: number };
export const NO_PROGRESS: Progress = { started: 0, submitted: 0, graded: 0 };

/**
 * Of the students that are in the class now; by assignment, those without a start left out. A grade that is out counts
 * as graded, also where it took the machine's suggestions for points that nobody decided.
 */
export async function countProgress(
  db: Transaction,
  classId: string,
  assignmentIds: readonly string[],
): Promise<Map<string, Progress>> {
  const rows = await db.$queryRaw<({ assignmentId: string } & Progress)[]>`
    SELECT s."assignmentId",
      COUNT(DISTINCT s."studentId")::int AS "started",
      (COUNT(DISTINCT s."studentId") FILTER (WHERE s."submittedAt" IS NOT NULL))::int AS "submitted",
      (COUNT(*) FILTER (WHERE s."isKept" AND (
        NOT EXISTS (
          SELECT 1 FROM "SubmissionPoint" p
          WHERE p."submissionId" = s."id" AND p."isExpected" AND p."credit" IS NULL)
        OR EXISTS (
          SELECT 1 FROM "Grade" g WHERE g."assignmentId" = s."assignmentId" AND g."studentId" = s."studentId"
            AND g."submissionId" = s."id" AND g."releasedAt" IS NOT NULL))))::int AS "graded"
    FROM "Submission" s
    JOIN "ClassMember" m ON m."classId" = ${classId}::uuid AND m."userId" = s."studentId"
      AND m."role" = 'student' AND m."removedAt" IS NULL
    WHERE s."assignmentId" = ANY(${[...assignmentIds]}::uuid[])
    GROUP BY s."assignmentId"`;
  return new Map(rows.map(({ assignmentId, ...progress }) => [assignmentId, progress]));
}

export const countStudents = (db: Transaction, classId: string): Promise<number> =>
  db.classMember.count({ where: { classId, role: "student", removedAt: null } });
