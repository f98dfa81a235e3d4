/** The questions about one ad request, in the order of the funnel, with the easiest to imagine first. */
import { formatMoney, formatRate } from "@/components/lab/ads/ads-format";
import { bidders, usedRate } from "@/components/lab/ads/auction/auction-words";
import {
  type AdQuestion,
  type AdSituation,
  firstOf,
  WINNER,
  winnerOf,
  winnerOutcome,
} from "@/components/lab/ads/predict/outcome";
import { PRICE_QUESTIONS } from "@/components/lab/ads/predict/price-questions";
import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { formatCount } from "@/components/lab/format";

const stepIn = ({ run }: AdSituation, name: string) =>
  run.steps.find(({ step }) => step === name)?.itemsIn ?? 0;
const hasWinner = ({ run }: AdSituation) => firstOf(run) !== undefined;

const baseRate: AdQuestion = {
  id: "base-rate",
  topic: "Without a model",
  isFor: (situation) => hasWinner(situation) && situation.knobs.ranker !== "base-rate",
  ask: () => "Every ad gets the base rate as its click probability. Who wins?",
  form: () => WINNER,
  trial: ({ knobs }) => ({ ...knobs, ranker: "base-rate" }),
  reveal(_situation, result) {
    const first = firstOf(result.run);
    const highest = bidders(result.run).toSorted((a, b) => b.auction.bid - a.auction.bid)[0];
    return winnerOutcome(
      result,
      first
        ? `Nothing but the money is left: the winner bids ${formatMoney(first.auction.bid)} a click${highest === first ? ", the most of all" : ""}, and is truly clicked ${formatRate(first.truth)} of the time.`
        : "At the base rate no bid reaches the reserve.",
    );
  },
};

const simplestModel: AdQuestion = {
  id: "simplest-model",
  topic: "The simplest model",
  isFor: (situation) =>
    hasWinner(situation) &&
    situation.models.includes("logistic-regression") &&
    !situation.knobs.ranker.startsWith("logistic") &&
    situation.knobs.ranker !== "base-rate",
  ask: () => "Logistic regression without crosses predicts instead. Who wins?",
  form: () => WINNER,
  trial: ({ knobs }) => ({ ...knobs, ranker: "logistic-regression" }),
  reveal(_situation, result) {
    const first = firstOf(result.base);
    const now = first && bidders(result.run).find(({ card }) => card.ad === first.card.ad);
    return winnerOutcome(
      result,
      first && now
        ? `It gives the winner of before ${formatRate(usedRate(now))} instead of ${formatRate(usedRate(first))}, the truth is ${formatRate(first.truth)}: a weighted sum cannot say that this ad suits this page more than its parts do.`
        : "It cannot say that an ad suits this page more than its parts do.",
    );
  },
};

const lightLimit: AdQuestion = {
  id: "light-limit",
  topic: "Score only ten",
  isFor: (situation) =>
    hasWinner(situation) && isOn(situation.knobs, "light-rank") && situation.knobs.lightRankLimit > 10,
  ask: (situation) =>
    `Only the best ten of ${formatCount(stepIn(situation, "light-rank"))} ads by the light ranker are scored. Who wins?`,
  form: () => WINNER,
  trial: ({ knobs }) => ({ ...knobs, lightRankLimit: 10 }),
  reveal(_situation, result) {
    const place = firstOf(result.base)?.position["light-rank"];
    return winnerOutcome(
      result,
      winnerOf(result) === "same"
        ? `The light ranker had the winner at place ${place}: what is cheap was good enough here, for a thirtieth of the work.`
        : `The light ranker had the winner at place ${place}, so it never reached the auction.`,
    );
  },
};

const noTwoTower: AdQuestion = {
  id: "no-two-tower",
  topic: "Without the two-tower",
  isFor: (situation) =>
    hasWinner(situation) && isOn(situation.knobs, "two-tower") && isOn(situation.knobs, "targeting"),
  ask: () => "The two-tower is switched off: only targeting brings ads. Who wins?",
  form: () => WINNER,
  trial: ({ knobs }) => withPart(knobs, "two-tower", false),
  reveal({ run }, result) {
    const source = run.sources.find((one) => one.source === "two-tower");
    return winnerOutcome(
      result,
      `The two-tower had brought ${formatCount(source?.returned ?? 0)} ads, ${formatCount(source?.onlyHere ?? 0)} of them by itself.`,
    );
  },
};

const capOne: AdQuestion = {
  id: "cap-one",
  topic: "Once a day",
  isFor: (situation) =>
    hasWinner(situation) && isOn(situation.knobs, "filter") && situation.knobs.frequencyCap > 1,
  ask: ({ run }) => `No campaign may be shown to ${run.request.user} more than once a day. Who wins?`,
  form: () => WINNER,
  trial: ({ knobs }) => ({ ...knobs, frequencyCap: 1 }),
  reveal(_situation, result) {
    const [before, after] = [result.base, result.run].map(
      ({ steps }) => steps.find(({ step }) => step === "filter")?.drops["frequency-cap"] ?? 0,
    );
    return winnerOutcome(
      result,
      `The cap takes out ${formatCount(after ?? 0)} ads instead of ${formatCount(before ?? 0)}.`,
    );
  },
};

const explore: AdQuestion = {
  id: "explore",
  topic: "Explore",
  isFor: (situation) => hasWinner(situation) && situation.knobs.exploration === 0,
  ask: () =>
    "Click rates are drawn by Thompson sampling: the less is known of an ad, the wider its draw. Who wins?",
  form: () => WINNER,
  trial: ({ knobs }) => ({ ...knobs, exploration: 1 }),
  reveal(_situation, result) {
    const first = firstOf(result.run);
    return winnerOutcome(
      result,
      first
        ? `The winner was drawn at ${formatRate(usedRate(first))}, its prediction is ${formatRate(first.prediction.calibrated)}; it has ${formatCount(first.card.impressions)} impressions so far, and each one more makes its draws narrower.`
        : "Every draw stayed below the reserve.",
    );
  },
};

export const AD_QUESTIONS: readonly AdQuestion[] = [
  baseRate,
  simplestModel,
  ...PRICE_QUESTIONS,
  lightLimit,
  noTwoTower,
  capOne,
  explore,
];
