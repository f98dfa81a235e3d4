"use client";

import { type RefObject, useEffect, useState } from "react";

/** A selection is looked at once it rests. */
const RESTS_AFTER_MS = 200;

/** The range that is selected inside the text, if any. */
function selectedRange(root: HTMLElement | null): Range | null {
  const selection = document.getSelection();
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const isText = root.contains(range.commonAncestorContainer) && selection.toString().trim() !== "";
  return isText ? range : null;
}

export function useSelectedRange(root: RefObject<HTMLElement | null>): Range | null {
  const [range, setRange] = useState<Range | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setRange(selectedRange(root.current)), RESTS_AFTER_MS);
    };
    document.addEventListener("selectionchange", onChange);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", onChange);
    };
  }, [root]);
  return range;
}
