/** What is loaded when the video lab comes alive: the worker's client and the codec of the address. Import it dynamically. */

import type { VideoLive } from "@/components/lab/video/video-view";
import { DEFAULT_LAB_STATE, formatLabState, parseLabState } from "@/lib/pipeline/video/lab-state";
import { createPipelineClient, SHIPPED_MODELS_URL } from "@/lib/pipeline/workers/client";

export const live: VideoLive = {
  createPipelineClient,
  shippedModelsUrl: SHIPPED_MODELS_URL,
  defaults: DEFAULT_LAB_STATE,
  formatLabState,
  parseLabState,
};
