/**
 * What page and worker say to each other: one request gets any number of `progress` and then one `result` or `error`
 * with the same id. Both sides parse what they receive with these schemas.
 */
import * as z from "zod";
import { knobsSchema } from "../knobs";
import {
  modelCardSchema,
  offlineMetricsSchema,
  recommendationSchema,
  trainingPointSchema,
  userProfileSchema,
  userSummarySchema,
  videoCardSchema,
  worldSummarySchema,
} from "../trace";
import { manifestSchema } from "../video/manifest";
import { funnelMeasurementSchema, ratingsResultSchema } from "./bench-schemas";

const count = z.number().int().nonnegative();

export const worldOptionsSchema = z.object({
  seed: count.default(7),
  items: z.number().int().min(1_000).max(1_000_000).default(50_000),
  users: z.number().int().min(100).max(20_000).default(2_000),
});
export type WorldOptions = z.input<typeof worldOptionsSchema>;

export const trainOptionsSchema = z.object({
  seed: count.default(1),
  twoTowerEpochs: z.number().int().min(1).max(50).default(4),
  rankerEpochs: z.number().int().min(1).max(20).default(2),
});
export type TrainOptions = z.input<typeof trainOptionsSchema>;

/** A user of the world, or a visitor who has watched exactly `history` (oldest first). */
export const audienceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("user"), userId: count }),
  z.object({ kind: z.literal("history"), history: z.array(count).max(200), language: z.string().optional() }),
]);
export type Audience = z.infer<typeof audienceSchema>;

/** Every kind of request: its parameters and its result. */
export const CALLS = {
  /** Loads the model runtime; other calls do it when they need it. */
  start: { params: z.object({}), result: z.object({ backend: z.string(), milliseconds: z.number() }) },
  "create-world": { params: worldOptionsSchema, result: worldSummarySchema },
  "load-models": { params: z.object({ baseUrl: z.string() }), result: modelCardSchema },
  train: {
    params: trainOptionsSchema,
    result: z.object({
      seconds: z.object({ twoTower: z.number(), ranker: z.number() }),
      curve: z.array(trainingPointSchema),
    }),
  },
  "list-users": {
    params: z.object({ offset: count.default(0), limit: z.number().int().min(1).max(200).default(50) }),
    result: z.object({ total: count, users: z.array(userSummarySchema) }),
  },
  "describe-user": { params: z.object({ userId: count }), result: userProfileSchema },
  /** Videos whose title, topic, category or creator holds every word of `text`; most watched first. */
  "find-videos": {
    params: z.object({ text: z.string().max(80), limit: z.number().int().min(1).max(50).default(20) }),
    result: z.array(videoCardSchema),
  },
  /** The cards of an edited history that came with an address; unknown numbers are left out. */
  "describe-videos": {
    params: z.object({ items: z.array(count).max(200) }),
    result: z.array(videoCardSchema),
  },
  recommend: {
    params: z.object({ audience: audienceSchema, knobs: knobsSchema }),
    result: recommendationSchema,
  },
  metrics: {
    params: z.object({
      users: z.number().int().min(10).max(5_000).default(500),
      knobs: knobsSchema.prefault({}),
    }),
    result: offlineMetricsSchema,
  },
  /** Speed of each step over `queries` users. */
  "measure-funnel": {
    params: z.object({ queries: z.number().int().min(1).max(5_000).default(200) }),
    result: funnelMeasurementSchema,
  },
  /** Trains the pipeline on imported ratings and measures it on held-out ones; texts as in data-sets/ratings-file.ts. */
  "evaluate-ratings": {
    params: z.object({
      train: z.string(),
      test: z.string(),
      k: z.number().int().min(1).max(100).default(10),
    }),
    result: ratingsResultSchema,
  },
  /** The weights of the present models, to be published by the training command. */
  "export-models": {
    params: z.object({}),
    result: z.object({
      manifest: manifestSchema,
      bytes: z.instanceof(Uint8Array),
      embeddingSize: count,
      parameters: z.object({ twoTower: count, ranker: count }),
    }),
  },
} as const;
export type CallName = keyof typeof CALLS;
export type CallParams<Name extends CallName> = z.input<(typeof CALLS)[Name]["params"]>;
/** Parameters as parsed: defaults filled in. */
export type CallOutput<Name extends CallName> = z.output<(typeof CALLS)[Name]["params"]>;
export type CallResult<Name extends CallName> = z.infer<(typeof CALLS)[Name]["result"]>;

export const progressSchema = z.object({
  /** What is being done, in words that can be shown. */
  activity: z.string(),
  /** 0 to 1. */
  fraction: z.number().min(0).max(1),
  /** Present while training. */
  point: trainingPointSchema.optional(),
});
export type Progress = z.infer<typeof progressSchema>;

export const requestSchema = z.union([
  z.object({ id: count, kind: z.enum(["cancel", "pause", "resume"]) }),
  z.object({ id: count, kind: z.literal("call"), name: z.string(), params: z.unknown() }),
]);
export type WorkerRequest = z.infer<typeof requestSchema>;

export const responseSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("progress"), id: count, progress: progressSchema }),
  z.object({ kind: z.literal("result"), id: count, value: z.unknown() }),
  z.object({
    kind: z.literal("error"),
    id: count,
    /** `aborted`: cancelled by the caller. `invalid`: the message can be shown. `failed`: a fault of ours. */
    reason: z.enum(["aborted", "invalid", "failed"]),
    message: z.string(),
  }),
]);
export type WorkerResponse = z.infer<typeof responseSchema>;
