/** The names of the ads pipeline as people read them. */

import type { PipelineWords } from "@/components/lab/core/words";
import type { AdAblation } from "@/lib/pipeline/ads/knobs";
import type {
  AdDropReason,
  AdModelName,
  AdSourceName,
  AdStepName,
  CalibrationName,
  CorrectionName,
  SliceName,
} from "@/lib/pipeline/ads/names";

export const AD_SOURCE_LABELS: Record<AdSourceName, string> = {
  targeting: "Targeting",
  "two-tower": "Two-tower",
};

/** Where each source looks. */
export const AD_SOURCE_HINTS: Record<AdSourceName, string> = {
  targeting: "rules of campaigns",
  "two-tower": "nearest vectors",
};

export const AD_DROP_LABELS: Record<AdDropReason, string> = {
  targeting: "not targeted at this request",
  flight: "out of flight",
  policy: "withheld by policy",
  budget: "out of budget",
  "frequency-cap": "shown often enough today",
  "below-rank-limit": "below the light ranker’s limit",
  "below-reserve": "below the reserve price",
  outbid: "outbid",
  "below-slate": "below the last place",
};

export const AD_MODEL_LABELS: Record<AdModelName, string> = {
  "base-rate": "Base rate",
  "logistic-regression": "Logistic regression",
  "logistic-regression-crosses": "Logistic regression with crosses",
  fm: "Factorization machine",
  mlp: "MLP",
  "dcn-v2": "DCN-v2",
};

/** Short, for the ends of lines and narrow tables. */
export const AD_MODEL_SHORT: Record<AdModelName, string> = {
  ...AD_MODEL_LABELS,
  "logistic-regression": "LR",
  "logistic-regression-crosses": "LR, crosses",
  fm: "FM",
};

/** What each can and cannot express, in a line. */
export const AD_MODEL_HINTS: Record<AdModelName, string> = {
  "base-rate": "The click rate of the training days for every ad: no order, and a calibration of its own",
  "logistic-regression": "A weighted sum of the columns: no pair of them can matter more than its parts",
  "logistic-regression-crosses": "Weights for pairs that people chose, such as site by category",
  fm: "Every pair of columns, by the product of their vectors; no triples, no thresholds",
  mlp: "Any curve of its inputs, but a product of two columns has to be approximated from data",
  "dcn-v2": "Multiplies columns with each other layer upon layer, beside an MLP for the rest",
};

export const CALIBRATION_LABELS: Record<CalibrationName, string> = {
  none: "None",
  platt: "Platt scaling",
  isotonic: "Isotonic regression",
};

/** Inside a sentence. */
export const CALIBRATION_WORDS: Record<CalibrationName, string> = {
  none: "not calibrated",
  platt: "Platt scaling",
  isotonic: "isotonic regression",
};

export const CALIBRATION_HINTS: Record<CalibrationName, string> = {
  none: "The prediction goes into the auction as it is",
  platt: "A slope and an intercept on the logit",
  isotonic: "Any rising steps; needs more rows",
};

export const CORRECTION_LABELS: Record<CorrectionName, string> = {
  none: "Not corrected",
  formula: "Formula at prediction",
  weights: "Weight 1/r in training",
};
/** At the ends of lines. */
export const CORRECTION_SHORT: Record<CorrectionName, string> = {
  none: "not corrected",
  formula: "formula",
  weights: "weights",
};

export const SLICE_LABELS: Record<SliceName, string> = {
  "advertiser-size": "Advertiser",
  slot: "Slot",
  "ad-age": "Age of the ad",
  device: "Device",
  "opted-out": "Personal data",
};

export const AD_PART_LABELS: Record<AdAblation, string> = {
  targeting: "Targeting",
  "two-tower": "Two-tower",
  filter: "Filter",
  "light-rank": "Light ranker",
  calibrate: "Calibration",
  quality: "Quality",
  pacing: "Pacing",
};

export const ADS_WORDS: PipelineWords<AdStepName, AdSourceName, AdDropReason> = {
  item: "ad",
  items: "ads",
  steps: {
    retrieve: {
      label: "Retrieve",
      purpose:
        "Targeting finds the campaigns whose rules admit this person, page and device; the two-tower adds the ads nearest to the request. Neither knows of the other.",
    },
    merge: {
      label: "Merge",
      purpose: "The lists become one; an ad that both brought stands in it once.",
    },
    filter: {
      label: "Filter",
      purpose:
        "What may not be shown goes before anything is spent on scoring it: campaigns out of flight or budget, ads that policy keeps from this person or page, campaigns that were shown often enough today.",
    },
    "light-rank": {
      label: "Light rank",
      purpose: "A cheap model scores every ad that is left, so that the good and slow one scores few.",
    },
    rank: { label: "Rank", purpose: "The chosen model predicts how likely a click is." },
    calibrate: {
      label: "Calibrate",
      purpose:
        "Thrown-away negatives are undone and the prediction is brought to what was observed: an auction multiplies it with money, so its size matters, not only its order.",
    },
    auction: {
      label: "Auction",
      purpose:
        "Bid times click probability is what an ad brings. The highest wins, and pays the least with which it would still have won.",
    },
  },
  sources: AD_SOURCE_LABELS,
  reasons: AD_DROP_LABELS,
};
