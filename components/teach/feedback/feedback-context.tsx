"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { BankEntry } from "@/lib/classroom/feedback/bank";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { numberComments, type Subject } from "@/lib/classroom/feedback/subject";
import type { SubmissionKey } from "@/lib/data/grade-comment/staff-submission";
import type { FeedbackActions } from "./feedback-actions";
import { type FeedbackState, useFeedbackState } from "./use-feedback-state";

type FeedbackContextValue = FeedbackState & {
  submission: SubmissionKey;
  subject: Subject;
  numbers: ReadonlyMap<string, number>;
};
const FeedbackContext = createContext<FeedbackContextValue | null>(null);

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

/** Holds the remarks on one submission for all that shows them. Give it the submission's id as its key. */
export function FeedbackProvider(props: FeedbackProviderProps) {
  const { submission, subject, comments, bank, actions, canWrite, children } = props;
  const state = useFeedbackState({ submission, actions, comments, bank, canWrite });
  const numbers = useMemo(() => numberComments(state.comments), [state.comments]);
  const value = useMemo(
    () => ({ ...state, submission, subject, numbers }),
    [state, submission, subject, numbers],
  );
  return <FeedbackContext value={value}>{children}</FeedbackContext>;
}

export function useFeedback(): FeedbackContextValue {
  const value = useContext(FeedbackContext);
  if (!value) throw new Error("A part of the feedback stands outside its FeedbackProvider.");
  return value;
}
