/** Takes a remark away. The class's log keeps it as it was, so that it can be brought back and nothing said is lost. */
import "server-only";
import { appendClassLog } from "@/lib/data/class/append-log";
import { database } from "@/lib/data/database";
import { AppError, conflict, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { mayChange } from "./comment-rows";
import { type SubmissionKey, staffSubmission } from "./staff-submission";

export async function deleteComment(
  viewer: Viewer,
  key: SubmissionKey,
  { commentId, revision }: { commentId: string; revision: number },
  now: Date,
): Promise<void> {
  const db = await database();
  const { classId, assignmentId, submissionId } = key;
  await db.$transaction(async (tx) => {
    const { isInstructor } = await staffSubmission(tx, viewer, key, true);
    const where = { id: commentId, submissionId };
    const row = await tx.gradeComment.findFirst({ where });
    if (!row) throw notFound("comment");
    if (!mayChange(viewer, isInstructor, row.authorId))
      throw new AppError(
        "forbidden",
        "This comment is a colleague's. Its author or an instructor can delete it.",
      );
    const { count } = await tx.gradeComment.deleteMany({ where: { ...where, revision } });
    if (count === 0)
      throw conflict("This comment was edited since you saw it. Read it again, then delete it.");
    const { id, pointId, anchor, body, authorId } = row;
    const before = { id, pointId, anchor, body, authorId, revision, createdAt: row.createdAt.toISOString() };
    const act = { classId, assignmentId, submissionId, ...(pointId ? { pointId } : {}) };
    await appendClassLog(tx, viewer, [{ ...act, kind: "comment-deleted", before }], now);
  });
}
