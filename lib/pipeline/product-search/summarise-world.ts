/** The search world in numbers, and which models fit it. */

import type { SearchWorld } from "@/lib/worlds/search/types";
import { NOTHING, SLICES } from "@/lib/worlds/search/types";
import { PRODUCT_TYPES } from "@/lib/worlds/search/vocabulary";
import { hashWorld } from "@/lib/worlds/search/world";
import type { SearchWorldSummary } from "./trace";

const distinct = (values: Iterable<number>) => new Set(values).size;

export function summariseWorld(world: SearchWorld): SearchWorldSummary {
  const { config, catalogue, queries, log } = world;
  const inSlice = (slice: (typeof SLICES)[number]) =>
    queries.slice.reduce((count, value) => count + Number(SLICES[value] === slice), 0);
  return {
    seed: config.seed,
    products: catalogue.size,
    queries: { head: inSlice("head"), torso: inSlice("torso"), tail: inSlice("tail") },
    brands: distinct(catalogue.brand),
    types: PRODUCT_TYPES.length,
    sellers: distinct(catalogue.seller),
    days: config.days,
    searches: log.size,
    clicks: log.outcome.reduce((count, outcome) => count + Number(outcome !== NOTHING), 0),
    clickModel: config.clickModel,
    hash: hashWorld(world),
  };
}

/** A smaller shop of the same seed has the first shelves of the larger one: words and features mean the same in both. */
export const fitsWorld = (trained: SearchWorldSummary, world: SearchWorldSummary): boolean =>
  trained.hash === world.hash ||
  (trained.seed === world.seed &&
    trained.clickModel === world.clickModel &&
    trained.products > world.products);
