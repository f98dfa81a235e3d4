/** What is trained, in words. */

import { RANKER_LABELS } from "@/components/lab/video/knobs/ranker-words";
import { rankersOf } from "@/components/lab/video/training/runs";
import type { VideoLabView } from "@/components/lab/video/video-view";
import { RANKER_NAMES, type RankerName } from "@/lib/pipeline/video/names";
import type { TrainingPoint } from "@/lib/pipeline/video/trace";

export function describeModels({ training, card, state }: VideoLabView): string {
  const ranker = RANKER_LABELS[state.knobs.ranker];
  if (training.isRunning)
    return `A two-tower and a ranker (${ranker}) learn from the log in this browser. Cancel brings the shipped models back.`;
  if (training.isOwn)
    return `These models were trained here, with seed ${state.training.seed} and ${ranker} as the ranker. The same seed gives the same models.`;
  const seconds = RANKER_NAMES.reduce(
    (sum, name) => sum + (card.trainSeconds.rankers[name] ?? 0),
    card.trainSeconds.twoTower,
  );
  const rankers = rankersOf(card);
  return `The models that came with Shortlist: the same code, trained in ${seconds.toFixed(0)} s with seed ${card.trainingSeed}${rankers.length > 1 ? `, ${rankers.length} rankers one after the other` : ""}. Train your own to see that nothing is staged.`;
}

const LEARNT: Record<RankerName, string> = {
  "logistic-regression": "one weight for each feature",
  fm: "a weight for each feature, and vectors whose products stand for pairs of features",
  mlp: "layers of sums and thresholds over all features",
  "dcn-v2": "which features to multiply with which, beside layers of sums and thresholds",
};

/** What the steps of the moment change. */
export function describeLearning(point: TrainingPoint | undefined, ranker: RankerName): string {
  if (!point) return "The log is being read: who watched what, and what was shown and not clicked.";
  if (point.model === "two-tower")
    return "Being learnt: vectors in which what a viewer has watched lies nearer to the video that was watched next than to the others of the batch. The loss is the surprise at the right one.";
  return `Being learnt: ${LEARNT[ranker]}, so that click, watched share, like and hide of each shown video come out right. The loss is the surprise at what people did.`;
}

export const modelName = (model: string): string => (model === "two-tower" ? "Two-tower" : "Ranker");
