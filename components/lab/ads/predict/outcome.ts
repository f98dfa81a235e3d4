/** Pieces that the questions about an ad request share: who wins, what it pays, what that brings, in words and bars. */
import { formatMoney } from "@/components/lab/ads/ads-format";
import { bidders } from "@/components/lab/ads/auction/auction-words";
import {
  type AnswerForm,
  type Bar,
  type Direction,
  directionOf,
  type Outcome,
  type Question,
  saidOf,
} from "@/components/lab/core/predict/question";
import type { AdKnobs } from "@/lib/pipeline/ads/knobs";
import type { AdModelName } from "@/lib/pipeline/ads/names";
import type { AdRun } from "@/lib/pipeline/ads/trace";

/** What a question may speak of. */
export type AdSituation = {
  run: AdRun;
  knobs: AdKnobs;
  /** Models that can be chosen now. */
  models: readonly AdModelName[];
  /** Share of the negatives that the models were trained on. */
  negativeRate: number;
};
/** The knobs that are run instead of the present ones. */
export type AdTrial = AdKnobs;
export type AdTrialResult = { base: AdRun; run: AdRun };
export type AdQuestion = Question<AdSituation, AdTrial, AdTrialResult>;

export const WINNER: AnswerForm = {
  kind: "choice",
  choices: [
    { value: "same", label: "The same ad" },
    { value: "other", label: "Another ad" },
    { value: "none", label: "No ad: the place stays empty" },
  ],
};

/** The ad in the first place, with what it was predicted and pays; undefined when nothing is shown. */
export const firstOf = (run: AdRun) => bidders(run).find(({ position }) => position.slate === 1);
export const priceOf = (run: AdRun): number => firstOf(run)?.auction.price ?? 0;
const quoted = (run: AdRun) => (firstOf(run) ? `“${firstOf(run)?.card.title}”` : "no ad");

export function winnerOf({ base, run }: AdTrialResult): "same" | "other" | "none" {
  const [before, after] = [firstOf(base), firstOf(run)];
  if (!after) return "none";
  return before?.card.ad === after.card.ad ? "same" : "other";
}

/** What the place brings by the true click rates, before and after. */
export function revenueSentence({ base, run }: AdTrialResult): string {
  const [before, after] = [base, run].map(({ outcome }) => 1000 * outcome.expectedRevenue) as [
    number,
    number,
  ];
  const direction = directionOf(before, after);
  const verb = direction === "same" ? "stays at about" : direction === "up" ? "rises to" : "falls to";
  return `By the true click rates the revenue of a thousand such requests ${verb} ${formatMoney(after)}, from ${formatMoney(before)}.`;
}

export const priceBars = ({ base, run }: AdTrialResult): Bar[] =>
  [
    { label: "Price as it is", of: base },
    { label: "Price changed", of: run },
  ].map(({ label, of }) => ({
    label,
    value: priceOf(of),
    valueLabel: `${formatMoney(priceOf(of))} a click`,
  }));

export const revenueBars = ({ base, run }: AdTrialResult): Bar[] =>
  [
    { label: "Revenue as it is", of: base },
    { label: "Revenue changed", of: run },
  ].map(({ label, of }) => {
    const revenue = 1000 * of.outcome.expectedRevenue;
    return { label, value: revenue, valueLabel: `${formatMoney(revenue)} per thousand` };
  });

/** "Who wins" questions end alike; `why` is the sentence of their own. */
export function winnerOutcome(result: AdTrialResult, why: string): Outcome {
  const winner = winnerOf(result);
  const said = {
    same: `The same: ${quoted(result.run)}`,
    other: `Another: ${quoted(result.run)} instead of ${quoted(result.base)}`,
    none: "Nothing is shown",
  }[winner];
  return {
    truth: { kind: "choice", right: [winner], near: [] },
    said,
    bars: revenueBars(result),
    why: [why, revenueSentence(result)],
  };
}

/** "Up or down" questions about the price of the first place. */
export function priceOutcome(result: AdTrialResult, why: (direction: Direction) => string): Outcome {
  const [before, after] = [priceOf(result.base), priceOf(result.run)];
  const direction = directionOf(before, after);
  return {
    truth: { kind: "choice", right: [direction], near: [] },
    said: `${saidOf(direction)}: ${formatMoney(before)} before, ${formatMoney(after)} after`,
    bars: priceBars(result),
    why: [why(direction), revenueSentence(result)],
  };
}
