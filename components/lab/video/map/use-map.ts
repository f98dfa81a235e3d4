"use client";

import { useEffect, useRef } from "react";
import { type Task, useTask } from "@/components/lab/use-task";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";
import type { Recommendation, SliceOfMap } from "@/lib/pipeline/video/trace";

const SAMPLE = 1_500;
/** Changes of a dragged knob within this time are drawn once. */
const DEBOUNCE_MILLISECONDS = 250;
const FAILED = "The map could not be drawn. Press Draw the map to try again.";

export type DrawnMap = { map: SliceOfMap; recommendation: Recommendation };

/** The map of the request that is shown: drawn anew with each new slate while somebody looks at it. */
export function useMap(lab: VideoLabStore, view: VideoLabView, isOnScreen: boolean): Task<void, DrawnMap> {
  const { phase, recommendation } = view;
  const task = useTask<void, DrawnMap>(async (_, options) => {
    const params = { audience: lab.audience(), knobs: recommendation.knobs, sample: SAMPLE };
    return { map: await lab.ask("map", params, options), recommendation };
  }, FAILED);
  const asked = useRef<Recommendation | null>(null);
  const { start } = task;
  useEffect(() => {
    if (!isOnScreen || phase !== "live" || asked.current === recommendation) return;
    const timer = setTimeout(() => {
      asked.current = recommendation;
      start();
    }, DEBOUNCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isOnScreen, phase, recommendation, start]);
  return task;
}
