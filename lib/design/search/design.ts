/** The design of the search world, and what its decisions set in /lab/search. */
import { defineDesign, type LabParams } from "../design";
import type { DesignOf } from "../fields";
import { SEARCH_FIELDS } from "./fields";

export type SearchDesign = DesignOf<typeof SEARCH_FIELDS>;

/** The lab's own choices are not written, so that the address stays short. */
const UNDERSTANDING: Record<SearchDesign["query-understanding"], LabParams> = {
  none: { spelling: "off", synonyms: "off" },
  spelling: { synonyms: "off" },
  "spelling-and-synonyms": {},
};
const RANKERS: Record<SearchDesign["ranker"], LabParams> = {
  bm25: { ranker: "bm25" },
  linear: { ranker: "linear" },
  lambdarank: {},
  lambdamart: { ranker: "lambdamart" },
};
/** No ranker of the lab learns from purchases. */
const LABELS: Record<SearchDesign["label"], LabParams | null> = {
  grades: {},
  clicks: { labels: "clicks" },
  "clicks-ips": { labels: "clicks-ips" },
  purchases: null,
};
/** Sources that a retriever does without. */
const SOURCES_OFF: Record<SearchDesign["retriever"], readonly string[]> = {
  bm25: ["two-tower"],
  dense: ["bm25"],
  hybrid: [],
};
const STEPS_OFF: Record<SearchDesign["rerank"], readonly string[]> = {
  none: ["rules", "diversify"],
  rules: ["diversify"],
  "rules-and-diversity": [],
};
const MOST_PER_SOURCE = 1000;

/** All from the one source that is asked, or half from each. */
function candidateCounts(total: number, retriever: SearchDesign["retriever"]): LabParams {
  const count = Math.min(MOST_PER_SOURCE, Math.round(retriever === "hybrid" ? total / 2 : total));
  return {
    ...(retriever !== "dense" && { bm25: count }),
    ...(retriever !== "bm25" && { "two-tower": count }),
  };
}

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

export const searchDesign = defineDesign(SEARCH_FIELDS, BASELINE, (design, lab) => {
  const { label, retriever, ranker, rerank, candidates } = design;
  const understanding = design["query-understanding"];
  if (candidates !== undefined) lab.show("candidates", candidateCounts(candidates, retriever ?? "hybrid"));
  if (understanding) lab.show("query-understanding", UNDERSTANDING[understanding]);
  if (retriever) {
    lab.show("retriever");
    lab.off(SOURCES_OFF[retriever]);
  }
  if (ranker) lab.show("ranker", RANKERS[ranker]);
  const labels = label && LABELS[label];
  if (labels) lab.show("label", labels);
  if (rerank) {
    lab.show("rerank");
    lab.off(STEPS_OFF[rerank]);
  }
});
