/** Results of the two calls that measure: speed of the funnel, quality on imported ratings. */
import * as z from "zod";
import { timingSchema } from "./timing";

export const funnelMeasurementSchema = z.object({
  items: z.number(),
  dim: z.number(),
  indexBuildMs: z.number(),
  bandwidthGBs: z.number(),
  exactMs: timingSchema,
  exactRecallAt500: z.number(),
  /** The lists of the inverted file with `probes` probes: the 100 nearest. */
  indexMs: timingSchema,
  indexRecallAt100: z.number(),
  lists: z.number(),
  probes: z.number(),
  /** Reading the same number of bytes with the same instructions and doing nothing with them. */
  readMs: timingSchema,
  scanImplementation: z.string(),
  scanThreads: z.number(),
  rank500Ms: timingSchema,
  rerankMs: timingSchema,
  endToEndMs: timingSchema,
  indexMegabytes: z.number(),
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
  popularity: listMetricsSchema,
  itemToItem: listMetricsSchema,
  twoTower: listMetricsSchema,
  retrieval: listMetricsSchema.extend({ recallAt100: z.number(), recallAt200: z.number() }),
  pipeline: listMetricsSchema,
});
