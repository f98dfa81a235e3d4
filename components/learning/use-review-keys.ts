"use client";

import { useEffect } from "react";
import { isBusyElsewhere, useSingleKeysEnabled } from "@/components/layout/use-shortcuts";

/** Keys of the review. A held key and a key meant for a button do nothing here. */
export function useReviewKeys(actions: Readonly<Record<string, () => void>>): void {
  const isEnabled = useSingleKeysEnabled();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!isEnabled || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isBusyElsewhere(event.target)) return;
      const isPress = event.key === " " || event.key === "Enter";
      if (isPress && event.target instanceof Element && event.target.closest("button, a, summary, input"))
        return;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isEnabled, actions]);
}
