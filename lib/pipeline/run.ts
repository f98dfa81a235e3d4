/**
 * The runner: retrieve -> merge -> filter -> rank -> rules -> diversify, with counts, milliseconds, and for every item
 * why it left. It knows the three interfaces and nothing of videos; the same code runs on any catalogue size.
 */
import type { Ablation, Knobs } from "./knobs";
import { Recorder } from "./recorder";
import { mergeSources, type SourceResult, selectCandidates } from "./retrieval/merge";
import type { StepTrace } from "./trace";
import {
  type CandidateList,
  type DropReason,
  type MergedCandidates,
  type Move,
  type Query,
  type RankedCandidates,
  type Ranker,
  type Reranker,
  type Retriever,
  SOURCE_NAMES,
  type SourceName,
  type StepName,
} from "./types";

export type Pipeline = {
  retrievers(knobs: Knobs): readonly Retriever[];
  /** Prepared once per request: decides before ranking whether a candidate may be shown; null when it may. */
  prepareFilter(query: Query): (item: number) => DropReason | null;
  ranker(knobs: Knobs): Ranker;
  /** Indices of ranked items (best first) below the rank limit that the rules need all the same; rising. */
  reserve(knobs: Knobs, query: Query, ranked: Int32Array): readonly number[];
  rules(knobs: Knobs, query: Query): readonly Reranker[];
  diversifiers(knobs: Knobs, query: Query): readonly Reranker[];
};

export type SourceRun = {
  readonly source: SourceName;
  readonly asked: number;
  readonly returned: number;
  /** Rows of the index that were looked at; 0 for a source without one. */
  readonly scanned: number;
  readonly milliseconds: number;
};

export type PipelineRun = {
  readonly steps: readonly StepTrace[];
  readonly sources: readonly SourceRun[];
  readonly merged: MergedCandidates;
  /** In the order of `merged` after the filter; null when the ranker is switched off. */
  readonly ranked: RankedCandidates | null;
  /** Items by falling score, before the rank limit. */
  readonly rankedOrder: Int32Array;
  readonly rankedScores: Float32Array;
  readonly afterRules: Int32Array;
  readonly slate: Int32Array;
  readonly slateScores: Float32Array;
  readonly left: ReadonlyMap<number, { step: StepName; reason: DropReason }>;
  readonly moves: readonly (Move & { step: StepName })[];
  readonly totalMilliseconds: number;
};

/** Constant of reciprocal rank fusion (Cormack et al., 2009). */
const FUSION_CONSTANT = 60;

/** `sum over sources of 1 / (60 + rank)`: the order when no ranker is asked. */
function fuseRanks(candidates: MergedCandidates): Float32Array {
  const width = SOURCE_NAMES.length;
  return Float32Array.from(candidates.items, (_, i) => {
    let sum = 0;
    for (let s = 0; s < width; s++) {
      const rank = candidates.sourceRanks[i * width + s] as number;
      if (rank > 0) sum += 1 / (FUSION_CONSTANT + rank);
    }
    return sum;
  });
}

/** Indices by falling score; equal scores keep their order. */
function orderByScore(scores: Float32Array): Int32Array {
  return Int32Array.from(scores.keys()).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
  );
}

type RankedList = { readonly items: Int32Array; readonly scores: Float32Array };
type Ranking = {
  readonly ranked: RankedCandidates | null;
  readonly sorted: RankedList;
  readonly limited: RankedList;
};
const NOTHING: RankedList = { items: new Int32Array(0), scores: new Float32Array(0) };
const lengthOf = ({ items }: { readonly items: Int32Array }) => items.length;

function takeWhere({ items, scores }: RankedList, keep: (index: number) => boolean): RankedList {
  return {
    items: items.filter((_, index) => keep(index)),
    scores: scores.filter((_, index) => keep(index)),
  };
}

/** One request on its way through the pipeline; each method is one step. */
class RequestRun {
  readonly recorder = new Recorder();

  constructor(
    private readonly pipeline: Pipeline,
    private readonly query: Query,
    private readonly knobs: Knobs,
  ) {}

  private isOff(part: Ablation): boolean {
    return this.knobs.ablate.includes(part);
  }

  /** Asks every source; a source that is switched off is asked for nothing. */
  retrieve() {
    const results: SourceResult[] = [];
    const sources: SourceRun[] = [];
    const retrieveAll = () => {
      for (const retriever of this.pipeline.retrievers(this.knobs)) {
        const source = retriever.name;
        const asked = this.isOff(source) ? 0 : this.knobs.candidates[source];
        const start = performance.now();
        const list = asked > 0 ? retriever.retrieve(this.query, asked) : NOTHING;
        const milliseconds = performance.now() - start;
        const { items, scanned = 0 }: CandidateList = list;
        sources.push({ source, asked, returned: items.length, scanned, milliseconds });
        results.push({ source, list });
      }
      return sources.reduce((sum, { returned }) => sum + returned, 0);
    };
    const retrieved = this.recorder.step("retrieve", 0, retrieveAll, (count) => count);
    return { results, sources, retrieved };
  }

