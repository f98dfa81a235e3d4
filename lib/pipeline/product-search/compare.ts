/** The same search with other knobs, one by one: what each does to the results. */
import { intraListDiversity } from "@/lib/evaluation/ranking";
import { productTitle } from "@/lib/worlds/search/titles";
import { runPipeline } from "../run";
import type { Checkpoint } from "../types";
import type { SearchKnobs } from "./knobs";
import { listQuality, truthOf } from "./quality";
import type { SearchServing } from "./serving";
import type { SearchEffect } from "./trace";
import type { Pipeline, SearchQuery } from "./types";

export type SearchVariant = { readonly id: string; readonly knobs: SearchKnobs };

/** Repetitions of a value among items. */
const repetitions = (values: readonly number[]) => values.length - new Set(values).size;

function describeSlate(
  { scene, vectors }: SearchServing,
  query: SearchQuery,
  slate: Int32Array,
  base: ReadonlySet<number>,
): Omit<SearchEffect, "id" | "milliseconds"> {
  const { world, columns } = scene;
  const items = Array.from(slate);
  const truth = query.queryId >= 0 ? truthOf(world, query.queryId) : null;
  return {
    slate: items,
    titles: items.map((item) => productTitle(world.titles, item)),
    kept: items.filter((item) => base.has(item)).length,
    ndcg10: truth ? listQuality(world, truth, slate).ndcg10 : null,
    diversity: intraListDiversity(items, (a, b) => 1 - vectors.cosine(a, b)),
    sellers: new Set(items.map((item) => world.catalogue.seller[item])).size,
    brands: new Set(items.map((item) => world.catalogue.brand[item])).size,
    duplicates: repetitions(items.map((item) => columns.content[item] as number)),
    outOfStock: items.filter((item) => world.catalogue.stock[item] === 0).length,
  };
}

/** The first entry, with the id "base", is the request itself. @throws what the checkpoint throws. */
export async function compareSearches(
  serving: SearchServing,
  pipeline: Pipeline,
  query: SearchQuery,
  knobs: SearchKnobs,
  variants: readonly SearchVariant[],
  checkpoint: Checkpoint,
): Promise<SearchEffect[]> {
  const effects: SearchEffect[] = [];
  let base: ReadonlySet<number> = new Set();
  for (const variant of [{ id: "base", knobs }, ...variants]) {
    const run = runPipeline(pipeline, query, variant.knobs);
    if (effects.length === 0) base = new Set(run.slate);
    effects.push({
      id: variant.id,
      milliseconds: run.totalMilliseconds,
      ...describeSlate(serving, query, run.slate, base),
    });
    await checkpoint();
  }
  return effects;
}
