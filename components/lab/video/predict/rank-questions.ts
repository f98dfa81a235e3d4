/** Questions about the ranker, its heads and the filter before it. */

import { describeDrops } from "@/components/lab/core/funnel/funnel-stages";
import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { DIRECTIONS } from "@/components/lab/core/predict/question";
import { formatCount, formatMany } from "@/components/lab/format";
import { RANKER_LABELS } from "@/components/lab/video/knobs/ranker-words";
import {
  directionOutcome,
  firstEffect,
  hasTruth,
  staysForm,
  staysOutcome,
} from "@/components/lab/video/predict/outcome";
import type { Question, Situation } from "@/components/lab/video/predict/question";
import { VIDEO_WORDS } from "@/components/lab/video/words";
import type { StepName } from "@/lib/pipeline/video/names";

const step = ({ recommendation }: Situation, name: StepName) =>
  recommendation.steps.find((one) => one.step === name);
const isRanking = ({ knobs }: Situation) => isOn(knobs, "ranker");

const rankerOff: Question = {
  id: "ranker-off",
  topic: "Without a ranker",
  isFor: isRanking,
  ask: ({ recommendation }) => `Switch the ranker off. How many of the ${recommendation.slate.length} stay?`,
  form: staysForm,
  trial: ({ knobs }) => ({ variants: [{ id: "ranker-off", knobs: withPart(knobs, "ranker", false) }] }),
  reveal: (situation, result) =>
    staysOutcome(
      result,
      `Without predictions ${formatCount(step(situation, "rank")?.itemsIn ?? 0)} candidates keep the order of their sources, in which a video that several sources bring stands high.`,
    ),
};

const clicksOnly: Question = {
  id: "clicks-only",
  topic: "Only clicks count",
  isFor: (situation) =>
    hasTruth(situation) &&
    isRanking(situation) &&
    (situation.knobs.headWeights.watch > 0 || situation.knobs.headWeights.like > 0),
  ask: () => "Rank by predicted clicks alone. Do the expected watches of the slate go up or down?",
  form: () => DIRECTIONS,
  trial: ({ knobs }) => ({
    variants: [
      { id: "clicks-only", knobs: { ...knobs, headWeights: { click: 1, watch: 0, like: 0, hide: 0 } } },
    ],
  }),
  reveal(_situation, result) {
    const { kept, slate } = firstEffect(result);
    const replaced = slate.length - kept;
    return directionOutcome(result, (direction) =>
      direction === "down"
        ? `${formatMany(replaced, "video")} gave way to others that are clicked more and watched less: a click does not say how long somebody stays.`
        : `${formatMany(replaced, "video")} changed, and for this viewer those with many clicks are also watched: the watch and like heads had little to add here.`,
    );
  },
};

const simplestRanker: Question = {
  id: "simplest-ranker",
  topic: "The simplest ranker",
  isFor: (situation) =>
    isRanking(situation) && !situation.hasOwnModels && situation.knobs.ranker !== "logistic-regression",
  ask: ({ knobs, recommendation }) =>
    `Logistic regression ranks instead of ${RANKER_LABELS[knobs.ranker]}. How many of the ${recommendation.slate.length} stay?`,
  form: staysForm,
  trial: ({ knobs }) => ({
    variants: [{ id: "simplest", knobs: { ...knobs, ranker: "logistic-regression" } }],
  }),
  reveal: ({ knobs, ...situation }, result) =>
    staysOutcome(
      result,
      `Both rank the same ${formatCount(step({ knobs, ...situation }, "rank")?.itemsIn ?? 0)} candidates; a weighted sum cannot say that a topic counts for this viewer only, so it leans on what is good for everybody.`,
    ),
};

const filterOff: Question = {
  id: "filter-off",
  topic: "Without the filter",
  isFor: ({ knobs }) => isOn(knobs, "filter"),
  ask: ({ recommendation }) =>
    `Switch the filter off. How many of the ${recommendation.slate.length} must not be shown: already watched, withheld, or blocked in the region?`,
  form: ({ recommendation }) => ({
    kind: "count",
    max: recommendation.slate.length,
    unit: `of ${recommendation.slate.length} must not be shown`,
  }),
  trial: ({ knobs }) => ({ variants: [{ id: "filter-off", knobs: withPart(knobs, "filter", false) }] }),
  reveal(situation, result) {
    const effect = firstEffect(result);
    const filter = step(situation, "filter");
    const size = effect.slate.length;
    return {
      truth: { kind: "count", value: effect.violations },
      said: `${effect.violations} of ${size}`,
      bars: [
        {
          label: "Must not be shown",
          value: effect.violations,
          valueLabel: `${effect.violations} of ${size}`,
        },
        {
          label: "May be shown",
          value: size - effect.violations,
          valueLabel: `${size - effect.violations} of ${size}`,
        },
      ],
      why: [
        filter
          ? `The filter had taken out: ${describeDrops(filter, VIDEO_WORDS)}.`
          : "The filter had taken out nothing.",
        effect.violations > 0
          ? `No other step knows what was watched or is withheld, and the models like such videos: ${effect.violations} rise into the slate.`
          : "None of them was ranked high enough to matter here; for another viewer they would be.",
      ],
    };
  },
};

export const RANK_QUESTIONS: readonly Question[] = [rankerOff, clicksOnly, simplestRanker, filterOff];
