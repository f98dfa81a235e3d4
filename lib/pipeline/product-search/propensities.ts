/**
 * How likely each position is looked at, from what the shop randomises: in a pair of neighbours that a coin put in order,
 * both products stand in both places equally often, so the ratio of clicks is the ratio of the chances to be seen (swap
 * interventions: Joachims, Swaminathan & Schnabel, 2017). Shuffled pages add their clicks to the same ratios. True under
 * the position-based model only: a cascade has no such numbers, and gets wrong ones.
 */
import { examinationFromSwaps } from "@/lib/evaluation/examination";
import { inversePropensityWeights } from "@/lib/evaluation/off-policy";
import { countSwaps } from "@/lib/worlds/search/swap-counts";
import { PAGE_SIZE, type SearchLog } from "@/lib/worlds/search/types";
import { searchesBetween } from "./plan";

/** No click counts for more than so many. */
export const MAX_CLICK_WEIGHT = 10;
/** Keeps a ratio of few clicks near 1. */
const PRIOR_CLICKS = 1;

/** P(seen) over that of position 1, [PAGE_SIZE], from the clicks on randomised pages until a day. */
export function estimatePropensities(log: SearchLog, untilDay: number): Float64Array {
  const { end } = searchesBetween(log.day, 0, untilDay);
  const swaps = countSwaps(log, { searches: end, withShuffled: true });
  return examinationFromSwaps(
    swaps.map(({ upper, lower }) => ({ upper: PRIOR_CLICKS + upper, lower: PRIOR_CLICKS + lower })),
  );
}

/** Clipped, or a few clicks at the bottom would decide everything. */
export const clickWeights = (propensities: ArrayLike<number>): Float64Array =>
  inversePropensityWeights(propensities, MAX_CLICK_WEIGHT);

/** Clicks as they are. */
export const plainWeights = (): Float64Array => new Float64Array(PAGE_SIZE).fill(1);
