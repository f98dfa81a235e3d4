/**
 * The runner: (prepare the query) -> retrieve -> merge -> filter -> (light rank) -> rank -> named re-ranking steps, with
 * counts, milliseconds, and for every item why it left. It knows the interfaces and nothing of any world: which steps a
 * request takes before, between and behind the fixed ones is data of the pipeline.
 */
import { Recorder } from "./recorder";
import {
  fuseRanks,
  mergeSources,
  orderByScore,
  type SourceResult,
  selectCandidates,
  takeCandidates,
} from "./retrieval/merge";
import type {
  CandidateList,
  LightRanker,
  MergedCandidates,
  Pipeline,
  PipelineRun,
  PipelineShape,
  Ranked,
  RankedList,
  ReasonOf,
  RerankingStep,
  SourceRun,
  StepOf,
} from "./types";

type Ranking<Shape extends PipelineShape> = {
  readonly ranked: Ranked<Shape>;
  readonly sorted: RankedList;
  readonly limited: RankedList;
};
const NOTHING: RankedList = { items: new Int32Array(0), scores: new Float32Array(0) };
const lengthOf = ({ items }: { readonly items: Int32Array }) => items.length;

/** Candidates on their way to the ranker; `scores` are those of the last light ranker. */
type Passing<Source extends string> = {
  readonly candidates: MergedCandidates<Source>;
  readonly scores: Float32Array | null;
};

function takeWhere({ items, scores }: RankedList, keep: (index: number) => boolean): RankedList {
  return {
    items: items.filter((_, index) => keep(index)),
    scores: scores.filter((_, index) => keep(index)),
  };
}

/** One request on its way through the pipeline; each method is one step. */
class RequestRun<Shape extends PipelineShape> {
  readonly recorder = new Recorder<StepOf<Shape>, ReasonOf<Shape>>();

  constructor(
    private readonly pipeline: Pipeline<Shape>,
    private query: Shape["query"],
    private readonly knobs: Shape["knobs"],
  ) {}

  private isOff(part: string): boolean {
    return this.knobs.ablate.includes(part);
  }

  /** Works the query out, where the world has such a step; a step that is switched off leaves it as it is. */
  prepare(): Shape["query"] {
    const { preparation } = this.pipeline;
    if (preparation) {
      const isOff = this.isOff(preparation.step);
      const work = () => (isOff ? this.query : preparation.prepare(this.query, this.knobs));
      this.query = this.recorder.step(preparation.step, 0, work, () => 0, isOff);
    }
    return this.query;
  }

