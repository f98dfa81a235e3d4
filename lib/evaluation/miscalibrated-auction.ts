/**
 * What a wrong scale does to an auction: half of the ads are predicted with a factor on P(click), the other half rightly,
 * all with some noise. Who wins and what a click costs follow from predictions; what is earned follows from the truth.
 * Generalised second-price auction with pay per click (Edelman, Ostrovsky & Schwarz, 2007); bids are taken as values.
 */
import type { Random } from "@/lib/random";
import { secondPrice } from "./auction";

/** One place, the ads that compete for it; even indices belong to the group whose scale is wrong. Row by row. */
export type AuctionField = {
  readonly auctions: number;
  readonly adsPerAuction: number;
  /** [auctions, adsPerAuction], dollars a click. */
  readonly bids: Float64Array;
  /** [auctions, adsPerAuction], true P(click). */
  readonly truth: Float64Array;
  /** [auctions, adsPerAuction], standard normal: the error of a prediction before it is scaled. */
  readonly errors: Float64Array;
};

export type Miscalibration = {
  /** Predicted over true P(click) of the even ads. */
  readonly factor: number;
  /** Standard deviation of the error in the logarithm of every prediction. */
  readonly noise: number;
  /** Slope of log predictions over log truths: below 1 they are too flat, above 1 over-confident. */
  readonly slope: number;
};

export type GroupOutcome = {
  wins: number;
  /** Expected true clicks, and those that the predictions promised. */
  clicks: number;
  promised: number;
  paid: number;
};

export type AuctionOutcome = {
  /** Expected income of the platform. */
  revenue: number;
  /** Bids times true clicks of the winners: what the places are worth. */
  value: number;
  scaled: GroupOutcome;
  others: GroupOutcome;
};

const BASE_RATE = 0.01;
const RATE_SPREAD = 0.5;
const BID_SPREAD = 0.6;

/** Draws log-normal bids around one dollar and log-normal click rates around 1 %. */
export function drawAuctionField(auctions: number, adsPerAuction: number, random: Random): AuctionField {
  const size = auctions * adsPerAuction;
  const bids = new Float64Array(size);
  const truth = new Float64Array(size);
  const errors = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    bids[i] = Math.exp(BID_SPREAD * random.normal());
    truth[i] = Math.min(0.5, BASE_RATE * Math.exp(RATE_SPREAD * random.normal()));
    errors[i] = random.normal();
  }
  return { auctions, adsPerAuction, bids, truth, errors };
}

/** `\hat p = f \, r \, (p / r)^s e^{\sigma z}`, r the base rate of 1 %, f the factor, s the slope. */
export function predictedRate(
  truth: number,
  error: number,
  { factor, noise, slope }: Miscalibration,
): number {
  return factor * BASE_RATE * (truth / BASE_RATE) ** slope * Math.exp(noise * error);
}

const emptyGroup = (): GroupOutcome => ({ wins: 0, clicks: 0, promised: 0, paid: 0 });

/** Holds all auctions of the field. The same field with other settings compares like with like. */
export function holdAuctions(field: AuctionField, wrong: Miscalibration): AuctionOutcome {
  const { factor } = wrong;
  const { auctions, adsPerAuction, bids, truth, errors } = field;
  const outcome: AuctionOutcome = { revenue: 0, value: 0, scaled: emptyGroup(), others: emptyGroup() };
  const predict = (i: number, place: number) =>
    predictedRate(truth[i] as number, errors[i] as number, {
      ...wrong,
      factor: place % 2 === 0 ? factor : 1,
    });
  for (let auction = 0; auction < auctions; auction++) {
    const start = auction * adsPerAuction;
    let winner = 0;
    let best = -1;
    let next = 0;
    for (let place = 0; place < adsPerAuction; place++) {
      const score = (bids[start + place] as number) * predict(start + place, place);
      if (score > best) {
        next = Math.max(next, best);
        best = score;
        winner = place;
      } else next = Math.max(next, score);
    }
    const row = start + winner;
    const predicted = predict(row, winner);
    const clicks = truth[row] as number;
    const price = secondPrice(bids[row] as number, predicted, next);
    const group = winner % 2 === 0 ? outcome.scaled : outcome.others;
    group.wins += 1;
    group.clicks += clicks;
    group.promised += predicted;
    group.paid += price * clicks;
    outcome.revenue += price * clicks;
    outcome.value += (bids[row] as number) * clicks;
  }
  return outcome;
}

/** Mean price of a true click in a group; NaN when it won nothing. */
export const pricePerClick = ({ paid, clicks }: GroupOutcome): number => paid / clicks;
