/** Results of the measurements on held-out queries, as schemas: quality of stages, clicks against grades, interleaving. */
import * as z from "zod";
import { SEARCH_FEATURE_NAMES } from "./features";
import { LEARNT_RANKERS } from "./names";
import {
  clickModelSchema,
  intervalSchema,
  listQualitySchema,
  productCardSchema,
  querySliceSchema,
  searchLabelsSchema,
  searchRankerSchema,
  searchTrainingPointSchema,
  searchWorldSummarySchema,
} from "./trace";

const count = z.number().int().nonnegative();
export const learntRankerSchema = z.enum(LEARNT_RANKERS);

/** Stages of the funnel whose lists are measured. */
export const MEASURED_STAGES = ["bm25", "dense", "fused", "reranked", "slate"] as const;
export const measuredStageSchema = z.enum(MEASURED_STAGES);
export type MeasuredStage = z.infer<typeof measuredStageSchema>;

const stageQualitySchema = z.object({
  stage: measuredStageSchema,
  ndcg10: intervalSchema,
  mrr10: intervalSchema,
  recall100: intervalSchema,
});

/** True quality on held-out queries; intervals are bootstraps over queries. */
export const searchMetricsSchema = z.object({
  queries: count,
  stages: z.array(stageQualitySchema),
  slices: z.array(z.object({ slice: querySliceSchema, queries: count, stages: z.array(stageQualitySchema) })),
  /** Paired difference of NDCG@10, re-ranked less BM25. */
  gain: intervalSchema,
  /** Queries that name their product by another word than the commonest. */
  synonymQueries: z.object({ queries: count, stages: z.array(stageQualitySchema) }),
});
export type SearchMetrics = z.infer<typeof searchMetricsSchema>;

export const labelsComparisonSchema = z.object({
  ranker: learntRankerSchema,
  clickModel: clickModelSchema,
  /** Chance of being seen by position: the truth (null where the click model has none), and as estimated. */
  propensities: z.array(
    z.object({ position: count, truth: z.number().nullable(), estimated: z.number(), clip: z.number() }),
  ),
  /** True NDCG@10 on held-out queries by seed. */
  seeds: z.array(
    z.object({
      seed: count,
      grades: z.number(),
      clicks: z.number(),
      clicksIps: z.number(),
      bm25: z.number(),
    }),
  ),
  mean: z.object({ grades: z.number(), clicks: z.number(), clicksIps: z.number(), bm25: z.number() }),
  /** clicks-ips less clicks, per seed: mean with a t interval. */
  gain: intervalSchema,
});
export type LabelsComparison = z.infer<typeof labelsComparisonSchema>;

/** What training on clicks does to a ranker, against grades. */
export const clicksStudySchema = z.object({
  pages: count,
  clicks: count,
  /** Share of clicks by position: what the log shows. */
  clickRates: z.array(z.object({ position: count, rate: z.number(), randomisedRate: z.number() })),
  /** Importance of each feature for a model of each kind of labels: share of the score's spread; sums to 1. */
  importances: z.array(
    z.object({
      name: z.enum(SEARCH_FEATURE_NAMES),
      grades: z.number(),
      clicks: z.number(),
      clicksIps: z.number(),
    }),
  ),
  /** True grade of the first ten, and clicks the simulator expects there, by what was learnt from. */
  outcomes: z.array(
    z.object({
      labels: searchLabelsSchema,
      ndcg10: z.number(),
      meanGrade: z.number(),
      expectedClicks: z.number(),
      popularity: z.number(),
    }),
  ),
  /** Products that clicks put far higher than grades do, with their true grade. */
  examples: z.array(
    z.object({
      query: z.string(),
      card: productCardSchema,
      grade: count,
      byGrades: count,
      byClicks: count,
      byClicksIps: count,
    }),
  ),
});
export type ClicksStudy = z.infer<typeof clicksStudySchema>;

export const interleavingSchema = z.object({
  /** Team draft, left against right, as impressions grow. `preference` is above 0 when left wins. */
  curve: z.array(
    z.object({
      impressions: count,
      leftWins: count,
      rightWins: count,
      ties: count,
      preference: intervalSchema,
    }),
  ),
  /** First point at which the interval leaves out 0; null when none does. */
  decidedAt: count.nullable(),
  /** True NDCG@10 of both on the same queries. */
  ndcg10: z.object({ left: z.number(), right: z.number() }),
  /** The same question as an A/B test on the click-through rate of a page: pages that both arms need. */
  experiment: z.object({
    leftRate: z.number(),
    rightRate: z.number(),
    pagesPerArm: z.number().nullable(),
    /** What interleaving needs for the same power. */
    interleavedPages: z.number().nullable(),
  }),
});
export type Interleaving = z.infer<typeof interleavingSchema>;

const stepTimingSchema = z.object({ p50: z.number(), p95: z.number() });
export const searchSpeedSchema = z.object({
  products: count,
  queries: count,
  indexMs: z.number(),
  queryMs: z.record(z.string(), stepTimingSchema),
  indexBytes: count,
  vectorBytes: count,
});
export type SearchSpeed = z.infer<typeof searchSpeedSchema>;

export const searchModelCardSchema = z.object({
  version: z.string(),
  world: searchWorldSummarySchema,
  trainingSeed: count,
  embeddingSize: count,
  parameters: z.object({ twoTower: count, rankers: z.record(z.string(), count) }),
  trainSeconds: z.object({ twoTower: z.number(), rankers: z.record(z.string(), z.number()) }),
  /** The pipeline as shipped. */
  metrics: searchMetricsSchema,
  /** Each ranker with each kind of labels on the same candidates of the same held-out queries. */
  rankers: z.array(
    z.object({
      ranker: searchRankerSchema,
      labels: searchLabelsSchema.nullable(),
      quality: listQualitySchema,
    }),
  ),
  labels: labelsComparisonSchema,
  /** What the models should not be used for or read into, in sentences. */
  limits: z.array(z.string()),
  curve: z.array(searchTrainingPointSchema),
});
export type SearchModelCard = z.infer<typeof searchModelCardSchema>;
