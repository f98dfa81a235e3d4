"use client";

import { useLabStore } from "@/components/lab/core/use-lab";
import { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabStart } from "@/components/lab/video/video-view";

const loadLive = () => import("@/components/lab/video/live").then((module) => module.live);

/** The video lab of a component. `items`: run over so many videos, where the stored run has more. */
export function useVideoLab(start: VideoLabStart, items?: number) {
  return useLabStore(() => {
    const made = new VideoLabStore(start, loadLive);
    if (items !== undefined) made.startWith({ items }, "items");
    return made;
  });
}

const SMALL_DEVICE_ITEMS = 100_000;

export function startSmall(lab: VideoLabStore): void {
  lab.startWith(
    { items: SMALL_DEVICE_ITEMS },
    "items",
    "This device starts with 100,000 of the 1,000,000 videos; Catalogue changes that.",
  );
}
