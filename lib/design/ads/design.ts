/**
 * The design of the ads world, and what its decisions set in /lab/ads. Choices that need another training run or have
 * no knob (labels, window, split, prices) are named, not silently dropped.
 */
import { defineDesign } from "../design";
import type { DesignOf } from "../fields";
import { ADS_FIELDS } from "./fields";

export type AdsDesign = DesignOf<typeof ADS_FIELDS>;

/** The lab's own choices are not written, so that the address stays short. */
const RANKERS: Record<AdsDesign["ranker"], string | undefined> = {
  "base-rate": "base-rate",
  "logistic-regression": "logistic-regression",
  "factorization-machine": "fm",
  mlp: "mlp",
  "dcn-v2": undefined,
};
const CALIBRATIONS: Record<AdsDesign["calibration"], string | undefined> = {
  none: "none",
  platt: undefined,
  isotonic: "isotonic",
};
/** The shipped models learnt from a share of the negatives; what the lab can do without is the correction. */
const CORRECTIONS: Partial<Record<AdsDesign["sampling"], { correction?: string }>> = {
  "down-sampled": { correction: "off" },
  corrected: {},
};
/** Bounds of the lab's light ranker. */
const LEAST_RANKED = 10;
const MOST_RANKED = 1_000;

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

export const adsDesign = defineDesign(ADS_FIELDS, BASELINE, (design, lab) => {
  const { candidates, retriever, ranker, calibration, sampling, pacing } = design;
  if (candidates !== undefined)
    lab.show("candidates", { "light-limit": Math.min(MOST_RANKED, Math.max(LEAST_RANKED, candidates)) });
  if (retriever) {
    lab.show("retriever");
    lab.off(retriever === "targeting" ? ["two-tower"] : []);
  }
  if (ranker) lab.show("ranker", { ranker: RANKERS[ranker] });
  if (calibration) lab.show("calibration", { calibration: CALIBRATIONS[calibration] });
  const correction = sampling && CORRECTIONS[sampling];
  if (correction) lab.show("sampling", correction);
  if (pacing) lab.show("pacing", { pacing: pacing === "none" ? "off" : undefined });
});
