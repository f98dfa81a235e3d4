/** Questions about the rules and the diversity of the slate. */

import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { DIRECTIONS } from "@/components/lab/core/predict/question";
import { formatMany } from "@/components/lab/format";
import {
  directionOutcome,
  firstEffect,
  hasTruth,
  staysForm,
  staysOutcome,
  watchSentence,
} from "@/components/lab/video/predict/outcome";
import type { Question } from "@/components/lab/video/predict/question";
import type { Recommendation } from "@/lib/pipeline/video/trace";

const FRESH_QUOTA = 5;

const relevanceOnly: Question = {
  id: "relevance-only",
  topic: "Relevance only",
  isFor: ({ knobs }) => isOn(knobs, "diversify") && knobs.diversifier === "mmr" && knobs.mmrLambda < 1,
  ask: ({ knobs }) =>
    `MMR’s λ goes from ${knobs.mmrLambda.toFixed(2)} to 1: relevance only. More or fewer topics?`,
  form: () => ({
    kind: "choice",
    choices: [
      { value: "more", label: "More topics" },
      { value: "same", label: "As many" },
      { value: "fewer", label: "Fewer topics" },
    ],
  }),
  trial: ({ knobs }) => ({ variants: [{ id: "relevance", knobs: { ...knobs, mmrLambda: 1 } }] }),
  reveal(_situation, result) {
    const { base } = result;
    const effect = firstEffect(result);
    const difference = effect.topics - base.topics;
    const right = difference === 0 ? "same" : difference > 0 ? "more" : "fewer";
    return {
      truth: { kind: "choice", right: [right], near: Math.abs(difference) === 1 ? ["same"] : [] },
      said: `${formatMany(effect.topics, "topic")}, with ${base.topics} before`,
      bars: [
        { label: "As it is", value: base.topics, valueLabel: formatMany(base.topics, "topic") },
        { label: "λ = 1", value: effect.topics, valueLabel: formatMany(effect.topics, "topic") },
      ],
      why: [
        `${effect.kept} of ${base.slate.length} stay, and the slate’s diversity goes from ${base.diversity.toFixed(2)} to ${effect.diversity.toFixed(2)}: nothing is moved any more for being like a video above it.`,
        watchSentence(base, effect),
      ],
    };
  },
};

/** Videos of the creator who has most of a slate. */
export function mostOfOneCreator({ slate }: Recommendation): { creator: string; videos: number } {
  const counts = new Map<string, number>();
  for (const { card } of slate) counts.set(card.creator, (counts.get(card.creator) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most ? { creator: most[0], videos: most[1] } : { creator: "nobody", videos: 0 };
}

const noCreatorCap: Question = {
  id: "no-creator-cap",
  topic: "No cap on creators",
  isFor: ({ knobs }) => isOn(knobs, "rules") && knobs.creatorCap < knobs.slateSize,
  ask: ({ knobs }) =>
    `The cap of ${knobs.creatorCap} videos of one creator is lifted. How many does the most frequent creator get?`,
  form: ({ recommendation }) => ({
    kind: "count",
    max: recommendation.slate.length,
    unit: "videos of one creator",
  }),
  trial: ({ knobs, audience }) => {
    const lifted = { ...knobs, creatorCap: 50 };
    return { variants: [{ id: "no-cap", knobs: lifted }], request: { audience, knobs: lifted } };
  },
  reveal({ recommendation, knobs }, result) {
    if (!result.request) throw new Error("The trial came back without its request.");
    const [now, lifted] = [mostOfOneCreator(recommendation), mostOfOneCreator(result.request)];
    const capped = recommendation.steps.find(({ step }) => step === "rules")?.drops["creator-cap"] ?? 0;
    return {
      truth: { kind: "count", value: lifted.videos },
      said: `${lifted.videos}, of ${lifted.creator}`,
      bars: [
        {
          label: `Cap of ${knobs.creatorCap}`,
          value: now.videos,
          valueLabel: `${now.videos} of ${now.creator}`,
        },
        { label: "No cap", value: lifted.videos, valueLabel: `${lifted.videos} of ${lifted.creator}` },
      ],
      why: [
        `The cap had taken out ${formatMany(capped, "ranked video")}; ${
          lifted.videos > knobs.creatorCap
            ? "without it one creator fills more of the slate, since what is alike scores alike"
            : "the diversity step alone keeps one creator from filling the slate here"
        }.`,
        watchSentence(result.base, firstEffect(result)),
      ],
    };
  },
};

const rulesOff: Question = {
  id: "rules-off",
  topic: "Without rules",
  isFor: ({ knobs }) => isOn(knobs, "rules"),
  ask: ({ recommendation }) =>
    `Switch all rules off: copies, creator cap, fresh quota. How many of the ${recommendation.slate.length} stay?`,
  form: staysForm,
  trial: ({ knobs }) => ({ variants: [{ id: "rules-off", knobs: withPart(knobs, "rules", false) }] }),
  reveal(_situation, result) {
    const effect = firstEffect(result);
    const { base } = result;
    return staysOutcome(
      result,
      `Copies in the slate: ${effect.duplicates} (were ${base.duplicates}); creators: ${effect.creators} (were ${base.creators}); fresh videos: ${effect.freshItems} (were ${base.freshItems}).`,
    );
  },
};

const halfFresh: Question = {
  id: "half-fresh",
  topic: "Half the slate fresh",
  isFor: (situation) =>
    hasTruth(situation) && isOn(situation.knobs, "rules") && situation.knobs.freshQuota < FRESH_QUOTA,
  ask: ({ knobs }) =>
    `At least ${FRESH_QUOTA} of the slate must be at most ${knobs.freshDays} days old. Do the expected watches go up or down?`,
  form: () => DIRECTIONS,
  trial: ({ knobs }) => ({ variants: [{ id: "half-fresh", knobs: { ...knobs, freshQuota: FRESH_QUOTA } }] }),
  reveal(_situation, result) {
    const effect = firstEffect(result);
    return directionOutcome(result, (direction) =>
      direction === "down"
        ? `Fresh videos go from ${result.base.freshItems} to ${effect.freshItems}: each takes the place of one that ranked higher, and that is the price of giving new uploads a chance.`
        : `Fresh videos go from ${result.base.freshItems} to ${effect.freshItems}, and those that came in are watched as much here: the ranker, which has seen little of them, had put them too low or there were none to add.`,
    );
  },
};

export const SLATE_QUESTIONS: readonly Question[] = [relevanceOnly, noCreatorCap, rulesOff, halfFresh];
