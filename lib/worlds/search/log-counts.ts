/**
 * The log as counts, as the click models of lib/evaluation take it: clicks of every product at every position for every query,
 * and clicks on pairs whose order was a coin flip.
 */
import type { SwapClicks } from "@/lib/evaluation/examination";
import type { PositionClicks } from "@/lib/evaluation/position-based-model";
import { shownCount } from "./arrangement";
import { groupBy, rowsOf } from "./grouping";
import { ARRANGEMENTS, NOTHING, PAGE_SIZE, type SearchLog } from "./types";

const SHUFFLED = ARRANGEMENTS.indexOf("shuffled");

/** A product for a query, which is what keeps its attractiveness wherever it stands. */
export type PairCounts = PositionClicks & {
  /** [items]: query and product of each item. */
  readonly query: Int32Array;
  readonly product: Int32Array;
};

const highestOf = (values: Int32Array) => values.reduce((highest, value) => Math.max(highest, value), -1);

/** A number for each pair, query by query, and for each place of the log the number of its pair (-1 for none). */
function numberPairs(log: SearchLog, accepts: (search: number) => boolean) {
  const query: number[] = [];
  const product: number[] = [];
  const pair = new Int32Array(log.product.length).fill(-1);
  const byQuery = groupBy(log.query, highestOf(log.query) + 1);
  const numberOf = new Int32Array(highestOf(log.product) + 1).fill(-1);
  for (let asked = 0; asked + 1 < byQuery.starts.length; asked++) {
    // What has a number from before this query has none for it.
    const first = query.length;
    for (const search of rowsOf(byQuery, asked)) {
      if (!accepts(search)) continue;
      for (let at = search * PAGE_SIZE; at < (search + 1) * PAGE_SIZE; at++) {
        const shown = log.product[at] as number;
        if (shown < 0) break;
        if ((numberOf[shown] as number) < first) {
          numberOf[shown] = query.push(asked) - 1;
          product.push(shown);
        }
        pair[at] = numberOf[shown] as number;
      }
    }
  }
  return { pair, query: Int32Array.from(query), product: Int32Array.from(product) };
}

/** Impressions and clicks by query, product and position; rows of one pair lie side by side. All searches by default. */
export function countPairs(log: SearchLog, accepts: (search: number) => boolean = () => true): PairCounts {
  const { pair, query, product } = numberPairs(log, accepts);
  const shown = new Uint32Array(query.length * PAGE_SIZE);
  const clicked = new Uint32Array(query.length * PAGE_SIZE);
  for (let at = 0; at < pair.length; at++) {
    if ((pair[at] as number) < 0) continue;
    const slot = (pair[at] as number) * PAGE_SIZE + (at % PAGE_SIZE);
    shown[slot] = (shown[slot] as number) + 1;
    if (log.outcome[at] !== NOTHING) clicked[slot] = (clicked[slot] as number) + 1;
  }
  const rows = new Int32Array(shown.length)
    .map((_, slot) => slot)
    .filter((slot) => (shown[slot] as number) > 0);
  return {
    size: rows.length,
    items: query.length,
    positions: PAGE_SIZE,
    item: rows.map((slot) => Math.floor(slot / PAGE_SIZE)),
    position: Uint8Array.from(rows, (slot) => (slot % PAGE_SIZE) + 1),
    impressions: Float64Array.from(rows, (slot) => shown[slot] as number),
    clicks: Float64Array.from(rows, (slot) => clicked[slot] as number),
    query,
    product,
  };
}

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
