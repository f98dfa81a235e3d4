/**
 * The design of the video world, and what its decisions set in /lab/video. Choices that the lab has no knob for
 * (labels, negatives and splits need another training run) are named, not silently dropped.
 */
import { defineDesign, type LabParams } from "../design";
import type { DesignOf } from "../fields";
import { VIDEO_FIELDS } from "./fields";

export type VideoDesign = DesignOf<typeof VIDEO_FIELDS>;

/** Sources that a retriever does without. Who chose no more than popularity has no other source at all. */
const SOURCES_OFF: Record<VideoDesign["retriever"], readonly string[]> = {
  popularity: ["two-tower", "item-to-item", "subscriptions", "fresh", "exploration"],
  "item-to-item": ["two-tower"],
  "two-tower": [],
};

/** The lab's own choices are not written, so that the address stays short. */
const RANKERS: Record<VideoDesign["ranker"], string | undefined> = {
  "logistic-regression": "logistic-regression",
  "factorization-machine": "fm",
  mlp: "mlp",
  "dcn-v2": undefined,
};
const INDEXES: Record<VideoDesign["index"], string | undefined> = { exact: undefined, approximate: "lists" };
const DIVERSIFIERS: Record<VideoDesign["rerank"], string | undefined> = {
  none: undefined,
  rules: undefined,
  mmr: "mmr",
  dpp: "dpp",
};
const STEPS_OFF: Record<VideoDesign["rerank"], readonly string[]> = {
  none: ["rules", "diversify"],
  rules: ["diversify"],
  mmr: [],
  dpp: [],
};

/** Head weights that follow from the objective; the lab's own are a satisfied watch. Nothing in the lab stands for retention. */
const WEIGHTS: Record<VideoDesign["objective"], LabParams | null> = {
  clicks: { click: 1, watch: 0, like: 0, hide: 0 },
  "watch-time": { click: 0, watch: 1, like: 0, hide: 0 },
  "satisfied-watch": {},
  retention: null,
};

/** How the lab shares candidates among its sources. */
const SOURCE_SHARES = {
  "two-tower": 300,
  "item-to-item": 120,
  subscriptions: 60,
  fresh: 60,
  popularity: 60,
  exploration: 20,
};
const MOST_PER_SOURCE = 1000;

function candidateCounts(total: number): LabParams {
  const sum = Object.values(SOURCE_SHARES).reduce((a, b) => a + b, 0);
  return Object.fromEntries(
    Object.entries(SOURCE_SHARES).map(([source, share]) => [
      source,
      Math.min(MOST_PER_SOURCE, Math.round((total * share) / sum)),
    ]),
  );
}

const BASELINE: VideoDesign = {
  objective: "clicks",
  label: "click",
  negatives: "impressions",
  split: "random",
  retriever: "popularity",
  index: "exact",
  ranker: "logistic-regression",
  rerank: "none",
  "offline-metric": "auc",
  experiment: "none",
  monitors: "none",
  candidates: 200,
  "latency-budget": 200,
};

export const videoDesign = defineDesign(VIDEO_FIELDS, BASELINE, (design, lab) => {
  const { candidates, objective, retriever, rerank, ranker, index } = design;
  if (candidates !== undefined) lab.show("candidates", candidateCounts(candidates));
  const weights = objective && WEIGHTS[objective];
  if (weights) lab.show("objective", weights);
  if (retriever) {
    lab.show("retriever");
    lab.off(SOURCES_OFF[retriever]);
  }
  if (rerank) {
    lab.show("rerank", { diversify: DIVERSIFIERS[rerank] });
    lab.off(STEPS_OFF[rerank]);
  }
  if (ranker) lab.show("ranker", { ranker: RANKERS[ranker] });
  if (index) lab.show("index", { index: INDEXES[index] });
});
