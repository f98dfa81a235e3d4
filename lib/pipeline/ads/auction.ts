/**
 * One auction: who wins which place and what a click costs. The maths of price and worth is in lib/evaluation/auction.ts;
 * here is which ads compete: an advertiser takes one place at most, so it never sets its own price.
 */
import { ecpm, secondPrice } from "@/lib/evaluation/auction";

/** Parallel arrays of those that compete. */
export type Bidders = {
  readonly count: number;
  /** Money per click, after pacing. */
  readonly bids: Float64Array;
  readonly qualities: Float64Array;
  readonly clicks: ArrayLike<number>;
  readonly advertisers: Int32Array;
};

export type Win = {
  readonly bidder: number;
  /** Money per click. */
  readonly price: number;
};

/**
 * A quality factor by how fast the landing page is, since nobody comes back to a slow one: `1 / (1 + \max(0, s - 2) / 8)`
 * for s seconds, 1 for a page that was not measured.
 */
export const landingQuality = (seconds: number): number =>
  Number.isNaN(seconds) ? 1 : 1 / (1 + Math.max(0, seconds - 2) / 8);

/** `\mathrm{eCPM} = 1000 \cdot b \cdot \mathrm{pacing} \cdot p \cdot \mathrm{quality}` of each bidder. */
export function worthOf({ count, bids, qualities, clicks }: Bidders): Float64Array {
  const worth = new Float64Array(count);
  for (let i = 0; i < count; i++)
    worth[i] = ecpm((bids[i] as number) * (qualities[i] as number), clicks[i] as number);
  return worth;
}

/** The most worth of those that are not out; -1 when none reaches `least`. */
function best(worth: Float64Array, advertisers: Int32Array, out: ReadonlySet<number>, least: number): number {
  let found = -1;
  for (let i = 0; i < worth.length; i++) {
    const value = worth[i] as number;
    if (value < least || (found >= 0 && value <= (worth[found] as number))) continue;
    if (!out.has(advertisers[i] as number)) found = i;
  }
  return found;
}

/**
 * Winners of `places` places, best first. `reserve` is the lowest eCPM that may win; a click costs the smallest bid that
 * would have kept the place against the next ad, and at least what the reserve asks.
 */
export function holdAuction(bidders: Bidders, worth: Float64Array, places: number, reserve: number): Win[] {
  const { bids, qualities, clicks, advertisers } = bidders;
  const out = new Set<number>();
  const wins: Win[] = [];
  let winner = best(worth, advertisers, out, reserve);
  while (winner >= 0 && wins.length < places) {
    out.add(advertisers[winner] as number);
    const next = best(worth, advertisers, out, reserve);
    const weighted = (clicks[winner] as number) * (qualities[winner] as number);
    const nextScore = (next < 0 ? 0 : (worth[next] as number)) / 1000;
    const least = reserve / 1000 / weighted;
    wins.push({ bidder: winner, price: secondPrice(bids[winner] as number, weighted, nextScore, least) });
    winner = next;
  }
  return wins;
}
