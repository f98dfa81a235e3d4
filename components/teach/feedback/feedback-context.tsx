"use client";

import { createContext, type RefObject, useContext } from "react";
import type { TextAnchor } from "@/lib/classroom/anchor";
import type { Subject } from "@/lib/classroom/feedback/subject";
import type { SubmissionKey } from "@/lib/data/grade-comment/staff-submission";
import type { FeedbackState } from "./use-feedback-state";

type FeedbackContextValue = FeedbackState & {
  submission: SubmissionKey;
  subject: Subject;
  numbers: ReadonlyMap<string, number>;
  /** What is selected in an answer on the screen just now. */
  selected: RefObject<TextAnchor | null>;
  /** Comments on the selection; without one the place is chosen from a list. */
  commentHere: () => void;
  openBank: () => void;
};
export const FeedbackContext = createContext<FeedbackContextValue | null>(null);

export function useFeedback(): FeedbackContextValue {
  const value = useContext(FeedbackContext);
  if (!value) throw new Error("A part of the feedback stands outside its FeedbackProvider.");
  return value;
}
