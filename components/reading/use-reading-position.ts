"use client";

import { type RefObject, useEffect } from "react";
import { readingStore } from "@/components/reading/reading-store";
import type { Progress } from "@/lib/reading/reading";

/** A place counts when the text rests there: who flies past has not read. */
const RESTS_AFTER_MS = 700;
/** The last words of a text are rarely at the very bottom of a screen. */
const FINISHED_AT = 0.98;
/** A heading counts as reached in the upper part of the screen. */
const REACHED_AT = 0.6;

function positionIn(root: HTMLElement, path: string): Progress | null {
  const { top, height } = root.getBoundingClientRect();
  if (height === 0 || top > window.innerHeight) return null;
  const share = Math.min(1, Math.max(0, (window.innerHeight - top) / height));
  const line = window.innerHeight * REACHED_AT;
  const heading = [...root.querySelectorAll<HTMLElement>("h2[id], h3[id]")].findLast(
    (one) => one.getBoundingClientRect().top <= line,
  );
  return {
    path,
    anchor: heading?.id ?? "",
    heading: (heading?.textContent ?? "").trim().slice(0, 200),
    share,
    isFinished: share >= FINISHED_AT,
    updatedAt: new Date().toISOString(),
  };
}

/** Keeps how far the reader came. Begins with the reader's own hand: opening a page, or jumping into it, reads nothing. */
export function useReadingPosition(root: RefObject<HTMLElement | null>, path: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasMoved = false;
    const record = () => {
      const progress =
        root.current && document.visibilityState === "visible" && positionIn(root.current, path);
      if (progress) readingStore.recordProgress(progress);
    };
    const onScroll = () => {
      clearTimeout(timer);
      if (hasMoved) timer = setTimeout(record, RESTS_AFTER_MS);
    };
    const onMove = () => {
      hasMoved = true;
    };
    const moves = ["wheel", "touchmove", "keydown", "pointerdown"] as const;
    for (const move of moves) window.addEventListener(move, onMove, { passive: true });
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const move of moves) window.removeEventListener(move, onMove);
      window.removeEventListener("scroll", onScroll);
    };
  }, [root, path]);
}
