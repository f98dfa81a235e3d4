/** Clicks of the training queries as pairs of query and product, from days of the log. */
import {
  NOTHING,
  PAGE_SIZE,
  type SearchLog,
  type SearchQueries,
  TRAIN_QUERY,
} from "@/lib/worlds/search/types";
import type { ClickedPair } from "./category-shares";
import { searchesBetween } from "./plan";

export const isTrainingQuery = ({ split }: SearchQueries, query: number): boolean =>
  split[query] === TRAIN_QUERY;

/** In the order of their first click. Clicks that a reformulation of the same visit led to count for both queries. */
export function collectClickedPairs(
  log: SearchLog,
  queries: SearchQueries,
  fromDay: number,
  toDay: number,
): ClickedPair[] {
  const { start, end } = searchesBetween(log.day, fromDay, toDay);
  const pairs = new Map<number, { query: number; product: number; clicks: number }>();
  const products = 2 ** 24;
  const add = (query: number, product: number) => {
    const key = query * products + product;
    const pair = pairs.get(key);
    if (pair) pair.clicks++;
    else pairs.set(key, { query, product, clicks: 1 });
  };
  for (let search = start; search < end; search++) {
    const query = log.query[search] as number;
    if (!isTrainingQuery(queries, query)) continue;
    const before = reformulated(log, search, start);
    for (let at = search * PAGE_SIZE; at < (search + 1) * PAGE_SIZE; at++) {
      if (log.outcome[at] === NOTHING) continue;
      add(query, log.product[at] as number);
      if (before >= 0 && isTrainingQuery(queries, before)) add(before, log.product[at] as number);
    }
  }
  return [...pairs.values()];
}

/** The query of the search just before in the same visit, when nothing was clicked there; else -1. */
function reformulated(log: SearchLog, search: number, start: number): number {
  const before = search - 1;
  if (before < start || log.session[before] !== log.session[search]) return -1;
  const outcomes = log.outcome.subarray(before * PAGE_SIZE, (before + 1) * PAGE_SIZE);
  return outcomes.every((value) => value === NOTHING) ? (log.query[before] as number) : -1;
}
