/**
 * The knobs of one product search, as a schema: the lab's controls, its address and the worker read this one definition.
 * Every field has a default, so `searchKnobsSchema.parse({})` is the pipeline as shipped.
 */
import * as z from "zod";
import { SEARCH_ABLATIONS, SEARCH_LABELS, SEARCH_RANKERS } from "./names";

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
    .object({ bm25: z.number().min(0).max(5).default(1), "two-tower": z.number().min(0).max(5).default(0.5) })
    .prefault({}),
  ranker: z.enum(SEARCH_RANKERS).default("lambdarank"),
  labels: z.enum(SEARCH_LABELS).default("grades"),
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
