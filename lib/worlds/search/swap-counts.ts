/**
 * Clicks of the log on pairs whose order chance decided, as lib/evaluation/examination.ts takes them: a coin for one pair of a
 * page, or a shuffle of all (swap interventions: Joachims, Swaminathan & Schnabel, 2017).
 */
import type { SwapClicks } from "@/lib/evaluation/examination";
import { shownCount } from "./arrangement";
import { ARRANGEMENTS, NOTHING, PAGE_SIZE, type SearchLog } from "./types";

const SHUFFLED = ARRANGEMENTS.indexOf("shuffled");

/**
 * Clicks on both positions of every pair that a coin decided; entry k - 1 is the pair (k, k + 1). Of the first `searches` of the
 * log; `withShuffled` counts every pair of neighbours of shuffled pages too, whose order is as good as a coin's.
 */
export function countSwaps(
  log: SearchLog,
  { searches = log.size, withShuffled = false }: { searches?: number; withShuffled?: boolean } = {},
): SwapClicks[] {
  const swaps = Array.from({ length: PAGE_SIZE - 1 }, () => ({ upper: 0, lower: 0 }));
  const isClicked = (place: number) => Number(log.outcome[place] !== NOTHING);
  const count = (search: number, column: number) => {
    const swap = swaps[column];
    if (!swap) return;
    swap.upper += isClicked(search * PAGE_SIZE + column);
    swap.lower += isClicked(search * PAGE_SIZE + column + 1);
  };
  for (let search = 0; search < searches; search++) {
    const swapped = log.swapPosition[search] as number;
    if (swapped > 0) count(search, swapped - 1);
    else if (withShuffled && log.arrangement[search] === SHUFFLED)
      for (let column = 0; column + 1 < shownCount(log, search); column++) count(search, column);
  }
  return swaps;
}
