/** Results of the calls that measure: speed of the funnel, the index alone, quality on imported ratings. */
import * as z from "zod";
import { timingSchema } from "./timing";

export const funnelMeasurementSchema = z.object({
  items: z.number(),
  dim: z.number(),
  /** From the models to searchable rows; then from those to lists. */
  encodeMs: z.number(),
  listsMs: z.number(),
  exactMs: timingSchema,
  /** Reading the same bytes with the same loads and doing nothing with them. */
  readMs: timingSchema,
  /** Shares of the nearest by float32 vectors. */
  exactRecallAt500: z.number(),
  exactRecallAt100: z.number(),
  /** The inverted lists with `probes` probes; recall of the 100 nearest by float32 vectors. */
  indexMs: timingSchema,
  indexRecallAt100: z.number(),
  lists: z.number(),
  probes: z.number(),
  scanImplementation: z.string(),
  scanThreads: z.number(),
  rank500Ms: timingSchema,
  rerankMs: timingSchema,
  stepsMs: z.record(z.string(), timingSchema),
  /** Candidates that reached the ranker, middle of all requests. */
  rankedMedian: z.number(),
  endToEndMs: timingSchema,
  indexMegabytes: z.number(),
});
export type FunnelMeasurement = z.infer<typeof funnelMeasurementSchema>;

export const scanCheckSchema = z.object({
  indexes: z.array(z.object({ implementation: z.string(), threads: z.number() })),
  equal: z.boolean(),
});

export const indexMeasurementSchema = z.object({
  items: z.number(),
  dim: z.number(),
  k: z.number(),
  lists: z.number(),
  listsMilliseconds: z.number(),
  implementation: z.string(),
  threads: z.number(),
  exactMs: timingSchema,
  points: z.array(
    z.object({
      probes: z.number(),
      /** Share of all rows that were looked at, 0 to 1. */
      scanned: z.number(),
      /** Against the exact scan of the same rows. */
      recall: z.number(),
      ms: timingSchema,
    }),
  ),
});
export type IndexMeasurement = z.infer<typeof indexMeasurementSchema>;

const listMetricsSchema = z.object({
  ndcg: z.number(),
  map: z.number(),
  precision: z.number(),
  recall: z.number(),
});

/** Mean of a difference in NDCG, user by user, and its standard error. */
const gainSchema = z.object({ mean: z.number(), standardError: z.number() });

export const ratingsResultSchema = z.object({
  users: z.number(),
  items: z.number(),
  trainRows: z.number(),
  testRows: z.number(),
  trainSeconds: z.number(),
  settings: z.object({
    easeLambda: z.number(),
    sequenceLambda: z.number(),
    popularityHalfLife: z.number().nullable(),
    isForward: z.boolean(),
  }),
  /** Share of the trained models in the final order, and the source that has the rest. */
  blend: z.object({ base: z.string(), share: z.number() }).nullable(),
  /** Weights of the sources in the fused list of the first stage. */
  mix: z.record(z.string(), z.number().optional()),
  popularity: listMetricsSchema,
  itemToItem: listMetricsSchema,
  ease: listMetricsSchema,
  twoTower: listMetricsSchema,
  retrieval: listMetricsSchema.extend({ recallAt100: z.number(), recallAt200: z.number() }),
  pipeline: listMetricsSchema,
  gains: z.object({ overRetrieval: gainSchema, overPopularity: gainSchema }),
});
export type RatingsResult = z.infer<typeof ratingsResultSchema>;
