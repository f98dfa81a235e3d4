/**
 * The words of the ads pipeline: where candidates come from, the ladder of models, the steps of one request, and why an
 * ad is no longer there after a step. One list each, read by the knobs, the trace, the worker's calls and the lab.
 */

/** Inverted index of targeting rules; nearest ads to the request in a learnt space. */
export const AD_SOURCE_NAMES = ["targeting", "two-tower"] as const;
export type AdSourceName = (typeof AD_SOURCE_NAMES)[number];

/** From the simplest to the richest. `base-rate` predicts the click rate of the training data for everything. */
export const AD_MODEL_NAMES = [
  "base-rate",
  "logistic-regression",
  "logistic-regression-crosses",
  "fm",
  "mlp",
  "dcn-v2",
] as const;
export type AdModelName = (typeof AD_MODEL_NAMES)[number];

/** Those that learn more than one number. */
export const TRAINED_AD_MODEL_NAMES = [
  "logistic-regression",
  "logistic-regression-crosses",
  "fm",
  "mlp",
  "dcn-v2",
] as const;
export type TrainedAdModelName = (typeof TRAINED_AD_MODEL_NAMES)[number];

export const AD_STEP_NAMES = [
  "retrieve",
  "merge",
  "filter",
  "light-rank",
  "rank",
  "calibrate",
  "auction",
] as const;
export type AdStepName = (typeof AD_STEP_NAMES)[number];

export const AD_DROP_REASONS = [
  "targeting",
  "flight",
  "policy",
  "budget",
  "frequency-cap",
  "below-rank-limit",
  "below-reserve",
  "outbid",
  "below-slate",
] as const;
export type AdDropReason = (typeof AD_DROP_REASONS)[number];

export const CALIBRATION_NAMES = ["none", "platt", "isotonic"] as const;
export type CalibrationName = (typeof CALIBRATION_NAMES)[number];

/** What is done about thrown-away negatives: nothing, the formula at prediction, or a weight of 1/r while training. */
export const CORRECTION_NAMES = ["none", "formula", "weights"] as const;
export type CorrectionName = (typeof CORRECTION_NAMES)[number];

/** Groups of rows in which calibration can go wrong unseen. */
export const SLICE_NAMES = ["advertiser-size", "slot", "ad-age", "device", "opted-out"] as const;
export type SliceName = (typeof SLICE_NAMES)[number];

/** What a request can be asked from, by the names of lib/worlds/ads (DEVICES and SLOTS), without its word lists. */
export const AD_DEVICE_NAMES = ["phone", "tablet", "desktop", "television"] as const;
export const AD_SLOT_NAMES = ["feed", "side"] as const;

/** Where the models that ship with the app lie. */
export const SHIPPED_AD_MODELS_URL = "/models/ads/v1/";
