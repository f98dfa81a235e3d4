/** What can be said about an auction from its trace: who stands where, why an ad lost, what set the price. */
import { formatMoney, formatRate } from "@/components/lab/ads/ads-format";
import { AD_DROP_LABELS, ADS_WORDS } from "@/components/lab/ads/ads-words";
import type { AdBid, AdItemTrace, AdPrediction, AdRun } from "@/lib/pipeline/ads/trace";

/** An ad that took part: it has a bid and a prediction. */
export type Bidder = AdItemTrace & { auction: AdBid; prediction: AdPrediction };

const isBidder = (trace: AdItemTrace): trace is Bidder => trace.auction !== null && trace.prediction !== null;

/** Everyone that the trace follows into the auction, highest eCPM first; the winners are the first of them. */
export function bidders(run: AdRun): Bidder[] {
  const seen = new Set<number>();
  return [...run.slate, ...run.others]
    .filter(isBidder)
    .filter(({ card }) => !seen.has(card.ad) && seen.add(card.ad))
    .sort((a, b) => placeOf(a) - placeOf(b));
}

const placeOf = (trace: AdItemTrace) =>
  trace.position.slate ?? trace.position.auction ?? Number.MAX_SAFE_INTEGER;

/** The click probability that the auction used. */
export const usedRate = ({ prediction }: Bidder): number => prediction.explored;

/** How many times the truth the prediction is; null where the truth is 0. */
export const overTruth = (trace: Bidder): number | null =>
  trace.truth > 0 ? usedRate(trace) / trace.truth : null;

/** The ad that takes the last place; undefined when nothing won. */
export const lastWinner = (run: AdRun): Bidder | undefined => run.slate.filter(isBidder).at(-1);

/** The first that did not win although it stood in the auction. */
export const runnerUp = (run: AdRun): Bidder | undefined =>
  bidders(run).find(({ position }) => position.slate === null);

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const quoted = ({ card }: AdItemTrace) => `“${card.title}”`;

/** "It bids more (1.20 against 0.82) but is predicted to be clicked less often (0.60 % against 1.1 %)." */
function compareBids(loser: Bidder, winner: Bidder): string {
  const [bid, winningBid] = [loser, winner].map(({ auction }) => formatMoney(auction.bid * auction.pacing));
  const [rate, winningRate] = [usedRate(loser), usedRate(winner)];
  const rates = `${formatRate(rate)} against ${formatRate(winningRate)}`;
  const bidsMore = Number(bid) > Number(winningBid);
  const bids =
    bid === winningBid
      ? `Both bid ${bid}`
      : `It bids ${bidsMore ? "more" : "less"} (${bid} against ${winningBid})`;
  if (formatRate(rate) === formatRate(winningRate))
    return `${bids}, and both are predicted to be clicked equally often (${formatRate(rate)}).`;
  const isClickedMore = rate > winningRate;
  const joined = bid === winningBid ? ", but it" : bidsMore === isClickedMore ? " and" : " but";
  return `${bids}${joined} is predicted to be clicked ${isClickedMore ? "more" : "less"} often (${rates}).`;
}

/** Why an ad is not shown, in sentences made of its numbers; "" for one that is. */
export function whyLost(run: AdRun, trace: AdItemTrace): string {
  const { left, auction } = trace;
  if (!left) return "";
  if (!auction || !isBidder(trace))
    return `It left at ${ADS_WORDS.steps[left.step].label.toLowerCase()}: ${AD_DROP_LABELS[left.reason]}.`;
  if (left.reason === "below-reserve")
    return `Its eCPM of ${formatMoney(auction.eCpm)} is below the reserve of ${formatMoney(run.knobs.reserve)}.`;
  const winner = lastWinner(run);
  if (!winner) return `It left at the auction: ${AD_DROP_LABELS[left.reason]}.`;
  const gap = winner.auction.eCpm - auction.eCpm;
  const bid =
    auction.winningBid === null
      ? "No bid would have won."
      : `A bid of ${formatMoney(auction.winningBid)} instead of ${formatMoney(auction.bid)} would have won.`;
  return `Its eCPM is ${formatMoney(gap)} below that of ${quoted(winner)}. ${compareBids(trace, winner)} ${bid}`;
}

/** Numbers that came through the same arithmetic on different ways. */
const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(a, b);

/**
 * The ad whose eCPM a winner had to match, or undefined when the reserve set the price. An advertiser never sets its own
 * price, so that is not always the next in order.
 */
function priceSetter(run: AdRun, trace: Bidder): Bidder | undefined {
  const { price, quality } = trace.auction;
  if (price === null) return undefined;
  const matched = 1000 * price * usedRate(trace) * quality;
  return bidders(run).find((other) => other.card.ad !== trace.card.ad && isNear(other.auction.eCpm, matched));
}

