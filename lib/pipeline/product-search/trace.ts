/**
 * What a product search tells about itself, as schemas: the understood query, steps with counts and milliseconds, and
 * for each product why it came in, what each feature added to its score and why it moved or left. These values cross
 * the worker boundary, lie in precomputed runs, and are all that the lab needs to draw.
 */
import * as z from "zod";
import {
  countSchema as count,
  itemTraceSchemaFor,
  millisecondsSchema as milliseconds,
  sourceTraceSchemaFor,
  stepTraceSchemaFor,
  trainingPointSchemaFor,
} from "../trace";
import { SEARCH_FEATURE_NAMES } from "./features";
import { searchKnobsSchema } from "./knobs";
import {
  QUERY_SLICES,
  SEARCH_DROPS,
  SEARCH_HEADS,
  SEARCH_LABELS,
  SEARCH_RANKERS,
  SEARCH_SOURCES,
  SEARCH_STEPS,
} from "./names";

export const searchSourceSchema = z.enum(SEARCH_SOURCES);
export const searchStepSchema = z.enum(SEARCH_STEPS);
export const searchRankerSchema = z.enum(SEARCH_RANKERS);
export const searchLabelsSchema = z.enum(SEARCH_LABELS);

/** A value with its 95 % interval. */
export const intervalSchema = z.object({ mean: z.number(), low: z.number(), high: z.number() });
export type Interval = z.infer<typeof intervalSchema>;

export const productCardSchema = z.object({
  item: count,
  title: z.string(),
  brand: z.string(),
  seller: z.string(),
  sellerId: count,
  /** Department, such as "Kitchen", and category within it, such as "Cookware". */
  department: z.string(),
  category: z.string(),
  /** Pounds. */
  price: z.number(),
  /** Mean of the reviews in stars, 1 to 5; 0 when there is none. */
  rating: z.number(),
  reviews: count,
  /** Days before the request that it was listed. */
  ageDays: z.number(),
  inStock: z.boolean(),
});
export type ProductCard = z.infer<typeof productCardSchema>;

export const querySliceSchema = z.enum(QUERY_SLICES);

export const querySummarySchema = z.object({
  queryId: count,
  text: z.string(),
  slice: querySliceSchema,
  /** Kind of wish behind it, as the simulator knows it. */
  intent: z.string(),
  /** How often it stands in the log. */
  searches: count,
  /** Held out: no ranker learns from it. */
  isHeldOut: z.boolean(),
});
export type QuerySummary = z.infer<typeof querySummarySchema>;

/** One word of the query and what became of it. */
export const queryTokenSchema = z.object({
  /** As typed, lower case. */
  word: z.string(),
  /** The term looked up; differs from `word` after spelling correction. */
  term: z.string(),
  status: z.enum(["known", "corrected", "unknown"]),
  /** Edits between word and term; 0 unless corrected. */
  edits: count,
  /** In how many titles the term stands. */
  documents: count,
  idf: z.number(),
  synonyms: z.array(z.object({ term: z.string(), weight: z.number(), documents: count })),
  /** What the word was recognised as. */
  role: z.enum(["brand", "type", "attribute", "model"]).nullable(),
});
export type QueryToken = z.infer<typeof queryTokenSchema>;

export const understandingSchema = z.object({
  tokens: z.array(queryTokenSchema),
  brand: z.string().nullable(),
  type: z.string().nullable(),
  /** Colours, materials, sizes, audiences. */
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Categories by the chance that a click on this query goes there, learnt from the log; at most three. */
  categories: z.array(z.object({ name: z.string(), share: z.number() })),
  /** What was recognised says what is wanted. */
  intent: z.enum(["model", "brand", "type", "category", "gift", "open"]),
  /** The text as searched, when words were corrected. */
  correctedText: z.string().nullable(),
});
export type Understanding = z.infer<typeof understandingSchema>;

export const searchStepTraceSchema = stepTraceSchemaFor(SEARCH_STEPS, SEARCH_DROPS);
export type SearchStepTrace = z.infer<typeof searchStepTraceSchema>;

export const searchSourceTraceSchema = sourceTraceSchemaFor(SEARCH_SOURCES);

/**
 * The story of one product. `score` is the ranker's with the business boosts, standardised within the request when
 * there are any; `heads.relevance` is the ranker's own.
 */
