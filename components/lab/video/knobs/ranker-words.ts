import type { RankerName } from "@/lib/pipeline/video/names";

export const RANKER_LABELS: Record<RankerName, string> = {
  "logistic-regression": "Logistic regression",
  fm: "Factorization machine",
  mlp: "MLP",
  "dcn-v2": "DCN-v2",
};

/** What each can and cannot express, in a line. */
export const RANKER_HINTS: Record<RankerName, string> = {
  "logistic-regression": "A weighted sum of features: no pair of features can matter more than its parts",
  fm: "Adds every pair of features, by the product of their vectors; no triples, no thresholds",
  mlp: "Any curve of its inputs, but a product of two features has to be approximated from data",
  "dcn-v2": "Multiplies features with each other layer upon layer, beside an MLP for the rest",
};
