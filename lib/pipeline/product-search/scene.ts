/** A search world made ready: its texts indexed, its log counted. Everything here follows from the world alone. */
import type { SearchWorld } from "@/lib/worlds/search/types";
import { CATEGORIES } from "@/lib/worlds/search/vocabulary";
import type { Checkpoint } from "../types";
import { type ClickedPair, learnCategoryShares } from "./category-shares";
import { type ClickHistory, countClicks } from "./click-history";
import { collectClickedPairs, isTrainingQuery } from "./click-pairs";
import { createDictionary } from "./dictionary";
import { type DayPlan, planDays } from "./plan";
import { type ProductColumns, readProductColumns } from "./product-columns";
import { createSpeller } from "./spelling";
import { learnSynonyms } from "./synonyms";
import { buildTextIndex, contentWords, type TextIndex } from "./text-index";
import type { Linguist } from "./understand";

export type SearchScene = {
  readonly world: SearchWorld;
  readonly plan: DayPlan;
  readonly index: TextIndex;
  readonly linguist: Linguist;
  readonly columns: ProductColumns;
  /** Clicks until the labels begin: what training rows may know. */
  readonly pastHistory: ClickHistory;
  /** Clicks until now: what a search knows. */
  readonly history: ClickHistory;
  /** Clicked pairs of the history days, of training queries. */
  readonly pairs: readonly ClickedPair[];
  /** Searches in the log by query. */
  readonly searches: Int32Array;
  readonly queryNumbers: ReadonlyMap<string, number>;
  /** Milliseconds that reading and indexing the titles took. */
  readonly indexMilliseconds: number;
};

export type SceneHooks = { readonly checkpoint: Checkpoint; onProgress(fraction: number): void };

function countSearches({ log, queries }: SearchWorld): Int32Array {
  const counts = new Int32Array(queries.size);
  for (const query of log.query) counts[query] = (counts[query] as number) + 1;
  return counts;
}

/** @throws what the checkpoint throws. */
export async function prepareScene(
  world: SearchWorld,
  { checkpoint, onProgress }: SceneHooks,
): Promise<SearchScene> {
  const { catalogue, titles, queries, log } = world;
  const plan = planDays(world.config);
  const start = performance.now();
  const index = await buildTextIndex(catalogue, titles, checkpoint, onProgress);
  const indexMilliseconds = performance.now() - start;
  const dictionary = createDictionary(index.find);
  const columns = await readProductColumns(catalogue, index, dictionary, checkpoint);
  const speller = createSpeller(index.words.terms, index.wordTitles);
  await checkpoint();
  const termsOf = (query: number) => contentWords(queries.text[query] as string).map(index.find);
  const synonyms = learnSynonyms(log, plan.historyEnd, termsOf, (query) => isTrainingQuery(queries, query));
  await checkpoint();
  const pairs = collectClickedPairs(log, queries, 0, plan.historyEnd);
  const categories = learnCategoryShares(pairs, termsOf, (product) => catalogue.category[product] as number);
  await checkpoint();
  const pastHistory = countClicks(log, catalogue.size, plan.historyEnd);
  await checkpoint();
  return {
    world,
    plan,
    index,
    linguist: { index, dictionary, speller, synonyms, categories },
    columns,
    pastHistory,
    history: countClicks(log, catalogue.size, plan.now),
    pairs,
    searches: countSearches(world),
    queryNumbers: new Map(queries.text.map((text, query) => [text, query])),
    indexMilliseconds,
  };
}

export const categoryName = (category: number): string => CATEGORIES[category]?.name ?? "";
