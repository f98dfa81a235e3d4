/**
 * What page and worker say to each other: one request gets any number of `progress` and then one `result` or `error`
 * with the same id. Both sides parse what they receive with these schemas.
 */
import * as z from "zod";
import { anyTrainingPointSchema } from "../trace";
import { ADS_CALLS } from "./calls/ads-calls";
import { CLICKS_CALLS } from "./calls/clicks-calls";
import { FILES_CALLS } from "./calls/files-calls";
import { RANK_CALLS } from "./calls/rank-calls";
import { RATINGS_CALLS } from "./calls/ratings-calls";
import { SEARCH_CALLS } from "./calls/search-calls";
import { SEARCH_WORLD_CALLS } from "./calls/search-world-calls";
import { WORLD_CALLS } from "./calls/world-calls";

const count = z.number().int().nonnegative();

/** Where the models are computed. Every browser has "wasm"; the others are tried on request and may be refused. */
export const BACKENDS = ["wasm", "webgl", "webgpu"] as const;
export type BackendName = (typeof BACKENDS)[number];

/** Every kind of request: its parameters and its result. */
export const CALLS = {
  /** Loads the model runtime; other calls load "wasm" when they need it. */
  start: {
    params: z.object({ backend: z.enum(BACKENDS).default("wasm") }),
    result: z.object({
      backend: z.enum(BACKENDS),
      milliseconds: z.number(),
      /** Why another backend than the wanted one runs; absent when the wanted one does. */
      refusal: z.string().optional(),
    }),
  },
  ...WORLD_CALLS,
  ...FILES_CALLS,
  ...RATINGS_CALLS,
  ...SEARCH_CALLS,
  ...SEARCH_WORLD_CALLS,
  ...RANK_CALLS,
  ...CLICKS_CALLS,
  ...ADS_CALLS,
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
  point: anyTrainingPointSchema.optional(),
});
export type Progress = z.infer<typeof progressSchema>;

export const requestSchema = z.union([
  z.object({ id: count, kind: z.enum(["cancel", "pause", "resume", "step"]) }),
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
