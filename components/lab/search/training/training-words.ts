/** What is trained, in words. */
import type { SearchLabView } from "@/components/lab/search/search-view";
import { describeRanker } from "@/components/lab/search/search-words";
import type { LearntRanker, SearchLabels } from "@/lib/pipeline/product-search/names";
import type { SearchTrainingPoint } from "@/lib/pipeline/product-search/trace";

/** Seconds that all of the shipped models took together. */
export function trainSecondsOf({ trainSeconds }: SearchLabView["card"]): number {
  return Object.values(trainSeconds.rankers).reduce((sum, one) => sum + one, trainSeconds.twoTower);
}

export function describeModels({ training, card, state }: SearchLabView): string {
  const { ranker, labels } = state.knobs;
  const name = describeRanker(ranker === "bm25" ? "lambdarank" : ranker, labels);
  if (training.isRunning)
    return `Two towers and a ranker (${name}) learn from the log in this browser. Cancel brings the shipped models back.`;
  if (training.isOwn)
    return `These models were trained here, with seed ${state.training.seed}: ${name}. The same seed gives the same models.`;
  const rankers = Object.keys(card.trainSeconds.rankers).length;
  return `The models that came with Shortlist: the same code, trained in ${trainSecondsOf(card).toFixed(0)} s with seed ${card.trainingSeed}, the towers and ${rankers} rankers one after the other. The curve is of the one that is shown first. Train your own to see that nothing is staged.`;
}

const LEARNT: Record<LearntRanker, string> = {
  linear: "one weight for each feature",
  lambdarank: "layers of sums and thresholds over the features",
  lambdamart: "trees, each correcting those before it",
};
const LABELS: Record<SearchLabels, string> = {
  grades: "products with higher grades stand above those with lower ones",
  clicks: "what was clicked stands above what was not",
  "clicks-ips":
    "what was clicked stands above what was not, each click weighted by the inverse chance of being seen",
};

/** What the steps of the moment change. */
export function describeLearning(
  point: SearchTrainingPoint | undefined,
  ranker: LearntRanker,
  labels: SearchLabels,
): string {
  if (!point) return "The log is being read: what was searched, what was shown, and what was clicked.";
  if (point.model === "two-tower")
    return "Being learnt: vectors of words, so that a query lies nearer to the product that was clicked than to the others of the batch. The loss is the surprise at the right one.";
  return `Being learnt: ${LEARNT[ranker]}, so that ${LABELS[labels]}. A pair counts by what swapping it would do to the NDCG.`;
}

export const modelName = (model: string): string => (model === "two-tower" ? "Two-tower" : "Ranker");
