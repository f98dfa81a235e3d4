/** What a question about a search may speak of, what it runs, and the pieces that several questions share. */
import {
  type AnswerForm,
  type Bar,
  type Direction,
  directionOf,
  type Outcome,
  type Question,
  saidOf,
} from "@/components/lab/core/predict/question";
import type { SearchKnobs } from "@/lib/pipeline/product-search/knobs";
import type { SearchEffect, SearchTrace } from "@/lib/pipeline/product-search/trace";

export type SearchSituation = {
  trace: SearchTrace;
  knobs: SearchKnobs;
  /** Only one learnt ranker is there: the visitor's own. */
  hasOwnModels: boolean;
};
/** Other knobs for this search, in order. */
export type SearchTrial = readonly { id: string; knobs: SearchKnobs }[];
export type SearchTrialResult = { base: SearchEffect; effects: readonly SearchEffect[] };
export type SearchQuestion = Question<SearchSituation, SearchTrial, SearchTrialResult>;

/** Only queries of the world have grades that can go up or down. */
export const hasTruth = ({ trace }: SearchSituation): boolean => trace.query !== null;

export const staysForm = ({ trace: { slate } }: SearchSituation): AnswerForm => ({
  kind: "count",
  max: slate.length,
  unit: `of ${slate.length} stay`,
});

export const qualityOf = ({ ndcg10 }: SearchEffect): number => ndcg10 ?? 0;

/** First variant of a trial; a trial without one is a fault of the question. */
export function firstEffect({ effects }: SearchTrialResult): SearchEffect {
  const [effect] = effects;
  if (!effect) throw new Error("The trial came back without its variant.");
  return effect;
}

/** The true NDCG@10 before and after, in a sentence; diversity instead where there is no truth. */
export function qualitySentence(base: SearchEffect, effect: SearchEffect): string {
  if (base.ndcg10 === null || effect.ndcg10 === null)
    return `The page’s diversity goes from ${base.diversity.toFixed(2)} to ${effect.diversity.toFixed(2)}; how good it is nobody knows, since the text is your own.`;
  const direction = directionOf(base.ndcg10, effect.ndcg10);
  const verb = direction === "same" ? "stays at about" : direction === "up" ? "rises to" : "falls to";
  return `The true NDCG@10 of the page ${verb} ${effect.ndcg10.toFixed(2)}, from ${base.ndcg10.toFixed(2)}.`;
}

/** "How many stay" questions end alike; `why` is the sentence of their own. */
export function staysOutcome(result: SearchTrialResult, why: string): Outcome {
  const effect = firstEffect(result);
  const fresh = effect.slate.length - effect.kept;
  return {
    truth: { kind: "count", value: effect.kept },
    said: `${effect.kept} of ${result.base.slate.length} stay`,
    bars: [
      { label: "Stay", value: effect.kept, valueLabel: `${effect.kept} of ${result.base.slate.length}` },
      { label: "Are new", value: fresh, valueLabel: `${fresh} of ${effect.slate.length}` },
    ],
    why: [why, qualitySentence(result.base, effect)],
  };
}

const qualityBars = (base: SearchEffect, effect: SearchEffect): Bar[] => [
  { label: "As it is", value: qualityOf(base), valueLabel: `NDCG@10 ${qualityOf(base).toFixed(2)}` },
  { label: "Changed", value: qualityOf(effect), valueLabel: `NDCG@10 ${qualityOf(effect).toFixed(2)}` },
];

/** "Up or down" questions of the true NDCG@10 end alike. */
export function directionOutcome(result: SearchTrialResult, why: (direction: Direction) => string): Outcome {
  const effect = firstEffect(result);
  const direction = directionOf(qualityOf(result.base), qualityOf(effect));
  return {
    truth: { kind: "choice", right: [direction], near: [] },
    said: saidOf(direction),
    bars: qualityBars(result.base, effect),
    why: [qualitySentence(result.base, effect), why(direction)],
  };
}

/** Questions about a number of the page: sellers, listings shown twice. */
export function countOutcome(
  result: SearchTrialResult,
  of: (effect: SearchEffect) => number,
  unit: string,
  why: string,
): Outcome {
  const effect = firstEffect(result);
  const [before, after] = [of(result.base), of(effect)];
  return {
    truth: { kind: "count", value: after },
    said: `${after} ${unit}, ${before} before`,
    bars: [
      { label: "As it is", value: before, valueLabel: `${before} ${unit}` },
      { label: "Changed", value: after, valueLabel: `${after} ${unit}` },
    ],
    why: [why, qualitySentence(result.base, effect)],
  };
}
