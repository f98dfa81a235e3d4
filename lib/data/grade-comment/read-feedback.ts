/** What the feedback panel of a grader's screen opens with: the remarks on a submission, and the class's bank. */
import "server-only";
import type { BankEntry } from "@/lib/classroom/feedback/bank";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { readBank } from "@/lib/data/bank-comment/read-bank";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";
import { COMMENT_COLUMNS, forStaff } from "./comment-rows";
import { type SubmissionKey, staffSubmission } from "./staff-submission";

export type Feedback = { comments: FeedbackComment[]; bank: BankEntry[] };

export async function readFeedback(viewer: Viewer, key: SubmissionKey): Promise<Feedback> {
  const db = await database();
  const { isInstructor } = await staffSubmission(db, viewer, key, false);
  const rows = await db.gradeComment.findMany({
    where: { submissionId: key.submissionId },
    orderBy: { createdAt: "asc" },
    select: COMMENT_COLUMNS,
  });
  return {
    comments: rows.map((row) => forStaff(viewer, isInstructor, row)),
    bank: await readBank(viewer, key.classId),
  };
}
