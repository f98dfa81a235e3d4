/**
 * The viewer's own submission, once its grade is out: the lock of everything that a student reads back. Somebody else's
 * is answered like one that does not exist; one's own before the release is null.
 */
import "server-only";
import { STUDENTS } from "@/lib/classroom/roles";
import { requireMember } from "@/lib/data/class/membership";
import type { Transaction } from "@/lib/data/database";
import type { SubmissionIds } from "@/lib/data/grading/graded-assignment";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

const GRADE_COLUMNS = {
  submissionId: true,
  rawPercent: true,
  latePercent: true,
  adjustment: true,
  adjustmentReason: true,
  finalPercent: true,
  releasedAt: true,
} as const;

export async function releasedSubmission(
  db: Transaction,
  viewer: Viewer,
  { classId, assignmentId, submissionId }: SubmissionIds,
  toChange = false,
) {
  await requireMember(db, viewer, classId, STUDENTS, toChange);
  if (!isUuid(assignmentId) || !isUuid(submissionId)) throw notFound("submission");
  const row = await db.submission.findFirst({
    where: {
      id: submissionId,
      assignmentId,
      studentId: viewer.userId,
      submittedAt: { not: null },
      assignment: { classId },
    },
    select: { assignment: { select: { gradesReleasedAt: true } } },
  });
  if (!row) throw notFound("submission");
  const grade = await db.grade.findUnique({
    where: { assignmentId_studentId: { assignmentId, studentId: viewer.userId } },
    select: GRADE_COLUMNS,
  });
  // Both: a grade that was withdrawn is no grade, and one that came late has its own release.
  if (!row.assignment.gradesReleasedAt || !grade?.releasedAt) return null;
  const { submissionId: gradedSubmissionId, releasedAt, ...shown } = grade;
  return { gradedSubmissionId, releasedAt, grade: shown };
}
