/** What the metrics of held-out queries say, in sentences made from their numbers. */
import { formatCount } from "@/components/lab/format";
import { signed } from "@/components/lab/search/results/product-words";
import type { MeasuredStage, SearchMetrics } from "@/lib/pipeline/product-search/measures";
import type { Interval } from "@/lib/pipeline/product-search/trace";

export const STAGE_LABELS: Record<MeasuredStage, string> = {
  bm25: "BM25",
  dense: "Two-tower",
  fused: "Fused",
  reranked: "Ranked",
  slate: "The page",
};

export const MEASURES = [
  { key: "ndcg10", label: "NDCG@10", about: "how good the first ten are, against the ideal ten" },
  { key: "mrr10", label: "MRR@10", about: "one over the place of the first good product" },
  { key: "recall100", label: "Recall@100", about: "share of the good products among the first hundred" },
] as const;
export type Measure = (typeof MEASURES)[number]["key"];

export type StageQuality = SearchMetrics["stages"][number];
/** All queries, the slices, and the queries that name their product by another word. */
export type Group = { id: string; label: string; queries: number; stages: readonly StageQuality[] };

export function groupsOf(metrics: SearchMetrics): Group[] {
  const { queries, stages, slices, synonymQueries } = metrics;
  return [
    { id: "all", label: "All", queries, stages },
    ...slices.map(({ slice, ...rest }) => ({
      id: slice,
      label: slice.charAt(0).toUpperCase() + slice.slice(1),
      ...rest,
    })),
    { id: "synonyms", label: "Other words", ...synonymQueries },
  ].filter((group) => group.queries > 0);
}

export const formatInterval = ({ mean, low, high }: Interval): string =>
  `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;

/** The gain over BM25, and where it is largest. */
export function describeGain(metrics: SearchMetrics): string {
  const { gain, queries } = metrics;
  const isSure = gain.low > 0 || gain.high < 0;
  const first = `Over ${formatCount(queries)} held-out queries, ranking changes NDCG@10 by ${signed(gain.mean, 3)} against BM25 (95 % interval ${signed(gain.low, 3)} to ${signed(gain.high, 3)})${isSure ? "" : ", which may be chance"}.`;
  const gains = groupsOf(metrics)
    .slice(1)
    .map(({ label, stages }) => {
      const mean = (stage: MeasuredStage) => stages.find((one) => one.stage === stage)?.ndcg10.mean ?? 0;
      return { label, gain: mean("reranked") - mean("bm25") };
    });
  const most = gains.toSorted((a, b) => b.gain - a.gain)[0];
  return most ? `${first} It gains most on: ${most.label.toLowerCase()}, ${signed(most.gain, 3)}.` : first;
}
