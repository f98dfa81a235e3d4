/**
 * How the shop randomises pages, so that examination can be measured: the two versions of the ranker share the traffic by coin
 * flip, some pages flip a coin over one adjacent pair (swap interventions; Joachims, Swaminathan & Schnabel, 2017), few are
 * shuffled.
 */
import { type Random, shuffleInPlace } from "@/lib/random";
import { ARRANGEMENTS, type SearchLog } from "./types";

const PAIR_SHARE = 0.12;
const SHUFFLED_SHARE = 0.015;
const [RANKED, KEPT, SWAPPED, SHUFFLED] = ARRANGEMENTS.map((_, arrangement) => arrangement) as [
  number,
  number,
  number,
  number,
];

export type Arrangement = { readonly arrangement: number; readonly swapPosition: number };

function swap(page: Int32Array, left: number, right: number) {
  const kept = page[left] as number;
  page[left] = page[right] as number;
  page[right] = kept;
}

/** Rearranges the first `shown` products of `page` in place and tells how. */
export function arrange(page: Int32Array, shown: number, random: Random): Arrangement {
  const roll = random.next();
  if (shown >= 2 && roll < PAIR_SHARE) {
    const swapPosition = 1 + random.integer(shown - 1);
    if (random.next() < 0.5) return { arrangement: KEPT, swapPosition };
    swap(page, swapPosition - 1, swapPosition);
    return { arrangement: SWAPPED, swapPosition };
  }
  if (roll >= PAIR_SHARE && roll < PAIR_SHARE + SHUFFLED_SHARE) {
    shuffleInPlace(page.subarray(0, shown), random);
    return { arrangement: SHUFFLED, swapPosition: 0 };
  }
  return { arrangement: RANKED, swapPosition: 0 };
}

/** Results on the page of a search. */
export function shownCount({ product, size }: SearchLog, search: number): number {
  const columns = product.length / Math.max(1, size);
  let count = 0;
  while (count < columns && (product[search * columns + count] as number) >= 0) count++;
  return count;
}
