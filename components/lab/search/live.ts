/** What is loaded when the search lab comes alive: the worker's client and the codec of the address. Import it dynamically. */
import type { SearchLive } from "@/components/lab/search/search-view";
import { searchLabCodec } from "@/lib/pipeline/product-search/lab-state";
import { createPipelineClient, SHIPPED_SEARCH_MODELS_URL } from "@/lib/pipeline/workers/client";

export const live: SearchLive = {
  createPipelineClient,
  shippedModelsUrl: SHIPPED_SEARCH_MODELS_URL,
  ...searchLabCodec,
};
