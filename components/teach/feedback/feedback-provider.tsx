"use client";

import { type ReactNode, useMemo, useRef, useState } from "react";
import type { TextAnchor } from "@/lib/classroom/anchor";
import type { BankEntry } from "@/lib/classroom/feedback/bank";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { numberComments, type Subject } from "@/lib/classroom/feedback/subject";
import type { SubmissionKey } from "@/lib/data/grade-comment/staff-submission";
import { BankDialog } from "./bank-dialog";
import { Composer } from "./composer";
import type { FeedbackActions } from "./feedback-actions";
import { FeedbackContext } from "./feedback-context";
import { PlaceDialog } from "./place-dialog";
import { useFeedbackState } from "./use-feedback-state";

export type FeedbackProviderProps = {
  submission: SubmissionKey;
  subject: Subject;
  comments: readonly FeedbackComment[];
  bank: readonly BankEntry[];
  actions: FeedbackActions;
  /** False in an archived class: everything is read, nothing written. */
  canWrite: boolean;
  children: ReactNode;
};

/**
 * Holds the comments on one submission for all that shows them, and the dialogs that write them. Give it the
 * submission's id as its key.
 */
export function FeedbackProvider(props: FeedbackProviderProps) {
  const { submission, subject, comments, bank, actions, canWrite, children } = props;
  const state = useFeedbackState({ submission, actions, comments, bank, canWrite });
  const numbers = useMemo(() => numberComments(state.comments), [state.comments]);
  const selected = useRef<TextAnchor>(null);
  const [open, setOpen] = useState<"place" | "bank" | null>(null);
  const value = useMemo(
    () => ({
      ...{ ...state, submission, subject, numbers, selected },
      commentHere() {
        if (!canWrite) return;
        if (!selected.current) return setOpen("place");
        const anchor = selected.current;
        document.getSelection()?.removeAllRanges();
        state.compose({ pointId: null, anchor });
      },
      openBank: () => setOpen("bank"),
    }),
    [state, submission, subject, numbers, canWrite],
  );
  return (
    <FeedbackContext value={value}>
      {children}
      <Composer />
      {open === "place" && <PlaceDialog onClose={() => setOpen(null)} />}
      {open === "bank" && <BankDialog onClose={() => setOpen(null)} />}
    </FeedbackContext>
  );
}
