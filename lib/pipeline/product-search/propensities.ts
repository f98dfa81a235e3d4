/**
 * How likely each position is looked at, from what the shop randomises: in a pair of neighbours that a coin put in order,
 * both products stand in both places equally often, so the ratio of clicks is the ratio of the chances to be seen (swap
 * interventions: Joachims, Swaminathan & Schnabel, 2017). Shuffled pages add their clicks to the same ratios. True under
 * the position-based model only: a cascade has no such numbers, and gets wrong ones.
 */
import { examinationFromSwaps } from "@/lib/evaluation/examination";
import { shownCount } from "@/lib/worlds/search/arrangement";
import { ARRANGEMENTS, NOTHING, PAGE_SIZE, type SearchLog } from "@/lib/worlds/search/types";
import { searchesBetween } from "./plan";

const SHUFFLED = ARRANGEMENTS.indexOf("shuffled");
/** No click counts for more than so many. */
export const MAX_CLICK_WEIGHT = 10;
/** Keeps a ratio of few clicks near 1. */
const PRIOR_CLICKS = 1;

/** P(seen) over that of position 1, [PAGE_SIZE], from the clicks on randomised pages until a day. */
export function estimatePropensities(log: SearchLog, untilDay: number): Float64Array {
  const swaps = Array.from({ length: PAGE_SIZE - 1 }, () => ({ upper: PRIOR_CLICKS, lower: PRIOR_CLICKS }));
  const { end } = searchesBetween(log.day, 0, untilDay);
  const isClicked = (search: number, column: number) =>
    Number(log.outcome[search * PAGE_SIZE + column] !== NOTHING);
  const count = (search: number, column: number) => {
    const swap = swaps[column];
    if (!swap) return;
    swap.upper += isClicked(search, column);
    swap.lower += isClicked(search, column + 1);
  };
  for (let search = 0; search < end; search++) {
    const swapped = log.swapPosition[search] as number;
    if (swapped > 0) count(search, swapped - 1);
    else if (log.arrangement[search] === SHUFFLED)
      for (let column = 0; column + 1 < shownCount(log, search); column++) count(search, column);
  }
  return examinationFromSwaps(swaps);
}

/** `w_k = \min(1 / \hat p_k, 10)`: clipped, or a few clicks at the bottom would decide everything. */
export const clickWeights = (propensities: Float64Array): Float64Array =>
  propensities.map((propensity) => Math.min(MAX_CLICK_WEIGHT, 1 / Math.max(1e-3, propensity)));

/** Clicks as they are. */
export const plainWeights = (): Float64Array => new Float64Array(PAGE_SIZE).fill(1);
