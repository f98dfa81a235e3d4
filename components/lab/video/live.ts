/** What is loaded when a lab comes alive: the worker's client and the schemas of the state. Import it dynamically. */

import { DEFAULT_LAB_STATE, formatLabState, parseLabState } from "@/lib/pipeline/video/lab-state";
import { createPipelineClient, SHIPPED_MODELS_URL } from "@/lib/pipeline/workers/client";

export const live = {
  createPipelineClient,
  shippedModelsUrl: SHIPPED_MODELS_URL,
  defaults: DEFAULT_LAB_STATE,
  formatLabState,
  parseLabState,
};
export type Live = typeof live;
