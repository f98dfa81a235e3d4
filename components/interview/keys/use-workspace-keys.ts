"use client";

import { useMemo } from "react";
import { FOCUS_TARGETS, type FocusTarget } from "./focus-targets";
import { useAltKeys } from "./use-alt-keys";

export type WorkspaceKeys = {
  goTo: (target: FocusTarget) => void;
  stepStage: (step: 1 | -1) => void;
};

/** What each key does, as the sheet lists it. */
export const KEY_LIST = [
  { keys: ["Alt", "Q"], does: "Ask or reply to the interviewer" },
  { keys: ["Alt", "A"], does: "Write the answer" },
  { keys: ["Alt", "B"], does: "Go to the bench" },
] as const;
export const COACH_KEY_LIST = [
  { keys: ["Alt", "["], does: "Previous stage" },
  { keys: ["Alt", "]"], does: "Next stage" },
] as const;

export function useWorkspaceKeys({ goTo, stepStage }: WorkspaceKeys): void {
  const actions = useMemo(
    () => ({
      KeyQ: () => goTo(FOCUS_TARGETS.composer),
      KeyA: () => goTo(FOCUS_TARGETS.answer),
      KeyB: () => goTo(FOCUS_TARGETS.bench),
      BracketLeft: () => stepStage(-1),
      BracketRight: () => stepStage(1),
    }),
    [goTo, stepStage],
  );
  useAltKeys(actions);
}
