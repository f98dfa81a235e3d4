"use client";

import { useLayoutEffect } from "react";

/** A line of the sheet that lists a page's keys. */
export type KeyLine = { keys: readonly string[]; does: string };

/**
 * Keys with Alt, so that they work while typing and never by accident. Named by place on the keyboard (`KeyQ`): with
 * Alt, some systems type another character. `actions` must be the same object from render to render.
 */
export function useAltKeys(actions: Readonly<Record<string, () => void>>): void {
  // With the first paint: the page must not look ready before its keys are.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const action = actions[event.code];
      if (!action || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      action();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [actions]);
}
