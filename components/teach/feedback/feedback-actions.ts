/** The server actions that the feedback panel is given by its page. */
import type { ActionResult } from "@/lib/actions/result";
import type { BankEntry, NewBankComment } from "@/lib/classroom/feedback/bank";
import type { EditOutcome, FeedbackComment, NewComment } from "@/lib/classroom/feedback/comment";
import type { BankEdit } from "@/lib/data/bank-comment/edit-bank-comment";
import type { CommentEdit } from "@/lib/data/grade-comment/edit-comment";
import type { SubmissionKey } from "@/lib/data/grade-comment/staff-submission";

export type FeedbackActions = {
  add: (input: SubmissionKey & { comment: NewComment }) => Promise<ActionResult<FeedbackComment>>;
  edit: (input: SubmissionKey & CommentEdit) => Promise<ActionResult<EditOutcome>>;
  remove: (input: SubmissionKey & { commentId: string; revision: number }) => Promise<ActionResult<void>>;
  restore: (input: SubmissionKey & { commentId: string }) => Promise<ActionResult<FeedbackComment>>;
  saveToBank: (input: { classId: string; comment: NewBankComment }) => Promise<ActionResult<BankEntry>>;
  editInBank: (input: { classId: string } & BankEdit) => Promise<ActionResult<BankEntry>>;
  removeFromBank: (input: { classId: string; bankCommentId: string }) => Promise<ActionResult<void>>;
};
