/** What is loaded when the ads lab comes alive: the worker's client and the codec of the address. Import it dynamically. */
import type { AdsLive } from "@/components/lab/ads/ads-view";
import { adLabCodec } from "@/lib/pipeline/ads/lab-state";
import { createPipelineClient, SHIPPED_AD_MODELS_URL } from "@/lib/pipeline/workers/client";

export const live: AdsLive = { createPipelineClient, shippedModelsUrl: SHIPPED_AD_MODELS_URL, ...adLabCodec };
