/**
 * What a product search tells about itself, as schemas: the understood query, steps with counts and milliseconds, and
 * for each product why it came in, what each feature added to its score and why it moved or left. These values cross
 * the worker boundary, lie in precomputed runs, and are all that the lab needs to draw.
 */
import * as z from "zod";
import { SEARCH_FEATURE_NAMES } from "./features";
import {
  SEARCH_DROPS,
  SEARCH_LABELS,
  SEARCH_RANKERS,
  SEARCH_SOURCES,
  SEARCH_STEPS,
  searchKnobsSchema,
} from "./knobs";

const count = z.number().int().nonnegative();
const milliseconds = z.number().nonnegative();
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

/** Head: the few most asked; tail: the many that are hardly asked. */
export const QUERY_SLICES = ["head", "torso", "tail"] as const;
export const querySliceSchema = z.enum(QUERY_SLICES);
export type QuerySlice = z.infer<typeof querySliceSchema>;

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

export const searchStepTraceSchema = z.object({
  step: searchStepSchema,
  itemsIn: count,
  itemsOut: count,
  milliseconds,
  /** How many left in this step, by reason. */
  drops: z.partialRecord(z.enum(SEARCH_DROPS), count),
  wasSkipped: z.boolean(),
});
export type SearchStepTrace = z.infer<typeof searchStepTraceSchema>;

export const searchSourceTraceSchema = z.object({
  source: searchSourceSchema,
  asked: count,
  returned: count,
  /** Brought by this source alone. */
  onlyHere: count,
  inSlate: count,
  milliseconds,
});

export const hitSchema = z.object({
  card: productCardSchema,
  sources: z.array(z.object({ source: searchSourceSchema, rank: count, score: z.number() })),
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
  /** The ranker's score as it gave it; null when it left before ranking or the ranker is off. */
  heads: z.object({ relevance: z.number() }).nullable(),
  /** That score with the business boosts, standardised within the request when there are any. */
  score: z.number().nullable(),
  /**
   * What the ranker read, and what each value added to the score. `base` + contributions = `heads.relevance`: exactly for linear
   * and trees, up to `remainder` for the network (see explain.ts). Empty for products that were not ranked.
   */
  features: z.array(
    z.object({ name: z.enum(SEARCH_FEATURE_NAMES), value: z.number(), contribution: z.number() }),
  ),
  base: z.number(),
  remainder: z.number(),
  /** 1-based position after each step; null when it was no longer there. */
  position: z.object({
    merged: count,
    ranked: count.nullable(),
    ruled: count.nullable(),
    slate: count.nullable(),
  }),
  moves: z.array(z.object({ step: searchStepSchema, from: count, to: count, reason: z.string() })),
  left: z.object({ step: searchStepSchema, reason: z.enum(SEARCH_DROPS) }).nullable(),
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
  /** Others of interest: the best ranked that did not make it, and the best that each step removed. At most 60. */
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

export const searchTrainingPointSchema = z.object({
  model: z.enum(["two-tower", "ranker"]),
  step: count,
  steps: count,
  epoch: count,
  loss: z.number(),
  /** Dense recall@100 on held-out queries (two-tower), measured between epochs. */
  recallAt100: z.number().optional(),
  /** True NDCG@10 on held-out queries (ranker), measured between epochs. */
  ndcgAt10: z.number().optional(),
  /** What BM25 alone reaches on the same queries: recall@100 or NDCG@10. */
  bm25: z.number().optional(),
});
export type SearchTrainingPoint = z.infer<typeof searchTrainingPointSchema>;