  merge(results: readonly SourceResult[], retrieved: number): MergedCandidates {
    return this.recorder.step("merge", retrieved, () => mergeSources(results), lengthOf);
  }

  filter(merged: MergedCandidates): MergedCandidates {
    const isOff = this.isOff("filter");
    const removeForbidden = () => {
      const reasonFor = this.pipeline.prepareFilter(this.query);
      return selectCandidates(merged, (item) => {
        const reason = reasonFor(item);
        if (reason) this.recorder.drop(item, "filter", reason);
        return reason === null;
      });
    };
    const work = isOff ? () => merged : removeForbidden;
    return this.recorder.step("filter", merged.items.length, work, lengthOf, isOff);
  }

  /** Scores, sorts, and lets the first `rankLimit` go on, with those below that the rules need all the same. */
  rank(candidates: MergedCandidates): Ranking {
    const { pipeline, query, knobs, recorder } = this;
    const isOff = this.isOff("ranker");
    const work = () => {
      const ranked = isOff ? null : pipeline.ranker(knobs).rank(query, candidates, knobs.headWeights);
      const scores = ranked?.scores ?? fuseRanks(candidates);
      const order = orderByScore(scores);
      const sorted = {
        items: order.map((i) => candidates.items[i] as number),
        scores: Float32Array.from(order, (i) => scores[i] as number),
      };
      const reserved = new Set(this.isOff("rules") ? [] : pipeline.reserve(knobs, query, sorted.items));
      const goesOn = (index: number) => index < knobs.rankLimit || reserved.has(index);
      for (const [index, item] of sorted.items.entries())
        if (!goesOn(index)) recorder.drop(item, "rank", "below-rank-limit");
      return { ranked, sorted, limited: takeWhere(sorted, goesOn) };
    };
    return recorder.step("rank", candidates.items.length, work, ({ limited }) => lengthOf(limited), isOff);
  }

  rules(limited: RankedList): RankedList {
    const isOff = this.isOff("rules");
    const rules = isOff ? [] : this.pipeline.rules(this.knobs, this.query);
    const work = () => this.apply(rules, "rules", limited);
    return this.recorder.step("rules", limited.items.length, work, lengthOf, isOff);
  }

  /** Reorders and cuts to the slate. */
  diversify(ruled: RankedList): RankedList {
    const { slateSize } = this.knobs;
    const diversifiers = this.isOff("diversify") ? [] : this.pipeline.diversifiers(this.knobs, this.query);
    const work = () => {
      const { items, scores } = this.apply(diversifiers, "diversify", ruled);
      for (const item of items.subarray(slateSize)) this.recorder.drop(item, "diversify", "below-slate");
      return { items: items.slice(0, slateSize), scores: scores.slice(0, slateSize) };
    };
    return this.recorder.step("diversify", ruled.items.length, work, lengthOf, diversifiers.length === 0);
  }

  private apply(rerankers: readonly Reranker[], step: StepName, list: RankedList): RankedList {
    const { query, recorder } = this;
    const { slateSize } = this.knobs;
    let current = list;
    for (const reranker of rerankers) {
      const { items, scores, drops, moves } = reranker.rerank(query, { ...current, slateSize });
      for (const { item, reason } of drops) recorder.drop(item, step, reason);
      for (const move of moves) recorder.moves.push({ ...move, step });
      current = { items, scores };
    }
    return current;
  }
}

/** From a query to a slate. Synchronous: nothing else happens in the worker meanwhile. */
export function runPipeline(pipeline: Pipeline, query: Query, knobs: Knobs): PipelineRun {
  const start = performance.now();
  const request = new RequestRun(pipeline, query, knobs);
  const { results, sources, retrieved } = request.retrieve();
  const merged = request.merge(results, retrieved);
  const { ranked, sorted, limited } = request.rank(request.filter(merged));
  const ruled = request.rules(limited);
  const slate = request.diversify(ruled);
  const { steps, left, moves } = request.recorder;
  return {
    steps,
    sources,
    merged,
    ranked,
    rankedOrder: sorted.items,
    rankedScores: sorted.scores,
    afterRules: ruled.items,
    slate: slate.items,
    slateScores: slate.scores,
    left,
    moves,
    totalMilliseconds: performance.now() - start,
  };
}
