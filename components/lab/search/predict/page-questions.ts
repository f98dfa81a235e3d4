/** Questions about the rules, the boosts and the diversity of the page. */
import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { DIRECTIONS } from "@/components/lab/core/predict/question";
import { formatMany } from "@/components/lab/format";
import {
  countOutcome,
  directionOutcome,
  firstEffect,
  hasTruth,
  type SearchQuestion,
} from "@/components/lab/search/predict/outcome";

const NO_CAP = 10;
const STRONG_BOOST = 2;
const VARIED = 0.3;

const rulesOff: SearchQuestion = {
  id: "rules-off",
  topic: "Without rules",
  isFor: ({ knobs }) => isOn(knobs, "rules"),
  ask: () =>
    "Switch the rules off. How many places of the page go to listings of a product that stands there already?",
  form: ({ trace }) => ({ kind: "count", max: trace.slate.length, unit: "listings shown twice" }),
  trial: ({ knobs }) => [{ id: "rules-off", knobs: withPart(knobs, "rules", false) }],
  reveal({ trace }, result) {
    const copies = trace.steps.find(({ step }) => step === "rules")?.drops.duplicate ?? 0;
    return countOutcome(
      result,
      ({ duplicates }) => duplicates,
      "listings shown twice",
      `The rules had taken out ${formatMany(copies, "listing")} of products above; no ranker minds them, since a copy is as relevant as the original.`,
    );
  },
};

const noSellerCap: SearchQuestion = {
  id: "no-seller-cap",
  topic: "No cap on sellers",
  isFor: ({ knobs }) => isOn(knobs, "rules") && knobs.sellerCap < Math.min(NO_CAP, knobs.slateSize),
  ask: ({ knobs }) =>
    `The cap of ${formatMany(knobs.sellerCap, "product")} of one seller is lifted. How many sellers are on the page?`,
  form: ({ trace }) => ({ kind: "count", max: trace.slate.length, unit: "sellers" }),
  trial: ({ knobs }) => [{ id: "no-seller-cap", knobs: { ...knobs, sellerCap: NO_CAP } }],
  reveal({ trace }, result) {
    const capped = trace.steps.find(({ step }) => step === "rules")?.drops["seller-cap"] ?? 0;
    return countOutcome(
      result,
      ({ sellers }) => sellers,
      "sellers",
      capped > 0
        ? `The cap had taken out ${formatMany(capped, "ranked product")}; ${firstEffect(result).kept} of the page stay without it.`
        : "The cap had taken out nothing here: no seller had more than it allows among the best.",
    );
  },
};

const popularBoost: SearchQuestion = {
  id: "popular-boost",
  topic: "What sells goes up",
  isFor: (situation) =>
    hasTruth(situation) && isOn(situation.knobs, "rules") && situation.knobs.boosts.popularity < STRONG_BOOST,
  ask: () => "What sells is boosted by two standard deviations. Does the true NDCG@10 go up or down?",
  form: () => DIRECTIONS,
  trial: ({ knobs }) => [
    { id: "popular-boost", knobs: { ...knobs, boosts: { ...knobs.boosts, popularity: STRONG_BOOST } } },
  ],
  reveal: (_situation, result) =>
    directionOutcome(result, (direction) =>
      direction === "down"
        ? "What sells is not what was asked: popular products of a near type push exact ones down the page."
        : "Here what sells is what was asked: the boost moves products of the same grade past each other.",
    ),
};

const moreVariety: SearchQuestion = {
  id: "more-variety",
  topic: "More variety",
  isFor: (situation) =>
    hasTruth(situation) &&
    isOn(situation.knobs, "diversify") &&
    situation.knobs.diversifier === "mmr" &&
    situation.knobs.mmrLambda > VARIED,
  ask: ({ knobs }) =>
    `MMR’s λ goes from ${knobs.mmrLambda.toFixed(2)} to ${VARIED}: unlike comes first. Does the true NDCG@10 go up or down?`,
  form: () => DIRECTIONS,
  trial: ({ knobs }) => [{ id: "more-variety", knobs: { ...knobs, mmrLambda: VARIED } }],
  reveal(_situation, result) {
    const effect = firstEffect(result);
    const diversity = `The page’s diversity goes from ${result.base.diversity.toFixed(2)} to ${effect.diversity.toFixed(2)}`;
    return directionOutcome(result, (direction) =>
      direction === "down"
        ? `${diversity}: a search with a clear wish pays for variety with products that it did not ask for.`
        : `${diversity}: enough different products are of the highest grade, so that variety costs nothing here.`,
    );
  },
};

export const PAGE_QUESTIONS: readonly SearchQuestion[] = [rulesOff, noSellerCap, popularBoost, moreVariety];
