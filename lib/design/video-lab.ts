/**
 * What the decisions of a video design set in the lab, as the query of /lab/video. Choices that the lab has no
 * knob for (labels, negatives and splits need another training run) are named, not silently dropped.
 */
import { type PartialVideoDesign, VIDEO_DECISIONS, type VideoDecision } from "./video";

type Params = Record<string, string | number>;

/** Sources that a retriever does without. Who chose no more than popularity has no other source at all. */
const SOURCES_OFF: Record<NonNullable<PartialVideoDesign["retriever"]>, string[]> = {
  popularity: ["two-tower", "item-to-item", "subscriptions", "fresh", "exploration"],
  "item-to-item": ["two-tower"],
  "two-tower": [],
};

const RANKERS: Record<NonNullable<PartialVideoDesign["ranker"]>, string> = {
  "logistic-regression": "logistic-regression",
  "factorization-machine": "fm",
  mlp: "mlp",
  "dcn-v2": "dcn-v2",
};
const INDEXES: Record<NonNullable<PartialVideoDesign["index"]>, string> = {
  exact: "exact",
  approximate: "lists",
};
/** The lab's own choices: not written, so that the address stays short. */
const LAB_DEFAULTS = { ranker: "dcn-v2", index: "exact" };

const STEPS_OFF: Record<NonNullable<PartialVideoDesign["rerank"]>, string[]> = {
  none: ["rules", "diversify"],
  rules: ["diversify"],
  mmr: [],
  dpp: [],
};

/** Head weights that follow from the objective; the lab's own are a satisfied watch. */
const WEIGHTS: Partial<Record<NonNullable<PartialVideoDesign["objective"]>, Params>> = {
  clicks: { click: 1, watch: 0, like: 0, hide: 0 },
  "watch-time": { click: 0, watch: 1, like: 0, hide: 0 },
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

function candidateCounts(total: number): Params {
  const sum = Object.values(SOURCE_SHARES).reduce((a, b) => a + b, 0);
  return Object.fromEntries(
    Object.entries(SOURCE_SHARES).map(([source, share]) => [
      source,
      Math.min(MOST_PER_SOURCE, Math.round((total * share) / sum)),
    ]),
  );
}

export type DesignInLab = {
  /** Query string of the lab; empty when nothing that was decided differs from the lab's own state. */
  query: string;
  shown: VideoDecision[];
  /** Decided, but without a knob. */
  notShown: VideoDecision[];
};

export function designInLab(design: PartialVideoDesign): DesignInLab {
  const { retriever, rerank, objective, candidates } = design;
  const params: Params = {};
  const shown: VideoDecision[] = [];
  if (candidates !== undefined) {
    Object.assign(params, candidateCounts(candidates));
    shown.push("candidates");
  }
  const weights = objective && WEIGHTS[objective];
  if (weights || objective === "satisfied-watch") {
    Object.assign(params, weights);
    shown.push("objective");
  }
  if (retriever) shown.push("retriever");
  if (rerank) {
    if (rerank === "mmr" || rerank === "dpp") params.diversify = rerank;
    shown.push("rerank");
  }
  if (design.ranker) {
    const ranker = RANKERS[design.ranker];
    if (ranker !== LAB_DEFAULTS.ranker) params.ranker = ranker;
    shown.push("ranker");
  }
  if (design.index) {
    const index = INDEXES[design.index];
    if (index !== LAB_DEFAULTS.index) params.index = index;
    shown.push("index");
  }
  const off = [...(retriever ? SOURCES_OFF[retriever] : []), ...(rerank ? STEPS_OFF[rerank] : [])];
  if (off.length > 0) params.off = off.join(",");
  return {
    query: Object.entries(params)
      .map(([name, value]) => `${name}=${value}`)
      .join("&"),
    shown,
    notShown: VIDEO_DECISIONS.filter((field) => design[field] !== undefined && !shown.includes(field)),
  };
}
