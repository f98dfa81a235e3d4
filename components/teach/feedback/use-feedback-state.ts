"use client";

import { useCallback, useMemo, useState } from "react";
import type { ActionFailure, ActionResult } from "@/lib/actions/result";
import type { BankEntry, NewBankComment } from "@/lib/classroom/feedback/bank";
import type { EditOutcome, FeedbackComment, NewComment } from "@/lib/classroom/feedback/comment";
import type { Place } from "@/lib/classroom/feedback/subject";
import type { SubmissionKey } from "@/lib/data/grade-comment/staff-submission";
import type { FeedbackActions } from "./feedback-actions";

/** What the composer is open for. */
export type Draft = { place: Place; edited: FeedbackComment | null };

type Input = {
  submission: SubmissionKey;
  actions: FeedbackActions;
  comments: readonly FeedbackComment[];
  bank: readonly BankEntry[];
  canWrite: boolean;
};

const UNREACHABLE: ActionFailure = {
  ok: false,
  code: "unavailable",
  message: "The server could not be reached. Your words are kept here; try again.",
};
const reached = <T>(call: Promise<ActionResult<T>>): Promise<ActionResult<T>> =>
  call.catch(() => UNREACHABLE);

const withComment = (list: readonly FeedbackComment[], comment: FeedbackComment) =>
  list.some(({ id }) => id === comment.id)
    ? list.map((known) => (known.id === comment.id ? comment : known))
    : [...list, comment];

/** The bank on this screen: what is kept, changed and deleted is shown at once when the server has it. */
function useBank({ submission: { classId }, actions, bank: initial }: Input) {
  const [bank, setBank] = useState(initial);
  return useMemo(
    () => ({
      bank,
      async keep(comment: NewBankComment) {
        const result = await reached(actions.saveToBank({ classId, comment }));
        if (result.ok) setBank((list) => [...list.filter(({ id }) => id !== result.data.id), result.data]);
        return result;
      },
      async editInBank(entry: BankEntry, body: string) {
        const edit = { bankCommentId: entry.id, before: entry.body, body };
        const result = await reached(actions.editInBank({ classId, ...edit }));
        if (result.ok) setBank((list) => list.map((known) => (known.id === entry.id ? result.data : known)));
        return result;
      },
      async removeFromBank(entry: BankEntry) {
        const result = await reached(actions.removeFromBank({ classId, bankCommentId: entry.id }));
        if (result.ok) setBank((list) => list.filter(({ id }) => id !== entry.id));
        return result;
      },
      countUses(ids: readonly string[]) {
        setBank((list) =>
          list.map((known) => (ids.includes(known.id) ? { ...known, uses: known.uses + 1 } : known)),
        );
      },
    }),
    [bank, actions, classId],
  );
}

/** The remarks on this screen, and the one that was deleted last, so that it can be brought back. */
function useComments({ submission, actions, comments: initial }: Input, say: (words: string) => void) {
  const [comments, setComments] = useState(initial);
  const [deleted, setDeleted] = useState<FeedbackComment | null>(null);
  const put = useCallback(
    (comment: FeedbackComment) => setComments((list) => withComment(list, comment)),
    [],
  );
  const drop = useCallback(
    (id: string) => setComments((list) => list.filter((known) => known.id !== id)),
    [],
  );
  return useMemo(
    () => ({
      comments,
      deleted,
      async add(comment: NewComment) {
        const result = await reached(actions.add({ ...submission, comment }));
        if (result.ok) put(result.data);
        return result;
      },
      async edit(comment: FeedbackComment, body: string): Promise<ActionResult<EditOutcome>> {
        const change = { commentId: comment.id, body, revision: comment.revision };
        const result = await reached(actions.edit({ ...submission, ...change }));
        if (result.ok && result.data.outcome === "saved") put(result.data.comment);
        return result;
      },
      /** What stands there by a colleague's hand; null: they deleted it. */
      accept(id: string, current: FeedbackComment | null) {
        if (current) put(current);
        else drop(id);
      },
      async remove(comment: FeedbackComment) {
        const { id: commentId, revision } = comment;
        const result = await reached(actions.remove({ ...submission, commentId, revision }));
        if (!result.ok) return say(result.message);
        drop(commentId);
        setDeleted(comment);
        say("The comment is deleted.");
      },
      async undo() {
        if (!deleted) return;
        const result = await reached(actions.restore({ ...submission, commentId: deleted.id }));
        if (!result.ok) return say(result.message);
        put(result.data);
        setDeleted(null);
        say("The comment is back.");
      },
    }),
    [comments, deleted, actions, submission, put, drop, say],
  );
}

export function useFeedbackState(input: Input) {
  const [message, setMessage] = useState("");
  const [draft, setDraft] = useState<Draft | null>(null);
  const comments = useComments(input, setMessage);
  const bank = useBank(input);
  const { canWrite } = input;
  return useMemo(
    () => ({
      ...comments,
      ...bank,
      canWrite,
      message,
      say: setMessage,
      draft,
      compose: (place: Place) => setDraft({ place, edited: null }),
      revise: (edited: FeedbackComment) => setDraft({ place: edited, edited }),
      closeDraft: () => setDraft(null),
    }),
    [comments, bank, canWrite, message, draft],
  );
}
export type FeedbackState = ReturnType<typeof useFeedbackState>;
