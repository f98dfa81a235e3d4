"use client";

import { type Task, useTask } from "@/components/lab/use-task";
import { doublings } from "@/components/lab/video/latency/index-words";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { IndexMeasurement } from "@/lib/pipeline/workers/bench-schemas";

/** Enough for a median; the 95th percentile is then the third slowest. */
export const QUERIES = 60;
const MOST_PROBES = 512;
const FAILED = "The measurement stopped unexpectedly. Press Measure on this machine to try again.";

export type MeasureInput = { k: number; lists: number };

/** Groups the index into the lab's lists, then times searches with 1, 2, 4, … of them and the exact scan. */
export function useIndexMeasurement(lab: VideoLabStore): Task<MeasureInput, IndexMeasurement> {
  return useTask<MeasureInput, IndexMeasurement>(async ({ k, lists }, options) => {
    const prepared = await lab.ask("prepare-lists", { lists }, options);
    const probes = doublings(Math.min(prepared.lists, MOST_PROBES));
    return lab.ask("measure-index", { queries: QUERIES, k, probes }, options);
  }, FAILED);
}
