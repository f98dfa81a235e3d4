"use client";

import { AdsLabStore } from "@/components/lab/ads/ads-store";
import type { AdsLabStart } from "@/components/lab/ads/ads-view";
import { useLabStore } from "@/components/lab/core/use-lab";

const loadLive = () => import("@/components/lab/ads/live").then((module) => module.live);

/** The ads lab of a component. */
export const useAdsLab = (start: AdsLabStart) => useLabStore(() => new AdsLabStore(start, loadLive));
