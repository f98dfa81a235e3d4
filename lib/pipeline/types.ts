/**
 * The three interfaces a pipeline is made of, and what flows between them. A world names its own query, sources, heads,
 * reasons and steps; nothing here knows which. retrieve (millions -> hundreds) -> filter -> rank (hundreds, by predicted
 * actions) -> re-rank (ten). Lists are structures of arrays, best first, so that the same code runs on 50,000 and on
 * 1,000,000 items.
 */

import type { StepTrace } from "./trace";

/** What the runner reads of a world's knobs. */
export type RequestKnobs = {
  /** Items in the slate. */
  readonly slateSize: number;
  /** Candidates asked of each source; a source that is not named is asked for none. */
  readonly candidates: Readonly<Record<string, number>>;
  /** How many ranked items the re-ranker sees. */
  readonly rankLimit: number;
  /** Switched off: names of sources, "filter", "ranker", and names of preparing, light-ranking and re-ranking steps. */
  readonly ablate: readonly string[];
};

/** The names and types of one world's pipeline, in one bundle. */
export type PipelineShape = {
  readonly query: unknown;
  readonly source: string;
  readonly head: string;
  readonly ranker: string;
  readonly reason: string;
  readonly step: string;
  readonly knobs: RequestKnobs;
};

/** The steps that every request takes; a world adds its own before, between and behind them. */
export type RunnerStep = "retrieve" | "merge" | "filter" | "rank";
/** Why the runner itself lets an item go: below the rank limit, or below the slate after the last step. */
export type RunnerReason = "below-rank-limit" | "below-slate";

/** Best first; `scores[i]` belongs to `items[i]` and compares only within one list. */
export type CandidateList = {
  readonly items: Int32Array;
  readonly scores: Float32Array;
  /** Rows that were compared with the query, where the source searches an index. */
  readonly scanned?: number;
};

/** One source of candidates. Returns at most k items, without repetition, best first. */
export type Retriever<Query, Source extends string> = {
  readonly name: Source;
  retrieve(query: Query, k: number): CandidateList;
};

/** Candidates of all sources merged: item i came from the sources set in bit mask `sourceMasks[i]`. */
export type MergedCandidates<Source extends string = string> = {
  /** At most eight. */
  readonly sources: readonly Source[];
  readonly items: Int32Array;
  /** Bit s is set when sources[s] brought the item. */
  readonly sourceMasks: Uint8Array;
  /** Row-major [items, sources]: 1-based rank in that source, 0 when absent. */
  readonly sourceRanks: Int32Array;
  /** Row-major [items, sources]: that source's own score, 0 when absent. */
  readonly sourceScores: Float32Array;
};

/** Predictions per head (each [items]) and the combined score (each [items]), in the order of `items`. */
export type RankedCandidates<Head extends string> = {
  readonly items: Int32Array;
  readonly heads: Readonly<Record<Head, Float32Array>>;
  readonly scores: Float32Array;
};

/** A pair of features that a ranker multiplies, and what the pair adds to the logit of the click head. */
export type Cross = { readonly left: string; readonly right: string; readonly logit: number };

/** Scores candidates. Does not sort and does not drop. `Knobs` is what it reads of a request's knobs. */
export type Ranker<Query, Head extends string, Name extends string, Knobs = unknown> = {
  readonly name: Name;
  rank(query: Query, candidates: MergedCandidates, knobs: Knobs): RankedCandidates<Head>;
  /** The strongest crosses of each item, at most `limit` each; absent from a ranker without such a thing. */
  crosses?(query: Query, items: Int32Array, limit: number): readonly (readonly Cross[])[];
};

/** A cheap scorer between filter and rank: the best `limit` go on, by falling score. */
export type LightRanker<Query, Step extends string, Reason extends string> = {
  readonly step: Step;
  /** Why the others leave. */
  readonly reason: Reason;
  readonly limit: number;
  score(query: Query, candidates: MergedCandidates): Float32Array;
};

export type Drop<Reason extends string> = { readonly item: number; readonly reason: Reason };
/** A move that a rule made, in 1-based positions. */
export type Move = {
  readonly item: number;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
};

export type RankedList = { readonly items: Int32Array; readonly scores: Float32Array };
/** Best first. */
export type RerankInput = RankedList & { readonly slateSize: number };
export type RerankOutput<Reason extends string> = RankedList & {
  readonly drops: readonly Drop<Reason>[];
  readonly moves: readonly Move[];
};
/** Reorders, removes, rescores, or any of these. Never adds and never repeats an item. */
export type Reranker<Query, Reason extends string> = {
  readonly name: string;
  rerank(query: Query, input: RerankInput): RerankOutput<Reason>;
};

