/** Puts the pipeline of product search together from its parts. */
import { AppError } from "@/lib/errors";
import { createMmr } from "../reranking/diversify";
import { reserveBelow } from "../reranking/reserve";
import { createDedupRule, createGroupCap } from "../reranking/rules";
import { fuseRanks } from "../retrieval/merge";
import { createBoosts, hasBoosts } from "./boosts";
import { FieldSearch, fieldScore } from "./field-search";
import { hitFeatures } from "./hit-features";
import type { SearchKnobs } from "./knobs";
import { SEARCH_SOURCES, type SearchDrop } from "./names";
import { isLearnt, scoreRows, type TrainedRanker } from "./rankers";
import { requestFor } from "./request";
import { rankerKey, type SearchServing } from "./serving";
import { type Pipeline, preparedOf, type Ranker, type Reranker, type Retriever } from "./types";

/** The seller cap counts a page of ten; a longer page has as many more. */
const CAP_PAGE = 10;

/** The trained ranker that the knobs ask for, null for BM25. Throws an AppError when there is none. */
export function rankerFor({ rankers }: SearchServing, { ranker, labels }: SearchKnobs): TrainedRanker | null {
  if (!isLearnt(ranker)) return null;
  const trained = rankers.get(rankerKey(ranker, labels));
  if (!trained) throw new AppError("invalid-input", "This ranker has not been trained on these labels yet.");
  return trained;
}

function createRetrievers({ scene, vectors }: SearchServing): Retriever[] {
  const fields = new FieldSearch(scene.index);
  return [
    { name: "bm25", retrieve: (query, k) => fields.search(preparedOf(query).understood.weights, k) },
    {
      name: "two-tower",
      retrieve(query, k) {
        const { vector, understood } = preparedOf(query);
        if (understood.words.length === 0) return { items: new Int32Array(0), scores: new Float32Array(0) };
        return vectors.search(vector, k);
      },
    },
  ];
}

export const featureSources = ({ scene, vectors }: SearchServing) => ({
  catalogue: scene.world.catalogue,
  index: scene.index,
  columns: scene.columns,
  history: scene.history,
  vectors,
});

function createRanker(serving: SearchServing, knobs: SearchKnobs): Ranker {
  const trained = rankerFor(serving, knobs);
  return {
    name: knobs.ranker,
    rank(query, { items }) {
      const request = preparedOf(query);
      const scores = trained
        ? scoreRows(trained, hitFeatures(featureSources(serving), request, items), items.length)
        : Float32Array.from(items, (item) =>
            fieldScore(serving.scene.index, request.understood.weights, item),
          );
      return { items, heads: { relevance: scores }, scores };
    },
  };
}

/** Not sold out, and no title that repeats itself: the shop's policy against stuffing. */
function createFilter({ scene: { world, columns } }: SearchServing): (item: number) => SearchDrop | null {
  return (item) => {
    if (world.catalogue.stock[item] === 0) return "out-of-stock";
    return columns.isStuffed[item] ? "policy" : null;
  };
}

export function createSearchPipeline(serving: SearchServing): Pipeline {
  const { scene, vectors } = serving;
  const { catalogue } = scene.world;
  const retrievers = createRetrievers(serving);
  const contentOf = (item: number) => scene.columns.content[item] as number;
  const groupOf = (item: number) => catalogue.seller[item] as number;
  const capOf = ({ sellerCap, slateSize }: SearchKnobs) => sellerCap * Math.ceil(slateSize / CAP_PAGE);
  const filter = createFilter(serving);
  const rulesFor = (knobs: SearchKnobs): Reranker[] => [
    createDedupRule(contentOf),
    ...(hasBoosts(knobs) ? [createBoosts(catalogue, knobs, scene.plan.now)] : []),
    createGroupCap({ name: "seller cap", reason: "seller-cap", groupOf, cap: capOf(knobs) }),
  ];
  return {
    sources: SEARCH_SOURCES,
    preparation: {
      step: "understand",
      prepare: (query, knobs) => ({
        ...query,
        prepared: requestFor(serving, query.text, query.queryId, scene.plan.now, knobs),
      }),
    },
    retrievers: () => retrievers,
    mergeScores: (candidates, knobs) => fuseRanks(candidates, knobs.fusionWeights, knobs.fusionConstant),
    prepareFilter: () => filter,
    ranker: (knobs) => createRanker(serving, knobs),
    reserve(knobs, _query, ranked) {
      if (knobs.ablate.includes("rules")) return [];
      const nature = { contentOf, groupOf, isFresh: () => false };
      const { slateSize, rankLimit } = knobs;
      return reserveBelow(ranked, nature, { slateSize, rankLimit, groupCap: capOf(knobs), freshQuota: 0 });
    },
    rerankingSteps: (knobs) => [
      { step: "rules", rerankers: rulesFor(knobs) },
      {
        step: "diversify",
        rerankers:
          knobs.diversifier === "none" ? [] : [createMmr((a, b) => vectors.cosine(a, b), knobs.mmrLambda)],
      },
    ],
  };
}
