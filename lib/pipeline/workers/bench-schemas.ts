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
  exactRecallAt100: z.number(),
  rank500Ms: timingSchema,
  rerankMs: timingSchema,
  endToEndMs: timingSchema,
  indexMegabytes: z.number(),
});

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
