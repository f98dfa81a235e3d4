/**
 * The submission that a member of the staff writes about. Its ids are checked against each other: a submission of another
 * assignment or class is answered like one that does not exist.
 */
import "server-only";
import * as z from "zod";
import { STAFF } from "@/lib/classroom/roles";
import { requireMember } from "@/lib/data/class/membership";
import type { Transaction } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export const submissionKeySchema = z.strictObject({
  classId: z.uuid(),
  assignmentId: z.uuid(),
  submissionId: z.uuid(),
});
export type SubmissionKey = z.infer<typeof submissionKeySchema>;

/** @throws AppError as requireMember, and not-found for a submission that is not submitted or not of this assignment. */
export async function staffSubmission(
  db: Transaction,
  viewer: Viewer,
  key: SubmissionKey,
  toChange: boolean,
): Promise<{ isInstructor: boolean }> {
  const { role } = await requireMember(db, viewer, key.classId, STAFF, toChange);
  const { classId, assignmentId, submissionId } = key;
  if (!isUuid(assignmentId) || !isUuid(submissionId)) throw notFound("submission");
  const row = await db.submission.findFirst({
    where: { id: submissionId, assignmentId, submittedAt: { not: null }, assignment: { classId } },
    select: { id: true },
  });
  if (!row) throw notFound("submission");
  return { isInstructor: role === "instructor" };
}
