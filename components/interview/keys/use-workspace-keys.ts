"use client";

import { useLayoutEffect } from "react";
import { FOCUS_TARGETS, type FocusTarget } from "./focus-targets";

export type WorkspaceKeys = {
  goTo: (target: FocusTarget) => void;
  stepStage: (step: 1 | -1) => void;
};

/** What each key does, as the sheet lists it. All are with Alt, so that they work while typing and never by accident. */
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
  // With the first paint: the page must not look ready before its keys are.
  useLayoutEffect(() => {
    // By place on the keyboard: with Alt, some systems type another character.
    const actions: Record<string, () => void> = {
      KeyQ: () => goTo(FOCUS_TARGETS.composer),
      KeyA: () => goTo(FOCUS_TARGETS.answer),
      KeyB: () => goTo(FOCUS_TARGETS.bench),
      BracketLeft: () => stepStage(-1),
      BracketRight: () => stepStage(1),
    };
    function onKeyDown(event: KeyboardEvent) {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const action = actions[event.code];
      if (!action || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      action();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [goTo, stepStage]);
}
