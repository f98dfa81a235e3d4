/** Writes a remark on a submission: on a point, a passage, a node of the board, or the whole. Sent twice it is one. */
import "server-only";
import * as z from "zod";
import { type Anchor, anchorHolds } from "@/lib/classroom/anchor";
import { type FeedbackComment, MOST_COMMENTS, type NewComment } from "@/lib/classroom/feedback/comment";
import { database, type Transaction } from "@/lib/data/database";
import { closed, conflict, invalidInput, notFound } from "@/lib/errors";
import { reportSchema } from "@/lib/grading/report/schema";
import type { Viewer } from "@/lib/viewer";
import { COMMENT_COLUMNS, forStaff } from "./comment-rows";
import { type SubmissionKey, staffSubmission } from "./staff-submission";

const answersSchema = reportSchema.pick({ answers: true });
const boardSchema = z.object({ nodes: z.array(z.object({ id: z.string() })) });

async function checkAnchor(tx: Transaction, submissionId: string, anchor: Anchor): Promise<void> {
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { board: true, interview: { select: { report: { select: { content: true } } } } },
  });
  const report = answersSchema.safeParse(row.interview.report?.content);
  const board = boardSchema.safeParse(row.board);
  const submitted = {
    answers: report.success ? report.data.answers : {},
    nodeIds: board.success ? board.data.nodes.map(({ id }) => id) : [],
  };
  if (!anchorHolds(anchor, submitted))
    throw invalidInput("This passage is not what was submitted. Select it again.");
}

async function checkPoint(tx: Transaction, submissionId: string, pointId: string): Promise<void> {
  const where = { submissionId_pointId: { submissionId, pointId } };
  if (!(await tx.submissionPoint.findUnique({ where, select: { pointId: true } }))) throw notFound("point");
}

export async function addComment(
  viewer: Viewer,
  key: SubmissionKey,
  comment: NewComment,
  now: Date,
): Promise<FeedbackComment> {
  const db = await database();
  const { id, pointId, anchor, body, bankCommentIds } = comment;
  const { submissionId, classId } = key;
  return db.$transaction(async (tx) => {
    const { isInstructor } = await staffSubmission(tx, viewer, key, true);
    if ((await tx.gradeComment.count({ where: { submissionId } })) >= MOST_COMMENTS)
      throw closed(`${MOST_COMMENTS} comments are the most that a submission holds. Delete one first.`);
    if (pointId !== null) await checkPoint(tx, submissionId, pointId);
    if (anchor !== null) await checkAnchor(tx, submissionId, anchor);
    const { count } = await tx.gradeComment.createMany({
      data: [
        {
          id,
          submissionId,
          pointId,
          body,
          authorId: viewer.userId,
          createdAt: now,
          ...(anchor ? { anchor } : {}),
        },
      ],
      skipDuplicates: true,
    });
    if (count > 0 && bankCommentIds.length > 0)
      await tx.bankComment.updateMany({
        where: { id: { in: bankCommentIds }, classId },
        data: { uses: { increment: 1 } },
      });
    const row = await tx.gradeComment.findFirst({
      where: { id, submissionId, authorId: viewer.userId },
      select: COMMENT_COLUMNS,
    });
    if (!row) throw conflict("This comment could not be saved under its name. Write it again.");
    return forStaff(viewer, isInstructor, row);
  });
}
