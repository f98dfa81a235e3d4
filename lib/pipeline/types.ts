/**
 * The three interfaces a pipeline is made of, and what flows between them.
 * retrieve (millions -> hundreds) -> filter -> rank (hundreds, by predicted actions) -> re-rank (ten).
 * Lists are structures of arrays, best first, so that the same code runs on 50,000 and on 1,000,000 items.
 */

/** Where a candidate came from. A candidate may have several sources. */
export const SOURCE_NAMES = [
  "two-tower",
  "item-to-item",
  "subscriptions",
  "fresh",
  "popularity",
  "exploration",
] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];

/** One prediction per action. `watch` is the expected watched fraction given a click. */
export const HEAD_NAMES = ["click", "watch", "like", "hide"] as const;
export type HeadName = (typeof HEAD_NAMES)[number];

/** The rankers that can be chosen, from the simplest to the richest. */
export const RANKER_NAMES = ["logistic-regression", "fm", "mlp", "dcn-v2"] as const;
export type RankerName = (typeof RANKER_NAMES)[number];

/** The steps of one request, in order. */
export const STEP_NAMES = ["retrieve", "merge", "filter", "rank", "rules", "diversify"] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** Why an item is no longer there after a step. */
export const DROP_REASONS = [
  "seen",
  "policy",
  "region",
  "language",
  "below-rank-limit",
  "duplicate",
  "creator-cap",
  "below-slate",
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** What a request knows about its user. Item ids are catalogue rows. */
export type Query = {
  /** null for a visitor who only has an edited history. */
  readonly userId: number | null;
  /** Watched items, oldest first. */
  readonly history: Int32Array;
  /** The day the watch happened, aligned with `history`. */
  readonly historyDays: Float32Array;
  readonly language: number;
  readonly region: number;
  /** Creators that the user follows. */
  readonly subscriptions: Int32Array;
  /** The moment of the request, in days since the world began. */
  readonly nowDay: number;
};

/** Best first; `scores[i]` belongs to `items[i]` and compares only within one list. */
export type CandidateList = {
  readonly items: Int32Array;
  readonly scores: Float32Array;
  /** Rows that were compared with the query, where the source searches an index. */
  readonly scanned?: number;
};

/** One source of candidates. Returns at most k items, without repetition, best first. */
export type Retriever = {
  readonly name: SourceName;
  retrieve(query: Query, k: number): CandidateList;
};

/** Candidates of all sources merged: item i came from the sources set in bit mask `sourceMasks[i]`. */
export type MergedCandidates = {
  readonly items: Int32Array;
  /** Bit s is set when SOURCE_NAMES[s] brought the item. */
  readonly sourceMasks: Uint8Array;
  /** Row-major [items, SOURCE_NAMES]: 1-based rank in that source, 0 when absent. */
  readonly sourceRanks: Int32Array;
  /** Row-major [items, SOURCE_NAMES]: that source's own score, 0 when absent. */
  readonly sourceScores: Float32Array;
};

/** Predictions per head (each [items]) and the combined score (each [items]), in the order of `items`. */
export type RankedCandidates = {
  readonly items: Int32Array;
  readonly heads: Readonly<Record<HeadName, Float32Array>>;
  readonly scores: Float32Array;
};

export type HeadWeights = Readonly<Record<HeadName, number>>;

/** A pair of features that a ranker multiplies, and what the pair adds to the logit of the click head. */
export type Cross = { readonly left: string; readonly right: string; readonly logit: number };

/** Scores candidates. Does not sort and does not drop. */
export type Ranker = {
  readonly name: RankerName;
  rank(query: Query, candidates: MergedCandidates, weights: HeadWeights): RankedCandidates;
  /** The strongest crosses of each item, at most `limit` each; empty lists for a ranker without crosses. */
  crosses(query: Query, items: Int32Array, limit: number): readonly (readonly Cross[])[];
};

export type Drop = { readonly item: number; readonly reason: DropReason };
/** A move that a rule made, in 1-based positions. */
export type Move = {
  readonly item: number;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
};

export type RerankInput = {
  /** Best first. */
  readonly items: Int32Array;
  readonly scores: Float32Array;
  readonly slateSize: number;
};
export type RerankOutput = {
  readonly items: Int32Array;
  readonly scores: Float32Array;
  readonly drops: readonly Drop[];
  readonly moves: readonly Move[];
};
/** Reorders, removes, or both. Never adds and never repeats an item. */
export type Reranker = { readonly name: string; rerank(query: Query, input: RerankInput): RerankOutput };

/** Called between steps of long work; awaiting it lets a cancel message in. Throws AbortError when cancelled. */
export type Checkpoint = () => Promise<void>;
