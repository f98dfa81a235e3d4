"use client";

import { useEffect } from "react";
import { type Task, useTask } from "@/components/lab/use-task";
import type { Variant, VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";
import type { SlateEffect } from "@/lib/pipeline/video/trace";

/** Long enough that a dragged knob is answered first. */
const PAUSE_MS = 400;

type Comparison = { key: string; effects: readonly SlateEffect[] };

/** All that the answer depends on. */
const keyOf = ({ state }: VideoLabView) => JSON.stringify({ ...state, open: null });

/**
 * Compares the present request with `variants`, again after each change while `isWanted`. A run under way is given up
 * when a knob moves, so that the slate never waits for it.
 */
export function useComparison(
  lab: VideoLabStore,
  view: VideoLabView,
  variants: readonly Variant[],
  isWanted: boolean,
): { task: Task<string, Comparison>; isCurrent: boolean } {
  const key = keyOf(view);
  const task = useTask<string, Comparison>(
    async (asked, { signal }) => ({ key: asked, effects: await lab.compare(variants, signal) }),
    "The comparison could not be made. Change a knob to try again.",
  );
  const { start, cancel } = task;
  const isLive = view.phase === "live";
  const isCurrent = task.result?.key === key;
  useEffect(() => {
    if (!isWanted || !isLive || isCurrent) return;
    const timer = setTimeout(() => start(key), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [isWanted, isLive, isCurrent, key, start, cancel]);
  return { task, isCurrent };
}
