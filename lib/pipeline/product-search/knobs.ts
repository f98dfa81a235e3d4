/**
 * The knobs of one product search, as a schema: the lab's controls, its address and the worker read this one definition.
 * Every field has a default, so `searchKnobsSchema.parse({})` is the pipeline as shipped.
 */
import * as z from "zod";

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

const candidateCount = z.number().int().min(0).max(1000);
const boost = z.number().min(-2).max(2);

export const searchKnobsSchema = z.object({
  /** Results on the page. */
  slateSize: z.number().int().min(1).max(50).default(10),
  /** Adds the vocabulary's synonyms of a query word to the BM25 query. */
  synonyms: z.boolean().default(true),
  /** Replaces a word that no title has by the nearest word of the vocabulary. */
  spelling: z.boolean().default(true),
  /** Candidates asked of each source. */
  candidates: z
    .object({ bm25: candidateCount.default(200), "two-tower": candidateCount.default(200) })
    .prefault({}),
  /** Constant of reciprocal rank fusion: `sum of weight / (constant + rank)`. */
  fusionConstant: z.number().min(1).max(1000).default(60),
  fusionWeights: z
    .object({ bm25: z.number().min(0).max(5).default(1), "two-tower": z.number().min(0).max(5).default(1) })
    .prefault({}),
  ranker: z.enum(SEARCH_RANKERS).default("lambdarank"),
  labels: z.enum(SEARCH_LABELS).default("clicks-ips"),
  /** How many ranked items the rules see. */
  rankLimit: z.number().int().min(10).max(500).default(100),
  /** Added to scores standardised within the request: 1 is one standard deviation. */
  boosts: z
    .object({
      /** For products listed in the last 30 days. */
      newness: boost.default(0),
      /** Times the standardised logarithm of sales. */
      popularity: boost.default(0),
      /** Times the standardised rating. */
      rating: boost.default(0),
    })
    .prefault({}),
  /** At most so many products of one seller among the first ten. */
  sellerCap: z.number().int().min(1).max(10).default(3),
  diversifier: z.enum(["mmr", "none"]).default("mmr"),
  /** 1 is relevance only, 0 is difference only. */
  mmrLambda: z.number().min(0).max(1).default(0.9),
  ablate: z.array(z.enum(SEARCH_ABLATIONS)).default([]),
});
export type SearchKnobs = z.infer<typeof searchKnobsSchema>;
export type SearchKnobsInput = z.input<typeof searchKnobsSchema>;
export const DEFAULT_SEARCH_KNOBS: SearchKnobs = searchKnobsSchema.parse({});
