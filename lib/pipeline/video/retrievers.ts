/** The three sources that live on what was watched: nearest vectors, videos watched together, and what many watch. */
import { AppError } from "@/lib/errors";
import { LANGUAGES } from "@/lib/worlds/video/vocabulary";
import { MAX_NEIGHBOURS } from "../retrieval/scan-kernel";
import type { SearchResult } from "../retrieval/vector-index";
import { BagBuilder } from "../training/embedding-table";
import type { CandidateList } from "../types";
import { groupRows, selectBest } from "./candidate-rows";
import type { Knobs } from "./knobs";
import type { VideoServing } from "./serving";
import type { Query, Retriever } from "./types";

const POPULAR_LIST_LENGTH = 2_000;

/**
 * The user's vector [dimension], from the history alone. Encoded once per query, as several sources and the rankers
 * ask for it.
 */
export function encodeQuery(serving: VideoServing, query: Query): Float32Array {
  const known = serving.queryVectors.get(query);
  if (known) return known;
  const bags = new BagBuilder();
  serving.towerFeatures.addUser(bags, query.history, 0, query.history.length, query.language);
  const vector = serving.models.tower.encodeUsers(bags.bags());
  serving.queryVectors.set(query, vector);
  return vector;
}

/** How the index is searched at these knobs. Throws an AppError when it has no lists to search. */
function searcherFor({ index }: VideoServing, knobs: Pick<Knobs, "index" | "probes">) {
  if (knobs.index === "exact") return (vector: Float32Array, k: number) => index.search(vector, k);
  if (index.lists === 0)
    throw new AppError(
      "invalid-input",
      "The index has no lists yet. Group it into lists first, or search it exactly.",
    );
  const probes = Math.min(knobs.probes, index.lists);
  return (vector: Float32Array, k: number) => index.searchLists(vector, k, probes);
}

/**
 * Nearest videos to the user's vector, among all or in the nearest lists. Videos of the future are zero vectors; when
 * so little fits that they come among the first k, the search goes deeper and leaves them out.
 */
export function createTwoTowerRetriever(
  serving: VideoServing,
  knobs: Pick<Knobs, "index" | "probes">,
): Retriever {
  const { uploadDay } = serving.world.catalogue;
  const existing = ({ items, scores, scanned }: SearchResult, query: Query, k: number): CandidateList => {
    const kept = Array.from(items.keys())
      .filter((i) => (uploadDay[items[i] as number] as number) <= query.nowDay)
      .slice(0, k);
    return {
      items: Int32Array.from(kept, (i) => items[i] as number),
      scores: Float32Array.from(kept, (i) => scores[i] as number),
      scanned,
    };
  };
  return {
    name: "two-tower",
    retrieve(query, k) {
      const search = searcherFor(serving, knobs);
      const vector = encodeQuery(serving, query);
      const found = search(vector, k);
      const list = existing(found, query, k);
      if (list.items.length === k || found.items.length < k) return list;
      return existing(search(vector, Math.min(serving.index.size, MAX_NEIGHBOURS)), query, k);
    },
  };
}

/** Videos watched by people who watched the same. */
export function createItemToItemRetriever({ coWatch }: VideoServing): Retriever {
  return {
    name: "item-to-item",
    retrieve(query, k) {
      const items = Int32Array.from(coWatch.load(query.history, 0, query.history.length));
      return selectBest(
        items,
        Float32Array.from(items, (item) => coWatch.scoreOf(item)),
        k,
      );
    },
  };
}

/** What is watched most these days, in the user's language. */
export function createPopularityRetriever({ world, counters, day }: VideoServing): Retriever {
  const { loggedSize, language } = world.catalogue;
  const { starts, rows } = groupRows(loggedSize, LANGUAGES.length, (item) =>
    counters.watches(item) > 0 ? (language[item] as number) : -1,
  );
  const lists = LANGUAGES.map((_, l) => {
    const items = rows.subarray(starts[l], starts[l + 1]);
    const recent = Float32Array.from(items, (item) => counters.recentWatches(item, day));
    return selectBest(items, recent, POPULAR_LIST_LENGTH);
  });
  return {
    name: "popularity",
    retrieve(query, k) {
      const list = lists[query.language];
      return {
        items: list?.items.slice(0, k) ?? new Int32Array(0),
        scores: list?.scores.slice(0, k) ?? new Float32Array(0),
      };
    },
  };
}
