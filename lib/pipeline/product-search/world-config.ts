/** The world that a call asks for: a smaller catalogue has fewer queries and a shorter log, in proportion. */
import { type ClickModel, DEFAULT_SEARCH_WORLD, type SearchWorldConfig } from "@/lib/worlds/search/types";

const FEWEST_QUERIES = 600;
const FEWEST_SEARCHES = 12_000;

export function worldConfigOf(options: {
  readonly seed: number;
  readonly products: number;
  readonly clickModel: ClickModel;
}): SearchWorldConfig {
  const share = options.products / DEFAULT_SEARCH_WORLD.products;
  return {
    ...DEFAULT_SEARCH_WORLD,
    ...options,
    queries: Math.max(FEWEST_QUERIES, Math.round(DEFAULT_SEARCH_WORLD.queries * share)),
    searches: Math.max(FEWEST_SEARCHES, Math.round(DEFAULT_SEARCH_WORLD.searches * share)),
  };
}
