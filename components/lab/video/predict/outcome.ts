/** Pieces that several questions share: counts that stay, directions of the expected watches, their words and bars. */

import {
  type AnswerForm,
  type Bar,
  type Direction,
  directionOf,
  type Outcome,
  saidOf,
} from "@/components/lab/core/predict/question";
import { formatMilliseconds } from "@/components/lab/format";
import type { Situation, TrialResult } from "@/components/lab/video/predict/question";
import type { SlateEffect } from "@/lib/pipeline/video/trace";

export const staysForm = ({ recommendation }: Situation): AnswerForm => ({
  kind: "count",
  max: recommendation.slate.length,
  unit: `of ${recommendation.slate.length} stay`,
});

/** Only the simulator's own viewers have a truth that can go up or down. */
export const hasTruth = ({ audience }: Situation): boolean => audience.kind === "user";

export const watchesOf = ({ expectedWatch }: SlateEffect): number => expectedWatch ?? 0;

/** The expected watches before and after, in a sentence; diversity instead where there is no truth. */
export function watchSentence(base: SlateEffect, effect: SlateEffect): string {
  if (base.expectedWatch === null || effect.expectedWatch === null)
    return `The slate’s diversity goes from ${base.diversity.toFixed(2)} to ${effect.diversity.toFixed(2)}; what this visitor would watch is unknown, since the history was edited.`;
  const [before, after] = [base.expectedWatch, effect.expectedWatch];
  const direction = directionOf(before, after);
  const verb = direction === "same" ? "stays at about" : direction === "up" ? "rises to" : "falls to";
  return `What the simulator expects to be watched ${verb} ${after.toFixed(2)} a slate, from ${before.toFixed(2)}.`;
}

export const watchBars = (base: SlateEffect, effect: SlateEffect): Bar[] => [
  { label: "As it is", value: watchesOf(base), valueLabel: `${watchesOf(base).toFixed(2)} watches` },
  { label: "Changed", value: watchesOf(effect), valueLabel: `${watchesOf(effect).toFixed(2)} watches` },
];

export const staysBars = (base: SlateEffect, effect: SlateEffect): Bar[] => [
  { label: "Stay", value: effect.kept, valueLabel: `${effect.kept} of ${base.slate.length}` },
  {
    label: "Are new",
    value: effect.slate.length - effect.kept,
    valueLabel: `${effect.slate.length - effect.kept} of ${effect.slate.length}`,
  },
];

/** First variant of a trial; a trial without one is a fault of the question. */
export function firstEffect({ effects }: TrialResult): SlateEffect {
  const [effect] = effects;
  if (!effect) throw new Error("The trial came back without its variant.");
  return effect;
}

/** "How many stay" questions end alike; `why` is the sentence of their own. */
export function staysOutcome(result: TrialResult, why: string): Outcome {
  const effect = firstEffect(result);
  return {
    truth: { kind: "count", value: effect.kept },
    said: `${effect.kept} of ${result.base.slate.length} stay`,
    bars: staysBars(result.base, effect),
    why: [why, watchSentence(result.base, effect)],
  };
}

/** "Up or down" questions of the expected watches end alike. */
export function directionOutcome(result: TrialResult, why: (direction: Direction) => string): Outcome {
  const effect = firstEffect(result);
  const direction = directionOf(watchesOf(result.base), watchesOf(effect));
  return {
    truth: { kind: "choice", right: [direction], near: [] },
    said: saidOf(direction),
    bars: watchBars(result.base, effect),
    why: [watchSentence(result.base, effect), why(direction)],
  };
}

export const timeBars = (base: SlateEffect, effect: SlateEffect): Bar[] => [
  { label: "Time as it is", value: base.milliseconds, valueLabel: formatMilliseconds(base.milliseconds) },
  { label: "Time changed", value: effect.milliseconds, valueLabel: formatMilliseconds(effect.milliseconds) },
];
