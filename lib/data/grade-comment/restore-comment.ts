/** Brings a deleted remark back as the class's log kept it: with its words, its place and its author. */
import "server-only";
import * as z from "zod";
import { anchorSchema } from "@/lib/classroom/anchor";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { appendClassLog } from "@/lib/data/class/append-log";
import { database, type Transaction } from "@/lib/data/database";
import { AppError, notFound } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { COMMENT_COLUMNS, forStaff, mayChange } from "./comment-rows";
import { type SubmissionKey, staffSubmission } from "./staff-submission";

const keptSchema = z.object({
  id: z.uuid(),
  pointId: z.string().nullable(),
  anchor: anchorSchema.nullable(),
  body: z.string(),
  authorId: z.string().nullable(),
  revision: z.number().int(),
  createdAt: z.iso.datetime(),
});

/** Of several deletions the last. */
async function keptOf(tx: Transaction, classId: string, submissionId: string, commentId: string) {
  const entry = await tx.classLogEntry.findFirst({
    where: {
      classId,
      submissionId,
      kind: "comment-deleted",
      before: { path: ["id"], equals: commentId },
    },
    orderBy: { id: "desc" },
    select: { before: true },
  });
  if (!entry) throw notFound("comment");
  return keptSchema.parse(entry.before);
}

export async function restoreComment(
  viewer: Viewer,
  key: SubmissionKey,
  commentId: string,
  now: Date,
): Promise<FeedbackComment> {
  const db = await database();
  const { classId, assignmentId, submissionId } = key;
  return db.$transaction(async (tx) => {
    const { isInstructor } = await staffSubmission(tx, viewer, key, true);
    const { anchor, createdAt, authorId, ...kept } = await keptOf(tx, classId, submissionId, commentId);
    if (!mayChange(viewer, isInstructor, authorId))
      throw new AppError("forbidden", "Its author or an instructor can bring this comment back.");
    const hasAuthor = authorId !== null && (await tx.user.count({ where: { id: authorId } })) > 0;
    const data = {
      ...kept,
      submissionId,
      // Moves on, so that an edit of the version before the deletion is not taken for one of this.
      revision: kept.revision + 1,
      authorId: hasAuthor ? authorId : null,
      createdAt: new Date(createdAt),
      ...(anchor ? { anchor } : {}),
    };
    const { count } = await tx.gradeComment.createMany({ data: [data], skipDuplicates: true });
    if (count > 0) {
      const act = { classId, assignmentId, submissionId, after: { id: commentId } };
      await appendClassLog(tx, viewer, [{ ...act, kind: "comment-restored" }], now);
    }
    const row = await tx.gradeComment.findFirstOrThrow({
      where: { id: commentId, submissionId },
      select: COMMENT_COLUMNS,
    });
    return forStaff(viewer, isInstructor, row);
  });
}
