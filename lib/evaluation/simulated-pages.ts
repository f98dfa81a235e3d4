/**
 * Pages of results and their clicks under two truths, with what readers looked at kept apart: the position-based model
 * (looking depends on the position alone; Richardson et al., 2007) and the cascade model (reading ends at the first click;
 * Craswell et al., 2008). Some pages are shuffled, as an experiment would: without them position and item are confounded.
 */
import { type Random, shuffleInPlace } from "@/lib/random";
import type { CascadePages } from "./cascade-model";
import type { PositionClicks } from "./position-based-model";
import { seenProbability } from "./position-bias";

export type ReadingTruth =
  | { readonly kind: "position-based" /** P(seen | rank) = rank^-eta. */; readonly eta: number }
  | { readonly kind: "cascade" };

export type SimulatedPages = {
  readonly size: number;
  /** Results on a page; every item is on every page. */
  readonly width: number;
  /** [size, width]: item at each position. */
  readonly items: Int32Array;
  /** [size, width]: 1 where clicked. */
  readonly clicked: Uint8Array;
  /** [size]: 1 where chance decided the order. */
  readonly isShuffled: Uint8Array;
  /** [width]: share of pages on which the position was looked at; not in any log. */
  readonly seenShare: Float64Array;
};

export type PageOptions = {
  /** P(click | seen) by item; the usual order is that of the array. */
  readonly attractions: readonly number[];
  readonly pages: number;
  /** Share of pages in random order, 0 to 1. */
  readonly shuffledShare: number;
  readonly truth: ReadingTruth;
};

/** P(click | seen) of eight items in the poor order of the ranker that logged: the worked example of texts and figure. */
export const POORLY_RANKED = [0.25, 0.1, 0.3, 0.08, 0.4, 0.15, 0.05, 0.35];

/** Draws pages one by one: order, then what is seen, then what is clicked. O(pages * items). */
export function simulatePages(options: PageOptions, random: Random): SimulatedPages {
  const { attractions, pages: size, shuffledShare, truth } = options;
  const width = attractions.length;
  const items = new Int32Array(size * width);
  const clicked = new Uint8Array(size * width);
  const isShuffled = new Uint8Array(size);
  const seen = new Float64Array(width);
  const order = Int32Array.from({ length: width }, (_, item) => item);
  const usual = order.slice();
  for (let page = 0; page < size; page++) {
    order.set(usual);
    if (random.next() < shuffledShare) {
      isShuffled[page] = 1;
      shuffleInPlace(order, random);
    }
    items.set(order, page * width);
    for (let column = 0; column < width; column++) {
      if (truth.kind === "position-based" && random.next() >= seenProbability(column + 1, truth.eta))
        continue;
      seen[column] = (seen[column] as number) + 1;
      if (random.next() >= (attractions[order[column] as number] as number)) continue;
      clicked[page * width + column] = 1;
      if (truth.kind === "cascade") break;
    }
  }
  return { size, width, items, clicked, isShuffled, seenShare: seen.map((count) => count / size) };
}

/** Impressions and clicks of each item at each position: what the position-based model is fitted to. */
export function toPositionClicks({ size, width, items, clicked }: SimulatedPages): PositionClicks {
  const cells = width * width;
  const impressions = new Float64Array(cells);
  const clicks = new Float64Array(cells);
  for (let at = 0; at < size * width; at++) {
    const cell = (items[at] as number) * width + (at % width);
    impressions[cell] = (impressions[cell] as number) + 1;
    clicks[cell] = (clicks[cell] as number) + (clicked[at] as number);
  }
  return {
    size: cells,
    items: width,
    positions: width,
    item: Int32Array.from({ length: cells }, (_, cell) => Math.floor(cell / width)),
    position: Uint8Array.from({ length: cells }, (_, cell) => (cell % width) + 1),
    impressions,
    clicks,
  };
}

/** The same pages as the cascade model reads them: up to the first click, whatever was clicked below it. */
export function toCascadePages({ size, width, items, clicked }: SimulatedPages): CascadePages {
  const clickedPosition = Uint8Array.from(
    { length: size },
    (_, page) => clicked.subarray(page * width, (page + 1) * width).indexOf(1) + 1,
  );
  return { size, width, items, itemCount: width, clickedPosition };
}

/** `\hat\gamma_k = \mathrm{CTR}_k / \mathrm{CTR}_1` over shuffled pages, where every position sees the same items on average; NaN without clicks at the top. */
export function examinationFromShuffles({ size, width, clicked, isShuffled }: SimulatedPages): Float64Array {
  const clicks = new Float64Array(width);
  for (let at = 0; at < size * width; at++)
    if (isShuffled[Math.floor(at / width)])
      clicks[at % width] = (clicks[at % width] as number) + (clicked[at] as number);
  return clicks.map((count) => (clicks[0] === 0 ? Number.NaN : count / (clicks[0] as number)));
}

/** Clicks over impressions by item, wherever it stood. */
export function clickRateByItem({ size, width, items, clicked }: SimulatedPages): Float64Array {
  const clicks = new Float64Array(width);
  for (let at = 0; at < size * width; at++) {
    const item = items[at] as number;
    clicks[item] = (clicks[item] as number) + (clicked[at] as number);
  }
  return clicks.map((count) => count / size);
}