  /** Asks every source; a source that is switched off is asked for nothing. */
  retrieve() {
    const results: SourceResult<Shape["source"]>[] = [];
    const sources: SourceRun<Shape["source"]>[] = [];
    const retrieveAll = () => {
      for (const retriever of this.pipeline.retrievers(this.knobs)) {
        const source = retriever.name;
        const asked = this.isOff(source) ? 0 : (this.knobs.candidates[source] ?? 0);
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

  merge(results: readonly SourceResult<Shape["source"]>[], retrieved: number) {
    const { pipeline } = this;
    const work = () => {
      const merged = mergeSources(pipeline.sources, results);
      const scores = pipeline.mergeScores?.(merged, this.knobs);
      return scores ? takeCandidates(merged, orderByScore(scores)) : merged;
    };
    return this.recorder.step("merge", retrieved, work, lengthOf);
  }

  filter(merged: MergedCandidates<Shape["source"]>) {
    const isOff = this.isOff("filter");
    const removeForbidden = () => {
      const reasonFor = this.pipeline.prepareFilter(this.query, this.knobs);
      return selectCandidates(merged, (item) => {
        const reason = reasonFor(item);
        if (reason) this.recorder.drop(item, "filter", reason);
        return reason === null;
      });
    };
    const work = isOff ? () => merged : removeForbidden;
    return this.recorder.step("filter", merged.items.length, work, lengthOf, isOff);
  }

  /** Each light ranker lets its best go on; one that is switched off lets all. */
  lightRank(filtered: MergedCandidates<Shape["source"]>): Passing<Shape["source"]> {
    let passing: Passing<Shape["source"]> = { candidates: filtered, scores: null };
    for (const light of this.pipeline.lightRankers?.(this.knobs) ?? []) {
      const isOff = this.isOff(light.step);
      const before = passing;
      const work = isOff ? () => before : () => this.limitBy(light, before.candidates);
      const countOf = ({ candidates }: Passing<Shape["source"]>) => lengthOf(candidates);
      passing = this.recorder.step(light.step, lengthOf(before.candidates), work, countOf, isOff);
    }
    return passing;
  }

  private limitBy(
    { step, reason, limit, score }: LightRanker<Shape["query"], Shape["step"], ReasonOf<Shape>>,
    candidates: MergedCandidates<Shape["source"]>,
  ): Passing<Shape["source"]> {
    const scores = score(this.query, candidates);
    const order = orderByScore(scores);
    for (const row of order.subarray(limit))
      this.recorder.drop(candidates.items[row] as number, step, reason);
    const kept = order.subarray(0, limit);
    const passed = {
      candidates: takeCandidates(candidates, kept),
      scores: Float32Array.from(kept, (row) => scores[row] as number),
    };
    this.recorder.after.set(step, { items: passed.candidates.items, scores: passed.scores });
    return passed;
  }

  /**
   * Scores, sorts, and lets the first `rankLimit` go on, with those below that later steps need all the same. Without a
   * ranker the scores are those of the last light ranker, or the fused ranks of the sources.
   */
  rank({ candidates, scores: lightScores }: Passing<Shape["source"]>): Ranking<Shape> {
    const { pipeline, query, knobs, recorder } = this;
    const isOff = this.isOff("ranker");
    const work = () => {
      const ranked = isOff ? null : pipeline.ranker(knobs).rank(query, candidates, knobs);
      const scores =
        ranked?.scores ?? lightScores ?? pipeline.mergeScores?.(candidates, knobs) ?? fuseRanks(candidates);
      const order = orderByScore(scores);
      const sorted = {
        items: order.map((i) => candidates.items[i] as number),
        scores: Float32Array.from(order, (i) => scores[i] as number),
      };
      const reserved = new Set(pipeline.reserve?.(knobs, query, sorted.items));
      const goesOn = (index: number) => index < knobs.rankLimit || reserved.has(index);
      for (const [index, item] of sorted.items.entries())
        if (!goesOn(index)) recorder.drop(item, "rank", "below-rank-limit");
      return { ranked, sorted, limited: takeWhere(sorted, goesOn) };
    };
    return recorder.step("rank", candidates.items.length, work, ({ limited }) => lengthOf(limited), isOff);
  }

  /** The re-ranking steps in order; the last one cuts to the slate. */
  rerank({ ranked, limited }: Ranking<Shape>): RankedList {
    const steps = this.pipeline.rerankingSteps(this.knobs, this.query, ranked);
    let list = limited;
    for (const [index, { step, rerankers }] of steps.entries()) {
      const active = this.isOff(step) ? [] : rerankers;
      const before = list;
      const work = () => {
        const after = this.apply(active, step, before);
        return index === steps.length - 1 ? this.cut(step, after) : after;
      };
      list = this.recorder.step(step, before.items.length, work, lengthOf, active.length === 0);
      this.recorder.after.set(step, list);
    }
    return list;
  }

  private cut(step: Shape["step"], { items, scores }: RankedList): RankedList {
    const { slateSize } = this.knobs;
    for (const item of items.subarray(slateSize)) this.recorder.drop(item, step, "below-slate");
    return { items: items.slice(0, slateSize), scores: scores.slice(0, slateSize) };
  }

  private apply(
    rerankers: RerankingStep<Shape["query"], Shape["step"], ReasonOf<Shape>>["rerankers"],
    step: Shape["step"],
    list: RankedList,
  ): RankedList {
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
export function runPipeline<Shape extends PipelineShape>(
  pipeline: Pipeline<Shape>,
  query: Shape["query"],
  knobs: Shape["knobs"],
): PipelineRun<Shape> {
  const start = performance.now();
  const request = new RequestRun(pipeline, query, knobs);
  const prepared = request.prepare();
  const { results, sources, retrieved } = request.retrieve();
  const merged = request.merge(results, retrieved);
  const ranking = request.rank(request.lightRank(request.filter(merged)));
  const slate = request.rerank(ranking);
  const { steps, left, moves, after } = request.recorder;
  return {
    query: prepared,
    steps,
    sources,
    merged,
    ranked: ranking.ranked,
    rankedOrder: ranking.sorted.items,
    rankedScores: ranking.sorted.scores,
    after,
    slate: slate.items,
    slateScores: slate.scores,
    left,
    moves,
    totalMilliseconds: performance.now() - start,
  };
}
