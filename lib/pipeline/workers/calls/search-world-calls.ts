/** Calls on the search world: make it, load or train its models, find queries, search, and measure. */
import * as z from "zod";
import { DEFAULT_SEARCH_WORLD } from "@/lib/worlds/search/types";
import { searchKnobsSchema } from "../../product-search/knobs";
import {
  clicksStudySchema,
  interleavingSchema,
  labelsComparisonSchema,
  learntRankerSchema,
  searchMetricsSchema,
  searchModelCardSchema,
  searchSpeedSchema,
} from "../../product-search/measures";
import {
  clickModelSchema,
  productCardSchema,
  querySliceSchema,
  querySummarySchema,
  searchEffectSchema,
  searchLabelsSchema,
  searchTraceSchema,
  searchTrainingPointSchema,
  searchWorldSummarySchema,
} from "../../product-search/trace";
import { manifestSchema } from "../../training/weights-manifest";

const count = z.number().int().nonnegative();
export const MAX_PRODUCTS = 200_000;

export const searchWorldOptionsSchema = z.object({
  seed: count.default(DEFAULT_SEARCH_WORLD.seed),
  products: z.number().int().min(1_000).max(MAX_PRODUCTS).default(MAX_PRODUCTS),
  clickModel: clickModelSchema.default("pbm"),
});
export type SearchWorldOptions = z.input<typeof searchWorldOptionsSchema>;

export const searchTrainOptionsSchema = z.object({
  seed: count.default(1),
  epochs: z.number().int().min(1).max(30).default(4),
  labels: searchLabelsSchema.default("grades"),
  ranker: learntRankerSchema.default("lambdarank"),
});
export type SearchTrainOptions = z.input<typeof searchTrainOptionsSchema>;

/** A query of the world, or a text of one's own. */
export const searchedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("query"), queryId: count }),
  z.object({ kind: z.literal("text"), text: z.string().max(120) }),
]);
export type Searched = z.infer<typeof searchedSchema>;

const request = z.object({ searched: searchedSchema, knobs: searchKnobsSchema });

export const SEARCH_WORLD_CALLS = {
  "search-create-world": { params: searchWorldOptionsSchema, result: searchWorldSummarySchema },
  "search-load-models": { params: z.object({ baseUrl: z.string() }), result: searchModelCardSchema },
  /** Trains the towers when there are none for this world and seed, then the ranker on the labels asked for. */
  "search-train": {
    params: searchTrainOptionsSchema,
    result: z.object({
      seconds: z.object({ twoTower: z.number(), ranker: z.number() }),
      curve: z.array(searchTrainingPointSchema),
      /** The pipeline with what was trained. */
      metrics: searchMetricsSchema,
    }),
  },
  /** Queries that begin with `text`, most asked first; a spread sample of the slice when `text` is empty. */
  "search-suggest": {
    params: z.object({
      text: z.string().max(120).default(""),
      slice: querySliceSchema.optional(),
      isHeldOut: z.boolean().optional(),
      limit: z.number().int().min(1).max(100).default(12),
    }),
    result: z.array(querySummarySchema),
  },
  "search-query": { params: request, result: searchTraceSchema },
  /** The same request with other knobs, one by one: what each does to the results. The first entry, "base", is itself. */
  "search-compare": {
    params: request.extend({
      variants: z.array(z.object({ id: z.string().max(60), knobs: searchKnobsSchema })).max(24),
    }),
    result: z.array(searchEffectSchema),
  },
  /** What the judges would put first: the products of the highest grades for a query of the world. */
  "search-ideal": {
    params: z.object({ queryId: count, limit: z.number().int().min(1).max(50).default(10) }),
    result: z.array(z.object({ card: productCardSchema, grade: count })),
  },
  "search-metrics": {
    params: z.object({
      queries: z.number().int().min(10).max(2_000).default(300),
      knobs: searchKnobsSchema.prefault({}),
    }),
    result: searchMetricsSchema,
  },
  /** One ranker trained on clicks, on clicks with weights and on grades, with several seeds, each with a log of its own. */
  "search-compare-labels": {
    params: z.object({
      ranker: learntRankerSchema.default("lambdarank"),
      seeds: z.number().int().min(1).max(10).default(5),
      /** Behaviour that writes the log; the weights always assume the position-based model. */
      clickModel: clickModelSchema.optional(),
      epochs: z.number().int().min(1).max(30).default(4),
      queries: z.number().int().min(10).max(2_000).default(300),
    }),
    result: labelsComparisonSchema,
  },
  /** Every ranker that is there, on the same candidates of the same held-out queries. */
  "search-compare-rankers": {
    params: z.object({ queries: z.number().int().min(10).max(2_000).default(300) }),
    result: searchModelCardSchema.shape.rankers,
  },
  "search-study-clicks": {
    params: z.object({
      ranker: learntRankerSchema.default("lambdarank"),
      queries: z.number().int().min(10).max(2_000).default(300),
    }),
    result: clicksStudySchema,
  },
  /** Team-draft interleaving of two pipelines on simulated shoppers. */
  "search-interleave": {
    params: z.object({
      left: searchKnobsSchema,
      right: searchKnobsSchema,
      impressions: z.number().int().min(100).max(50_000).default(4_000),
      seed: count.default(1),
    }),
    result: interleavingSchema,
  },
  /** Speed of each step over `queries` queries. */
  "search-measure-speed": {
    params: z.object({
      queries: z.number().int().min(1).max(5_000).default(200),
      knobs: searchKnobsSchema.prefault({}),
    }),
    result: searchSpeedSchema,
  },
  /** What the models hold now; equal before and after any number of requests. */
  "search-memory": {
    params: z.object({}),
    result: z.object({ tensors: count, tensorBytes: count, indexBytes: count }),
  },
  /** The weights of the present models, to be published by the training command. */
  "search-export-models": {
    params: z.object({}),
    result: z.object({
      manifest: manifestSchema,
      bytes: z.instanceof(Uint8Array),
      embeddingSize: count,
      parameters: z.object({ twoTower: count, rankers: z.record(z.string(), count) }),
    }),
  },
} as const;
