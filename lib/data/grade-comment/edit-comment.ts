/** Changes the words of a remark, if nobody has since the version that was edited: then both versions are shown. */
import "server-only";
import type { EditOutcome } from "@/lib/classroom/feedback/comment";
import { database } from "@/lib/data/database";
import { AppError } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { COMMENT_COLUMNS, forStaff, mayChange } from "./comment-rows";
import { type SubmissionKey, staffSubmission } from "./staff-submission";

export type CommentEdit = { commentId: string; body: string; revision: number };

export async function editComment(
  viewer: Viewer,
  key: SubmissionKey,
  { commentId, body, revision }: CommentEdit,
): Promise<EditOutcome> {
  const db = await database();
  return db.$transaction(async (tx) => {
    const { isInstructor } = await staffSubmission(tx, viewer, key, true);
    const where = { id: commentId, submissionId: key.submissionId };
    const before = await tx.gradeComment.findFirst({ where, select: COMMENT_COLUMNS });
    if (!before) return { outcome: "conflict", current: null };
    if (!mayChange(viewer, isInstructor, before.authorId))
      throw new AppError(
        "forbidden",
        "This comment is a colleague's. Its author or an instructor can edit it.",
      );
    const { count } = await tx.gradeComment.updateMany({
      where: { ...where, revision },
      data: { body, revision: { increment: 1 } },
    });
    const row = await tx.gradeComment.findFirst({ where, select: COMMENT_COLUMNS });
    const current = row && forStaff(viewer, isInstructor, row);
    return count > 0 && current ? { outcome: "saved", comment: current } : { outcome: "conflict", current };
  });
}
