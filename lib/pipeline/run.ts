/**
 * The runner: retrieve -> merge -> filter -> rank -> rules -> diversify, with counts, milliseconds, and for every item
 * why it left. It knows the three interfaces and nothing of videos; the same code runs on any catalogue size.
 */
import type { Knobs } from "./knobs";
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

/** Decides before ranking whether a candidate may be shown; null when it may. */
export type Filter = (query: Query, item: number) => DropReason | null;

export type Pipeline = {
  retrievers(knobs: Knobs): readonly Retriever[];
  /** Filters that depend on the query may prepare once per request. */
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
export function fuseRanks(candidates: MergedCandidates): Float32Array {
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

class Recorder {
  readonly steps: StepTrace[] = [];
  readonly left = new Map<number, { step: StepName; reason: DropReason }>();
  readonly moves: (Move & { step: StepName })[] = [];

  /** Runs one step and notes its counts and time. `work` returns what came in and out. */
  step<T>(
    step: StepName,
    wasSkipped: boolean,
    itemsIn: number,
    work: () => { value: T; itemsOut: number },
  ): T {
    const before = this.left.size;
    const start = performance.now();
    const { value, itemsOut } = work();
    const milliseconds = performance.now() - start;
    const drops: StepTrace["drops"] = {};
    for (const { reason } of [...this.left.values()].slice(before)) drops[reason] = (drops[reason] ?? 0) + 1;
    this.steps.push({ step, itemsIn, itemsOut, milliseconds, drops, wasSkipped });
    return value;
  }

  drop(item: number, step: StepName, reason: DropReason) {
    this.left.set(item, { step, reason });
  }
}

function retrieve(
  pipeline: Pipeline,
  query: Query,
  knobs: Knobs,
): { results: SourceResult[]; sources: SourceRun[] } {
  const results: SourceResult[] = [];
  const sources: SourceRun[] = [];
  for (const retriever of pipeline.retrievers(knobs)) {
    const source = retriever.name;
    const asked = knobs.ablate.includes(source) ? 0 : knobs.candidates[source];
    const start = performance.now();
    const list: CandidateList =
      asked > 0
        ? retriever.retrieve(query, asked)
        : { items: new Int32Array(0), scores: new Float32Array(0) };
    const milliseconds = performance.now() - start;
    sources.push({ source, asked, returned: list.items.length, scanned: list.scanned ?? 0, milliseconds });
    results.push({ source, list });
  }
  return { results, sources };
}

/** Indices by falling score; equal scores keep their order. */
export function orderByScore(scores: Float32Array): Int32Array {
  return Int32Array.from(scores.keys()).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
  );
}

function applyRerankers(
  rerankers: readonly Reranker[],
  step: StepName,
  query: Query,
  recorder: Recorder,
  list: RankedList,
  slateSize: number,
) {
  let current = list;
  for (const reranker of rerankers) {
    const output = reranker.rerank(query, { ...current, slateSize });
    for (const { item, reason } of output.drops) recorder.drop(item, step, reason);
    for (const move of output.moves) recorder.moves.push({ ...move, step });
    current = { items: output.items, scores: output.scores };
  }
  return { value: current, itemsOut: current.items.length };
}

type RankedList = { items: Int32Array; scores: Float32Array };

function takeWhere({ items, scores }: RankedList, keep: (index: number) => boolean): RankedList {
  return {
    items: items.filter((_, index) => keep(index)),
    scores: scores.filter((_, index) => keep(index)),
  };
}

export function runPipeline(pipeline: Pipeline, query: Query, knobs: Knobs): PipelineRun {
  const isOff = (name: Knobs["ablate"][number]) => knobs.ablate.includes(name);
  const recorder = new Recorder();
  const start = performance.now();

  const { results, sources } = recorder.step("retrieve", false, 0, () => {
    const value = retrieve(pipeline, query, knobs);
    return { value, itemsOut: value.sources.reduce((sum, { returned }) => sum + returned, 0) };
  });
  const retrieved = sources.reduce((sum, { returned }) => sum + returned, 0);
  const merged = recorder.step("merge", false, retrieved, () => {
    const value = mergeSources(results);
    return { value, itemsOut: value.items.length };
  });
  const filtered = recorder.step("filter", isOff("filter"), merged.items.length, () => {
    if (isOff("filter")) return { value: merged, itemsOut: merged.items.length };
    const reasonFor = pipeline.prepareFilter(query);
    const value = selectCandidates(merged, (i) => {
      const item = merged.items[i] as number;
      const reason = reasonFor(item);
      if (reason) recorder.drop(item, "filter", reason);
      return reason === null;
    });
    return { value, itemsOut: value.items.length };
  });
  const { ranked, sorted, limited } = recorder.step("rank", isOff("ranker"), filtered.items.length, () => {
    const ranked = isOff("ranker") ? null : pipeline.ranker(knobs).rank(query, filtered, knobs.headWeights);
    const scores = ranked?.scores ?? fuseRanks(filtered);
    const order = orderByScore(scores);
    const sorted = {
      items: Int32Array.from(order, (i) => filtered.items[i] as number),
      scores: Float32Array.from(order, (i) => scores[i] as number),
    };
    const reserved = new Set(isOff("rules") ? [] : pipeline.reserve(knobs, query, sorted.items));
    const limited = takeWhere(sorted, (index) => index < knobs.rankLimit || reserved.has(index));
    for (const [index, item] of sorted.items.entries())
      if (index >= knobs.rankLimit && !reserved.has(index)) recorder.drop(item, "rank", "below-rank-limit");
    return { value: { ranked, sorted, limited }, itemsOut: limited.items.length };
  });
  const rules = isOff("rules") ? [] : pipeline.rules(knobs, query);
  const ruled = recorder.step("rules", isOff("rules"), limited.items.length, () =>
    applyRerankers(rules, "rules", query, recorder, limited, knobs.slateSize),
  );
  const diversifiers = isOff("diversify") ? [] : pipeline.diversifiers(knobs, query);
  const slate = recorder.step("diversify", diversifiers.length === 0, ruled.items.length, () => {
    const { value } = applyRerankers(diversifiers, "diversify", query, recorder, ruled, knobs.slateSize);
    for (const item of value.items.subarray(knobs.slateSize)) recorder.drop(item, "diversify", "below-slate");
    const top = {
      items: value.items.slice(0, knobs.slateSize),
      scores: value.scores.slice(0, knobs.slateSize),
    };
    return { value: top, itemsOut: top.items.length };
  });

  return {
    steps: recorder.steps,
    sources,
    merged,
    ranked,
    rankedOrder: sorted.items,
    rankedScores: sorted.scores,
    afterRules: ruled.items,
    slate: slate.items,
    slateScores: slate.scores,
    left: recorder.left,
    moves: recorder.moves,
    totalMilliseconds: performance.now() - start,
  };
}
