/** The submission that a member of the staff writes about, by the lock that all graders share. */
import "server-only";
import * as z from "zod";
import { STAFF } from "@/lib/classroom/roles";
import type { Transaction } from "@/lib/data/database";
import { gradedAssignment, gradedSubmission, type SubmissionIds } from "@/lib/data/grading/graded-assignment";
import type { Viewer } from "@/lib/viewer";

export const submissionKeySchema = z.strictObject({
  classId: z.uuid(),
  assignmentId: z.uuid(),
  submissionId: z.uuid(),
});
export type SubmissionKey = SubmissionIds;

/** @throws AppError as gradedAssignment does, and not-found for a submission that is not submitted or not of this assignment. */
export async function staffSubmission(
  db: Transaction,
  viewer: Viewer,
  key: SubmissionKey,
  toChange: boolean,
): Promise<{ isInstructor: boolean }> {
  const { id, member } = await gradedAssignment(db, viewer, key, STAFF, toChange);
  await gradedSubmission(db, id, key.submissionId);
  return { isInstructor: member.role === "instructor" };
}
