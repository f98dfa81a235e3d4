/**
 * The lock of everything that graders do: the viewer's part in the class, the assignment of that class, and where one
 * is named, the submission of that assignment. An id from elsewhere is answered like one that does not exist.
 */
import "server-only";
import type { ClassRole } from "@/lib/classroom/roles";
import { type Membership, requireMember } from "@/lib/data/class/membership";
import type { Transaction } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export type AssignmentIds = { classId: string; assignmentId: string };
export type SubmissionIds = AssignmentIds & { submissionId: string };

const ASSIGNMENT_COLUMNS = {
  id: true,
  classId: true,
  title: true,
  stages: true,
  isAnonymous: true,
  gradesReleasedAt: true,
  dueAt: true,
  lateDueAt: true,
  latePolicy: true,
} as const;

type Columns = {
  id: string;
  classId: string;
  title: string;
  stages: string[];
  isAnonymous: boolean;
  gradesReleasedAt: Date | null;
  dueAt: Date;
  lateDueAt: Date | null;
  latePolicy: unknown;
};
export type GradedAssignment = Columns & { member: Membership };

/** @throws AppError as requireMember does, and not-found for an assignment that is not this class's. */
export async function gradedAssignment(
  db: Transaction,
  viewer: Viewer,
  { classId, assignmentId }: AssignmentIds,
  roles: readonly ClassRole[],
  toChange = false,
): Promise<GradedAssignment> {
  const member = await requireMember(db, viewer, classId, roles, toChange);
  return { ...(await assignmentRow(db, { classId, assignmentId })), member };
}

async function assignmentRow(db: Transaction, { classId, assignmentId }: AssignmentIds): Promise<Columns> {
  if (!isUuid(assignmentId)) throw notFound("assignment");
  const row = await db.assignment.findFirst({
    where: { id: assignmentId, classId },
    select: ASSIGNMENT_COLUMNS,
  });
  if (!row) throw notFound("assignment");
  return row;
}

/**
 * As gradedAssignment, for a change: who has no part in it is refused before anything is locked, so that nobody makes a
 * class wait who is not of it; what is read after the lock is not released or changed meanwhile.
 */
export async function lockedAssignment(
  tx: Transaction,
  viewer: Viewer,
  ids: AssignmentIds,
  roles: readonly ClassRole[],
  strength: "share" | "update",
): Promise<GradedAssignment> {
  const member = await requireMember(tx, viewer, ids.classId, roles, true);
  await lockAssignment(tx, ids, strength);
  return { ...(await assignmentRow(tx, ids)), member };
}

/** A submission of that assignment that was handed in; its student stays on the server. */
export async function gradedSubmission(
  db: Transaction,
  assignmentId: string,
  submissionId: string,
): Promise<{ id: string; studentId: string }> {
  if (!isUuid(submissionId)) throw notFound("submission");
  const row = await db.submission.findFirst({
    where: { id: submissionId, assignmentId, submittedAt: { not: null } },
    select: { id: true, studentId: true },
  });
  if (!row) throw notFound("submission");
  return row;
}

/**
 * Graders decide side by side (`share`); a release waits for them and they for it (`update`), so that no decision falls
 * between. Attempts start one after the other (`start`), and do not hinder rows that refer to the assignment.
 */
export async function lockAssignment(
  tx: Transaction,
  { classId, assignmentId }: AssignmentIds,
  strength: "share" | "start" | "update",
): Promise<void> {
  if (!isUuid(classId) || !isUuid(assignmentId)) throw notFound("assignment");
  // Spelt out thrice: the strength of a lock cannot be a parameter of a statement.
  if (strength === "share")
    await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE id = ${assignmentId}::uuid AND "classId" = ${classId}::uuid FOR SHARE`;
  else if (strength === "start")
    await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE id = ${assignmentId}::uuid AND "classId" = ${classId}::uuid FOR NO KEY UPDATE`;
  else
    await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE id = ${assignmentId}::uuid AND "classId" = ${classId}::uuid FOR UPDATE`;
}
