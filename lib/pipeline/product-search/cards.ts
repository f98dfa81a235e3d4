/** Products and queries as a page shows them. */
import { brandName, sellerName } from "@/lib/worlds/search/names";
import { productTitle } from "@/lib/worlds/search/titles";
import { QUERY_KINDS, SLICES } from "@/lib/worlds/search/types";
import { CATEGORIES } from "@/lib/worlds/search/vocabulary";
import { isTrainingQuery } from "./click-pairs";
import type { QuerySlice } from "./names";
import type { SearchScene } from "./scene";
import type { ProductCard, QuerySummary } from "./trace";

export function productCard({ world, plan }: SearchScene, item: number): ProductCard {
  const { catalogue, titles } = world;
  const seller = catalogue.seller[item] as number;
  const category = CATEGORIES[catalogue.category[item] as number];
  return {
    item,
    title: productTitle(titles, item),
    brand: brandName(catalogue.brand[item] as number),
    seller: sellerName(seller),
    sellerId: seller,
    department: category?.department ?? "",
    category: category?.name ?? "",
    price: catalogue.price[item] as number,
    rating: catalogue.rating[item] as number,
    reviews: catalogue.reviews[item] as number,
    ageDays: Math.max(0, plan.now - (catalogue.listedDay[item] as number)),
    inStock: catalogue.stock[item] !== 0,
  };
}

export const sliceOf = ({ world }: SearchScene, query: number): QuerySlice =>
  SLICES[world.queries.slice[query] as number] ?? "tail";

export function querySummary(scene: SearchScene, query: number): QuerySummary {
  const { queries, truth } = scene.world;
  return {
    queryId: query,
    text: queries.text[query] as string,
    slice: sliceOf(scene, query),
    intent: QUERY_KINDS[truth.intents.kind[query] as number] ?? "type",
    searches: scene.searches[query] as number,
    isHeldOut: !isTrainingQuery(queries, query),
  };
}

export type SuggestOptions = {
  readonly text: string;
  readonly slice?: QuerySlice | undefined;
  readonly isHeldOut?: boolean | undefined;
  readonly limit: number;
};

/** Queries that begin with `text`, most asked first; evenly spread over those that fit when there is no text. */
export function suggestQueries(
  scene: SearchScene,
  { text, slice, isHeldOut, limit }: SuggestOptions,
): QuerySummary[] {
  const { queries } = scene.world;
  const start = text.trim().toLowerCase();
  const fitting: number[] = [];
  for (let query = 0; query < queries.size; query++) {
    if (start !== "" && !queries.text[query]?.startsWith(start)) continue;
    if (slice && sliceOf(scene, query) !== slice) continue;
    if (isHeldOut !== undefined && isHeldOut === isTrainingQuery(queries, query)) continue;
    fitting.push(query);
    if (start !== "" && fitting.length === limit) break;
  }
  const every = start === "" ? Math.max(1, Math.floor(fitting.length / limit)) : 1;
  return fitting
    .filter((_, i) => i % every === 0)
    .slice(0, limit)
    .map((query) => querySummary(scene, query));
}
