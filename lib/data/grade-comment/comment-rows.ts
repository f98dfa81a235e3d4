/** Remarks as rows and as the screens get them. */
import "server-only";
import { anchorSchema } from "@/lib/classroom/anchor";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Viewer } from "@/lib/viewer";

export const COMMENT_COLUMNS = {
  id: true,
  pointId: true,
  anchor: true,
  body: true,
  revision: true,
  authorId: true,
  updatedAt: true,
  author: { select: { name: true } },
} as const satisfies Prisma.GradeCommentSelect;
export type CommentRow = Prisma.GradeCommentGetPayload<{ select: typeof COMMENT_COLUMNS }>;

const plain = ({ id, pointId, anchor, body, revision, updatedAt }: CommentRow) => ({
  id,
  pointId,
  anchor: anchor === null ? null : anchorSchema.parse(anchor),
  body,
  revision,
  updatedAtMs: updatedAt.getTime(),
});

/** A remark is its author's; an instructor answers for all that the class is told. */
export const mayChange = (viewer: Viewer, isInstructor: boolean, authorId: string | null): boolean =>
  isInstructor || authorId === viewer.userId;

export const forStaff = (viewer: Viewer, isInstructor: boolean, row: CommentRow): FeedbackComment => ({
  ...plain(row),
  author: row.author?.name ?? null,
  mayChange: mayChange(viewer, isInstructor, row.authorId),
});

/** To students the graders speak with one voice (decision 38). */
export const forStudent = (row: CommentRow): FeedbackComment => ({
  ...plain(row),
  author: null,
  mayChange: false,
});
