/** Turns a run into the story that the lab shows: the understood query, the funnel, and why each product stands where it does. */
import { gradeOf } from "@/lib/worlds/search/grades";
import { chooseOthers, createStoryteller, describeSources } from "../explain";
import { productCard, querySummary } from "./cards";
import { describeUnderstanding } from "./describe-understanding";
import { SEARCH_FEATURE_COUNT, SEARCH_FEATURES } from "./features";
import { fieldScore, matchedTerms } from "./field-search";
import { hitFeatures } from "./hit-features";
import type { SearchKnobs } from "./knobs";
import { featureSources, rankerFor } from "./pipeline";
import { listQuality, truthOf } from "./quality";
import { explainScore, type TrainedRanker } from "./rankers";
import type { SearchRequest } from "./request";
import type { SearchServing } from "./serving";
import type { Hit, SearchTrace } from "./trace";
import { type PipelineRun, preparedOf } from "./types";

const OTHERS_SHOWN = 40;

/** Matched terms with the words of the query that they stand for. */
function termsOf(
  { scene: { index } }: SearchServing,
  { understood }: SearchRequest,
  item: number,
): Hit["terms"] {
  const total = fieldScore(index, understood.weights, item);
  const wordOf = (term: number) =>
    understood.tokens.find((token) => token.term === term)?.word ??
    understood.expansions
      .filter(({ terms }) => terms.includes(term))
      .map(({ at, length }) =>
        understood.tokens
          .slice(at, at + length)
          .map(({ word }) => word)
          .join(" "),
      )[0] ??
    "";
  return matchedTerms(index, understood.weights, item).map(({ term, field, frequency, contribution }) => ({
    term: index.stems.terms[term] ?? "",
    word: wordOf(term),
    field,
    frequency,
    contribution,
    share: total > 0 ? contribution / total : 0,
  }));
}

type Scored = Pick<Hit, "features" | "base" | "remainder" | "dense">;
const DENSE = SEARCH_FEATURES.findIndex(({ name }) => name === "dense-cosine");

/** What each feature of a product adds to its score; empty where no learnt ranker scored it. */
function scoreStory(ranker: TrainedRanker | null, row: Float32Array, wasRanked: boolean): Scored {
  const dense = row[DENSE] as number;
  if (!ranker || !wasRanked) return { features: [], base: 0, remainder: 0, dense };
  const { base, contributions, remainder } = explainScore(ranker, row);
  const features = SEARCH_FEATURES.map(({ name }, k) => ({
    name,
    value: row[k] as number,
    contribution: contributions[k] as number,
  }));
  return { features, base, remainder, dense };
}

/** The stories of some products of a run. */
function tellAll(serving: SearchServing, run: PipelineRun, knobs: SearchKnobs, items: Int32Array): Hit[] {
  const request = preparedOf(run.query);
  const ranker = run.ranked ? rankerFor(serving, knobs) : null;
  const rows = hitFeatures(featureSources(serving), request, items);
  const tell = createStoryteller(run, "merged", {
    ranked: run.rankedOrder,
    ruled: run.after.get("rules")?.items ?? new Int32Array(0),
    slate: run.slate,
  });
  return Array.from(items, (item, i) => {
    const story = tell(item);
    const row = rows.subarray(i * SEARCH_FEATURE_COUNT, (i + 1) * SEARCH_FEATURE_COUNT);
    return {
      card: productCard(serving.scene, item),
      ...story,
      fusion: story.sources.reduce(
        (sum, { source, rank }) => sum + knobs.fusionWeights[source] / (knobs.fusionConstant + rank),
        0,
      ),
      terms: termsOf(serving, request, item),
      bm25: fieldScore(serving.scene.index, request.understood.weights, item),
      ...scoreStory(ranker, row, story.heads !== null),
      grade: request.queryId >= 0 ? gradeOf(serving.scene.world, request.queryId, item) : null,
    };
  });
}

/** The list of one source, best first. */
export function sourceList({ merged }: PipelineRun, source: "bm25" | "two-tower"): Int32Array {
  const width = merged.sources.length;
  const s = merged.sources.indexOf(source);
  const rankOf = (row: number) => merged.sourceRanks[row * width + s] as number;
  const rows = Array.from(merged.items.keys()).filter((row) => rankOf(row) > 0);
  return Int32Array.from(
    rows.sort((a, b) => rankOf(a) - rankOf(b)),
    (row) => merged.items[row] as number,
  );
}

export type StageLists = Record<"bm25" | "dense" | "fused" | "reranked" | "slate", Int32Array>;

/** What each stage alone would show. The slate is short: the ranked rest follows it, for recall. */
export function stageLists(run: PipelineRun): StageLists {
  const inSlate = new Set(run.slate);
  return {
    bm25: sourceList(run, "bm25"),
    dense: sourceList(run, "two-tower"),
    fused: run.merged.items,
    reranked: run.rankedOrder,
    slate: Int32Array.from([...run.slate, ...run.rankedOrder.filter((item) => !inSlate.has(item))]),
  };
}

function qualityOf({ scene: { world } }: SearchServing, run: PipelineRun): SearchTrace["quality"] {
  if (run.query.queryId < 0) return null;
  const truth = truthOf(world, run.query.queryId);
  const { bm25, dense, fused, reranked, slate } = stageLists(run);
  const of = (items: Int32Array) => listQuality(world, truth, items);
  return { bm25: of(bm25), dense: of(dense), fused: of(fused), ranked: of(reranked), slate: of(slate) };
}

export function explainSearch(serving: SearchServing, run: PipelineRun, knobs: SearchKnobs): SearchTrace {
  const { scene } = serving;
  const others = chooseOthers(run).slice(0, OTHERS_SHOWN);
  const stories = tellAll(serving, run, knobs, Int32Array.from([...run.slate, ...others]));
  const products = scene.world.catalogue.size;
  const { text, queryId } = run.query;
  return {
    knobs,
    text,
    query: queryId >= 0 ? querySummary(scene, queryId) : null,
    understanding: describeUnderstanding(scene.linguist, preparedOf(run.query)),
    products,
    ranker: knobs.ranker,
    labels: rankerFor(serving, knobs) ? knobs.labels : null,
    totalMilliseconds: run.totalMilliseconds,
    steps: run.steps.map((step) => (step.step === "retrieve" ? { ...step, itemsIn: products } : { ...step })),
    sources: describeSources(run),
    slate: stories.slice(0, run.slate.length),
    others: stories.slice(run.slate.length),
    quality: qualityOf(serving, run),
  };
}
