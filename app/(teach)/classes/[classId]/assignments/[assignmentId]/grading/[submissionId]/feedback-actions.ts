"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { newBankCommentSchema } from "@/lib/classroom/feedback/bank";
import { commentBodySchema, MAX_COMMENT, newCommentSchema } from "@/lib/classroom/feedback/comment";
import { deleteBankComment } from "@/lib/data/bank-comment/delete-bank-comment";
import { editBankComment } from "@/lib/data/bank-comment/edit-bank-comment";
import { saveToBank } from "@/lib/data/bank-comment/save-to-bank";
import { addComment } from "@/lib/data/grade-comment/add-comment";
import { deleteComment } from "@/lib/data/grade-comment/delete-comment";
import { editComment } from "@/lib/data/grade-comment/edit-comment";
import { restoreComment } from "@/lib/data/grade-comment/restore-comment";
import { submissionKeySchema } from "@/lib/data/grade-comment/staff-submission";

const revision = z.number().int().min(0);

export const addCommentAction = defineAction({
  name: "add-comment",
  input: submissionKeySchema.extend({ comment: newCommentSchema }),
  access: "viewer",
  run: ({ comment, ...key }, { viewer, now }) => addComment(viewer, key, comment, now),
});

export const editCommentAction = defineAction({
  name: "edit-comment",
  input: submissionKeySchema.extend({ commentId: z.uuid(), body: commentBodySchema, revision }),
  access: "viewer",
  run: ({ commentId, body, revision, ...key }, { viewer }) =>
    editComment(viewer, key, { commentId, body, revision }),
});

export const deleteCommentAction = defineAction({
  name: "delete-comment",
  input: submissionKeySchema.extend({ commentId: z.uuid(), revision }),
  access: "viewer",
  run: ({ commentId, revision, ...key }, { viewer, now }) =>
    deleteComment(viewer, key, { commentId, revision }, now),
});

export const restoreCommentAction = defineAction({
  name: "restore-comment",
  input: submissionKeySchema.extend({ commentId: z.uuid() }),
  access: "viewer",
  run: ({ commentId, ...key }, { viewer, now }) => restoreComment(viewer, key, commentId, now),
});

export const saveToBankAction = defineAction({
  name: "save-to-bank",
  input: z.strictObject({ classId: z.uuid(), comment: newBankCommentSchema }),
  access: "viewer",
  run: ({ classId, comment }, { viewer, now }) => saveToBank(viewer, classId, comment, now),
});

export const editBankCommentAction = defineAction({
  name: "edit-bank-comment",
  input: z.strictObject({
    classId: z.uuid(),
    bankCommentId: z.uuid(),
    before: z.string().max(MAX_COMMENT),
    body: commentBodySchema,
  }),
  access: "viewer",
  run: ({ classId, ...edit }, { viewer }) => editBankComment(viewer, classId, edit),
});

export const deleteBankCommentAction = defineAction({
  name: "delete-bank-comment",
  input: z.strictObject({ classId: z.uuid(), bankCommentId: z.uuid() }),
  access: "viewer",
  run: ({ classId, bankCommentId }, { viewer }) => deleteBankComment(viewer, classId, bankCommentId),
});