/** What a winner pays and what set it. */
export function whyPrice(run: AdRun, trace: Bidder): string {
  const { price, eCpm, bid } = trace.auction;
  if (price === null) return "";
  const pays = `It bids ${formatMoney(bid)} and pays ${formatMoney(price)} per click`;
  const setter = priceSetter(run, trace);
  if (!setter)
    return `${pays}: nobody whom it has to beat reaches the reserve of ${formatMoney(run.knobs.reserve)} per thousand, so the reserve sets the price.`;
  return `${pays}: the least with which its eCPM of ${formatMoney(eCpm)} would not fall below the ${formatMoney(setter.auction.eCpm)} of ${quoted(setter)}.`;
}

/** Says when the truth would have chosen otherwise; "" when it would not. */
export function againstTruth(run: AdRun, trace: Bidder): string {
  const winner = lastWinner(run);
  if (!winner || trace.position.slate !== null || trace.trueECpm <= winner.trueECpm) return "";
  return `By the true click rates it would have brought ${formatMoney(trace.trueECpm)} per thousand, more than the ${formatMoney(winner.trueECpm)} of the winner: a mistake of the model.`;
}

/** The result in a sentence or two: who wins, for how much, and how wrong the prediction is. */
export function describeOutcome(run: AdRun): string {
  const [first] = run.slate.filter(isBidder);
  if (!first)
    return `No ad reaches the reserve of ${formatMoney(run.knobs.reserve)} per thousand: nothing is shown.`;
  const { price } = first.auction;
  const second = runnerUp(run);
  const margin =
    second &&
    ` ${quoted(second)} came next, with an eCPM of ${formatMoney(second.auction.eCpm)} against ${formatMoney(lastWinner(run)?.auction.eCpm ?? 0)}.`;
  return `${quoted(first)} wins${price === null ? "" : ` and pays ${formatMoney(price)} per click`}.${margin ?? ""}`;
}

/** What the winners bring, as predicted and in truth. */
export function describeRevenue({ outcome }: AdRun): string {
  const { predictedRevenue, expectedRevenue, predictedToTrue } = outcome;
  if (predictedToTrue === null) return "";
  const size =
    Math.abs(predictedToTrue - 1) < 0.05
      ? "The prediction is right within 5 %."
      : `The winners’ click rates are predicted ${predictedToTrue.toFixed(2)} times as high as they are.`;
  return `Expected payment per thousand such requests: ${formatMoney(1000 * predictedRevenue)} as predicted, ${formatMoney(1000 * expectedRevenue)} by the true click rates. ${size}`;
}

export type AdShift = "same" | "new" | "priced";

/** Against the winners of the knobs as shipped: not there before, or there at another price. */
export function shiftSince(baseline: AdRun, trace: AdItemTrace): AdShift {
  if (trace.position.slate === null) return "same";
  const before = baseline.slate.find(({ card }) => card.ad === trace.card.ad);
  if (!before) return "new";
  const [was, is] = [before.auction?.price ?? 0, trace.auction?.price ?? 0];
  return formatMoney(was) === formatMoney(is) ? "same" : "priced";
}

/** "Another ad wins than with the knobs as shipped."; "" when nothing differs. */
export function describeShifts(run: AdRun, baseline: AdRun): string {
  const lost = baseline.slate.filter(({ card }) => !run.slate.some((other) => other.card.ad === card.ad));
  const shifts = run.slate.map((trace) => shiftSince(baseline, trace));
  const first = baseline.slate[0];
  const why = lost[0] && run.others.find(({ card }) => card.ad === lost[0]?.card.ad);
  if (lost[0] && why)
    return `With the knobs as shipped ${quoted(lost[0])} is shown. Why not here: ${lowerFirst(whyLost(run, why))}`;
  if (lost[0]) return `With the knobs as shipped ${quoted(lost[0])} is shown.`;
  if (shifts.includes("new")) return "More is shown than with the knobs as shipped.";
  if (!shifts.includes("priced") || !first?.auction?.price) return "";
  const now = run.slate.find(({ card }) => card.ad === first.card.ad)?.auction?.price ?? 0;
  return `The same wins as with the knobs as shipped, at ${formatMoney(now)} per click instead of ${formatMoney(first.auction.price)}.`;
}

/** "“Title” wins, pays 0.31", short enough for a bar. */
export function summariseRun(run: AdRun, baseline: AdRun): string {
  const [first] = run.slate;
  if (!first) return "No ad is shown";
  const isSame = first.card.ad === baseline.slate[0]?.card.ad;
  const price = first.auction?.price;
  return `${isSame ? "The same ad wins" : `${quoted(first)} wins`}${price ? `, pays ${formatMoney(price)}` : ""}`;
}
