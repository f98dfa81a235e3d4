/** The design of the ads world, and what its decisions set in /lab/ads. */
import { defineDesign } from "../design";
import type { DesignOf } from "../fields";
import { ADS_FIELDS } from "./fields";

export type AdsDesign = DesignOf<typeof ADS_FIELDS>;

const BASELINE: AdsDesign = {
  "latency-budget": 100,
  objective: "clicks",
  prediction: "order",
  label: "click",
  "join-window": 30,
  sampling: "all",
  split: "random",
  retriever: "targeting",
  encoding: "one-hot",
  ranker: "logistic-regression",
  calibration: "none",
  "offline-metric": "auc",
  experiment: "none",
  candidates: 500,
  pricing: "first-price",
  pacing: "none",
  updates: "daily",
  monitors: "none",
};

export const adsDesign = defineDesign(ADS_FIELDS, BASELINE, () => undefined);
