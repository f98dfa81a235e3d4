/** The words of product search: sources, rankers, labels, steps and reasons. One word each, in code, address and page. */

/** Where a candidate came from; a candidate may have both. */
export const SEARCH_SOURCES = ["bm25", "two-tower"] as const;
export type SearchSource = (typeof SEARCH_SOURCES)[number];

/**
 * What orders the candidates: BM25 alone, a weighted sum of standardised features, a small network with lambda
 * gradients (tfjs), or boosted trees with the same gradients.
 */
export const SEARCH_RANKERS = ["bm25", "linear", "lambdarank", "lambdamart"] as const;
export type SearchRanker = (typeof SEARCH_RANKERS)[number];

/** The rankers that learn. */
export const LEARNT_RANKERS = ["linear", "lambdarank", "lambdamart"] as const;
export type LearntRanker = (typeof LEARNT_RANKERS)[number];

/** What a ranker learns from: judges' grades, clicks as they are, or clicks weighted by the inverse chance of being seen. */
export const SEARCH_LABELS = ["grades", "clicks", "clicks-ips"] as const;
export type SearchLabels = (typeof SEARCH_LABELS)[number];

export const SEARCH_STEPS = [
  "understand",
  "retrieve",
  "merge",
  "filter",
  "rank",
  "rules",
  "diversify",
] as const;
export type SearchStep = (typeof SEARCH_STEPS)[number];

export const SEARCH_DROPS = [
  "out-of-stock",
  "policy",
  "below-rank-limit",
  "duplicate",
  "seller-cap",
  "below-slate",
] as const;
export type SearchDrop = (typeof SEARCH_DROPS)[number];

/** What can be switched off to see what it is worth. */
export const SEARCH_ABLATIONS = ["bm25", "two-tower", "filter", "ranker", "rules", "diversify"] as const;
export type SearchAblation = (typeof SEARCH_ABLATIONS)[number];

/** Head: the first 1 % of the queries by frequency; torso: the next 9 %; tail: the rest. */
export const QUERY_SLICES = ["head", "torso", "tail"] as const;
export type QuerySlice = (typeof QUERY_SLICES)[number];

/** The one thing that the rankers predict. */
export const SEARCH_HEADS = ["relevance"] as const;
export type SearchHead = (typeof SEARCH_HEADS)[number];