export const hitSchema = itemTraceSchemaFor({
  card: productCardSchema,
  sources: SEARCH_SOURCES,
  heads: SEARCH_HEADS,
  steps: SEARCH_STEPS,
  reasons: SEARCH_DROPS,
  positions: ["merged", "ranked", "ruled", "slate"],
}).extend({
  /** Score of reciprocal rank fusion. */
  fusion: z.number(),
  /** What each matched term adds to the BM25 score; `bm25` is their sum. */
  terms: z.array(
    z.object({
      term: z.string(),
      /** The query word it stands for; differs for synonyms and corrections. */
      word: z.string(),
      field: z.enum(["title", "shelf"]),
      frequency: count,
      contribution: z.number(),
      share: z.number(),
    }),
  ),
  bm25: z.number(),
  /** Cosine of the two towers; null when no towers are there. */
  dense: z.number().nullable(),
  /**
   * What the ranker read, and what each value added to the score. `base` + contributions = `heads.relevance`: exactly for linear
   * and trees, up to `remainder` for the network (see explain.ts). Empty for products that were not ranked.
   */
  features: z.array(
    z.object({ name: z.enum(SEARCH_FEATURE_NAMES), value: z.number(), contribution: z.number() }),
  ),
  base: z.number(),
  remainder: z.number(),
  /** Relevance 0 to 4 by the simulator, for the reader; null for a text that is not a query of the world. */
  grade: z.number().int().min(0).max(4).nullable(),
});
export type Hit = z.infer<typeof hitSchema>;

export const listQualitySchema = z.object({ ndcg10: z.number(), mrr10: z.number(), recall100: z.number() });

export const searchTraceSchema = z.object({
  knobs: searchKnobsSchema,
  text: z.string(),
  /** null for a text that is not a query of the world. */
  query: querySummarySchema.nullable(),
  understanding: understandingSchema,
  products: count,
  ranker: searchRankerSchema,
  /** What the ranker learnt from; null when it does not learn. */
  labels: searchLabelsSchema.nullable(),
  /** Text to slate, without building this trace. */
  totalMilliseconds: milliseconds,
  steps: z.array(searchStepTraceSchema),
  sources: z.array(searchSourceTraceSchema),
  /** The results page, in order. */
  slate: z.array(hitSchema),
  /** Others of interest: the best ranked that did not make it, and the best that each step removed. At most 40. */
  others: z.array(hitSchema),
  /** True quality of each stage's list for this query; null for a text that is not a query of the world. */
  quality: z
    .object({
      bm25: listQualitySchema,
      dense: listQualitySchema,
      fused: listQualitySchema,
      ranked: listQualitySchema,
      slate: listQualitySchema,
    })
    .nullable(),
});
export type SearchTrace = z.infer<typeof searchTraceSchema>;

/** One slate in numbers, and against the slate of the request it is compared with. */
export const searchEffectSchema = z.object({
  id: z.string(),
  slate: z.array(count),
  titles: z.array(z.string()),
  /** Items shared with the base slate. */
  kept: count,
  /** True NDCG@10; null for a text that is not a query of the world. */
  ndcg10: z.number().nullable(),
  /** 1 - mean cosine of all pairs. */
  diversity: z.number(),
  sellers: count,
  brands: count,
  duplicates: count,
  outOfStock: count,
  milliseconds,
});
export type SearchEffect = z.infer<typeof searchEffectSchema>;

export const CLICK_MODELS = ["pbm", "cascade"] as const;
export const clickModelSchema = z.enum(CLICK_MODELS);
export type ClickModelName = z.infer<typeof clickModelSchema>;

export const searchWorldSummarySchema = z.object({
  seed: count,
  products: count,
  queries: z.object({ head: count, torso: count, tail: count }),
  brands: count,
  types: count,
  sellers: count,
  days: count,
  /** Result pages in the log, and clicks on them. */
  searches: count,
  clicks: count,
  clickModel: clickModelSchema,
  /** FNV-1a of catalogue, queries and log: models fit every world that has the same one. */
  hash: z.string(),
});
export type SearchWorldSummary = z.infer<typeof searchWorldSummarySchema>;

/** Measured between epochs on held-out queries: dense recall@100 of the towers, true NDCG@10 of the ranker; and BM25's. */
export const searchTrainingPointSchema = trainingPointSchemaFor(
  ["two-tower", "ranker"],
  ["recallAt100", "ndcgAt10", "bm25"],
);
export type SearchTrainingPoint = z.infer<typeof searchTrainingPointSchema>;
