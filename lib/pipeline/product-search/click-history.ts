/**
 * What the clicks of past days say of a product, and of a product for one query: clicks over expected clicks (Zhang &
 * Jones, 2007). What is expected of a showing is the average click rate of its position, so that a product shown low is
 * not blamed for it. Counted until a day and no further.
 */
import { NOTHING, PAGE_SIZE, type SearchLog } from "@/lib/worlds/search/types";
import { searchesBetween } from "./plan";

export type ClickHistory = {
  /** log of clicks over expected clicks of a product, pulled to 0 when there is little to go by. */
  ofProduct(product: number): number;
  /** The same for one query alone; the query is chosen once. */
  forQuery(query: number): (product: number) => number;
};

/** Expected clicks that a product starts with, at the average. */
const PRIOR_CLICKS = 2;

/** `\ln \frac{c + a}{e + a}`, c clicks, e expected clicks, a the prior. */
export const clicksOverExpected = (clicks: number, expected: number): number =>
  Math.log((clicks + PRIOR_CLICKS) / (expected + PRIOR_CLICKS));

/** Average click rate by position over the given rows of the log. */
function ratesByPosition(log: SearchLog, start: number, end: number): Float64Array {
  const shown = new Float64Array(PAGE_SIZE);
  const clicked = new Float64Array(PAGE_SIZE);
  for (let at = start * PAGE_SIZE; at < end * PAGE_SIZE; at++) {
    if ((log.product[at] as number) < 0) continue;
    const column = at % PAGE_SIZE;
    shown[column] = (shown[column] as number) + 1;
    if (log.outcome[at] !== NOTHING) clicked[column] = (clicked[column] as number) + 1;
  }
  return clicked.map((clicks, column) => clicks / Math.max(1, shown[column] as number));
}

type Counts = { clicks: number; expected: number };

export function countClicks(log: SearchLog, products: number, untilDay: number): ClickHistory {
  const { start, end } = searchesBetween(log.day, 0, untilDay);
  const rates = ratesByPosition(log, start, end);
  const clicks = new Float32Array(products);
  const expected = new Float32Array(products);
  const byQuery = new Map<number, Map<number, Counts>>();
  for (let search = start; search < end; search++) {
    const query = log.query[search] as number;
    const pairs = byQuery.get(query) ?? new Map<number, Counts>();
    byQuery.set(query, pairs);
    for (let column = 0; column < PAGE_SIZE; column++) {
      const at = search * PAGE_SIZE + column;
      const product = log.product[at] as number;
      if (product < 0) break;
      const click = log.outcome[at] === NOTHING ? 0 : 1;
      const rate = rates[column] as number;
      clicks[product] = (clicks[product] as number) + click;
      expected[product] = (expected[product] as number) + rate;
      const pair = pairs.get(product);
      if (pair) {
        pair.clicks += click;
        pair.expected += rate;
      } else pairs.set(product, { clicks: click, expected: rate });
    }
  }
  return {
    ofProduct: (product) => clicksOverExpected(clicks[product] as number, expected[product] as number),
    forQuery(query) {
      const pairs = byQuery.get(query);
      return (product) => {
        const pair = pairs?.get(product);
        return pair ? clicksOverExpected(pair.clicks, pair.expected) : 0;
      };
    },
  };
}