/** One named step behind the ranker; its re-rankers run in order. Without any the step counts as skipped. */
export type RerankingStep<Query, Step extends string, Reason extends string> = {
  readonly step: Step;
  readonly rerankers: readonly Reranker<Query, Reason>[];
};

export type StepOf<Shape extends PipelineShape> = Shape["step"] | RunnerStep;
export type ReasonOf<Shape extends PipelineShape> = Shape["reason"] | RunnerReason;
/** Predictions of one request; null when the ranker is switched off. */
export type Ranked<Shape extends PipelineShape> = RankedCandidates<Shape["head"]> | null;

export type Pipeline<Shape extends PipelineShape> = {
  /** Every source that there is; a request may ask fewer. */
  readonly sources: readonly Shape["source"][];
  /** A first step that works the query out before anything is retrieved: its spelling, its intent. */
  readonly preparation?: {
    readonly step: Shape["step"];
    prepare(query: Shape["query"], knobs: Shape["knobs"]): Shape["query"];
  };
  retrievers(knobs: Shape["knobs"]): readonly Retriever<Shape["query"], Shape["source"]>[];
  /**
   * Scores that order the merged candidates, such as `fuseRanks`, and that stand in for a ranker that is switched off;
   * without it they lie by their best rank in any source.
   */
  mergeScores?(candidates: MergedCandidates<Shape["source"]>, knobs: Shape["knobs"]): Float32Array;
  /** Prepared once per request: decides before ranking whether a candidate may be shown; null when it may. */
  prepareFilter(query: Shape["query"], knobs: Shape["knobs"]): (item: number) => ReasonOf<Shape> | null;
  /** Cheap scorers between filter and rank, in order. */
  lightRankers?(
    knobs: Shape["knobs"],
  ): readonly LightRanker<Shape["query"], Shape["step"], ReasonOf<Shape>>[];
  ranker(knobs: Shape["knobs"]): Ranker<Shape["query"], Shape["head"], Shape["ranker"], Shape["knobs"]>;
  /** Indices of ranked items (best first) below the rank limit that later steps need all the same; rising. */
  reserve?(knobs: Shape["knobs"], query: Shape["query"], ranked: Int32Array): readonly number[];
  /** One step at least, in order: the last cuts to the slate. `ranked` holds the predictions, null when the ranker is switched off. */
  rerankingSteps(
    knobs: Shape["knobs"],
    query: Shape["query"],
    ranked: Ranked<Shape>,
  ): readonly RerankingStep<Shape["query"], Shape["step"], ReasonOf<Shape>>[];
};

export type SourceRun<Source extends string> = {
  readonly source: Source;
  readonly asked: number;
  readonly returned: number;
  /** Rows of the index that were looked at; 0 for a source without one. */
  readonly scanned: number;
  readonly milliseconds: number;
};

export type PipelineRun<Shape extends PipelineShape> = {
  /** As the preparation left it. */
  readonly query: Shape["query"];
  readonly steps: readonly StepTrace<StepOf<Shape>, ReasonOf<Shape>>[];
  readonly sources: readonly SourceRun<Shape["source"]>[];
  readonly merged: MergedCandidates<Shape["source"]>;
  /** In the order of the candidates that came to the ranker; null when it is switched off. */
  readonly ranked: Ranked<Shape>;
  /** Items by falling score, before the rank limit. */
  readonly rankedOrder: Int32Array;
  readonly rankedScores: Float32Array;
  /** What each light-ranking and re-ranking step handed on, best first, with its scores. */
  readonly after: ReadonlyMap<StepOf<Shape>, RankedList>;
  readonly slate: Int32Array;
  readonly slateScores: Float32Array;
  readonly left: ReadonlyMap<number, { step: StepOf<Shape>; reason: ReasonOf<Shape> }>;
  readonly moves: readonly (Move & { step: StepOf<Shape> })[];
  readonly totalMilliseconds: number;
};

/** Called between steps of long work; awaiting it lets a cancel message in. Throws AbortError when cancelled. */
export type Checkpoint = () => Promise<void>;
/** What long work is handed: where it may be stopped, and where it says what it is doing and how far it is, from 0 to 1. */
export type WorkContext = {
  readonly checkpoint: Checkpoint;
  report(activity: string, fraction: number): void;
};
