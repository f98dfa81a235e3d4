/**
 * What the decisions of a video design set in the lab, as the query of /lab/video. Choices that the lab has no
 * knob for (labels, splits, other rankers need another training run) are named, not silently dropped.
 */
import { type PartialVideoDesign, VIDEO_DECISIONS, type VideoDecision } from "./video";

type Params = Record<string, string | number>;

/** Sources that a retriever does without. */
const SOURCES_OFF: Record<NonNullable<PartialVideoDesign["retriever"]>, string[]> = {
  popularity: ["two-tower", "item-to-item", "fresh"],
  "item-to-item": ["two-tower"],
  "two-tower": [],
};

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
const SOURCE_SHARES = { "two-tower": 300, "item-to-item": 150, popularity: 100, fresh: 50 };
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
  if (design.ranker === "dcn-v2") shown.push("ranker");
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
