/** The design of the search world, and what its decisions set in /lab/search. */
import { defineDesign } from "../design";
import type { DesignOf } from "../fields";
import { SEARCH_FIELDS } from "./fields";

export type SearchDesign = DesignOf<typeof SEARCH_FIELDS>;

const BASELINE: SearchDesign = {
  "latency-budget": 300,
  objective: "clicks",
  label: "clicks",
  split: "random",
  "query-understanding": "none",
  retriever: "bm25",
  loss: "pointwise",
  ranker: "bm25",
  rerank: "none",
  "offline-metric": "click-rate",
  experiment: "none",
  candidates: 200,
  index: "exact",
  monitors: "none",
};

export const searchDesign = defineDesign(SEARCH_FIELDS, BASELINE, () => undefined);
