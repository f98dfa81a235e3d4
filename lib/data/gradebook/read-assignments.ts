/** The published assignments of a class as the gradebook needs them, by due date. */
import "server-only";
import { latePolicySchema } from "@/lib/classroom/assignment";
import type { GradebookAssignment } from "@/lib/classroom/gradebook/cell";
import type { Transaction } from "@/lib/data/database";
import { hidesStudents } from "@/lib/data/submission/student-label";
import type { Assignment } from "@/lib/generated/prisma/client";

export const ASSIGNMENT_COLUMNS = {
  id: true,
  title: true,
  pointsPossible: true,
  releaseAt: true,
  dueAt: true,
  lateDueAt: true,
  attempts: true,
  latePolicy: true,
  isAnonymous: true,
  gradesReleasedAt: true,
} as const;
type Row = Pick<Assignment, keyof typeof ASSIGNMENT_COLUMNS>;

export const toGradebookAssignment = (row: Row): GradebookAssignment => ({
  id: row.id,
  title: row.title,
  pointsPossible: row.pointsPossible,
  releaseAtMs: row.releaseAt.getTime(),
  dueAtMs: row.dueAt.getTime(),
  lateDueAtMs: row.lateDueAt?.getTime() ?? null,
  attempts: row.attempts,
  latePolicy: latePolicySchema.parse(row.latePolicy),
  gradesReleasedAtMs: row.gradesReleasedAt?.getTime() ?? null,
  hidesStudents: hidesStudents(row),
});

export async function readAssignments(db: Transaction, classId: string): Promise<GradebookAssignment[]> {
  const rows = await db.assignment.findMany({
    where: { classId, status: "published" },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    select: ASSIGNMENT_COLUMNS,
  });
  return rows.map(toGradebookAssignment);
}
