/** Calls on a world: make it, load or train its models, ask who is in it, recommend, and measure. */
import * as z from "zod";
import { manifestSchema } from "../../training/weights-manifest";
import { knobsSchema } from "../../video/knobs";
import { RANKER_NAMES } from "../../video/names";
import {
  modelCardSchema,
  offlineMetricsSchema,
  recommendationSchema,
  slateEffectSchema,
  sliceOfMapSchema,
  trainingPointSchema,
  userProfileSchema,
  userSummarySchema,
  videoCardSchema,
  worldSummarySchema,
} from "../../video/trace";
import { funnelMeasurementSchema, indexMeasurementSchema, scanCheckSchema } from "../bench-schemas";

const count = z.number().int().nonnegative();

export const MAX_ITEMS = 1_000_000;
export const MAX_LISTS = 4_096;

export const worldOptionsSchema = z.object({
  seed: count.default(7),
  items: z.number().int().min(1_000).max(MAX_ITEMS).default(MAX_ITEMS),
  users: z.number().int().min(100).max(20_000).default(2_000),
});
export type WorldOptions = z.input<typeof worldOptionsSchema>;

export const trainOptionsSchema = z.object({
  seed: count.default(1),
  twoTowerEpochs: z.number().int().min(1).max(50).default(4),
  rankerEpochs: z.number().int().min(1).max(20).default(2),
  /** Trained one after the other on the same examples. */
  rankers: z.array(z.enum(RANKER_NAMES)).min(1).default(["dcn-v2"]),
});
export type TrainOptions = z.input<typeof trainOptionsSchema>;

/** A user of the world, or a visitor who has watched exactly `history` (oldest first). */
export const audienceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("user"), userId: count }),
  z.object({ kind: z.literal("history"), history: z.array(count).max(200), language: z.string().optional() }),
]);
export type Audience = z.infer<typeof audienceSchema>;

export const WORLD_CALLS = {
  "create-world": { params: worldOptionsSchema, result: worldSummarySchema },
  "load-models": { params: z.object({ baseUrl: z.string() }), result: modelCardSchema },
  train: {
    params: trainOptionsSchema,
    result: z.object({
      seconds: z.object({
        twoTower: z.number(),
        rankers: z.partialRecord(z.enum(RANKER_NAMES), z.number()),
      }),
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
  /** The same request with other knobs, one by one: what each does to the slate. */
  compare: {
    params: z.object({
      audience: audienceSchema,
      knobs: knobsSchema,
      variants: z.array(z.object({ id: z.string().max(60), knobs: knobsSchema })).max(24),
    }),
    /** The first entry, with the id "base", is the request itself. */
    result: z.array(slateEffectSchema),
  },
  /** Videos around this request on the two directions in which the catalogue's vectors differ most. */
  map: {
    params: z.object({
      audience: audienceSchema,
      knobs: knobsSchema,
      sample: z.number().int().min(100).max(5_000).default(1_500),
    }),
    result: sliceOfMapSchema,
  },
  metrics: {
    params: z.object({
      users: z.number().int().min(10).max(5_000).default(500),
      knobs: knobsSchema.prefault({}),
    }),
    result: offlineMetricsSchema,
  },
  /** Groups the index into lists (0: a number that fits the catalogue); searches with `index: "lists"` need it. */
  "prepare-lists": {
    params: z.object({ lists: z.number().int().min(0).max(MAX_LISTS).default(0) }),
    result: z.object({ lists: count, milliseconds: z.number() }),
  },
  /** Recall and time of searching with so many probes, against the exact scan, on this machine. */
  "measure-index": {
    params: z.object({
      queries: z.number().int().min(5).max(1_000).default(40),
      k: z.number().int().min(1).max(1_000).default(100),
      probes: z.array(z.number().int().min(1).max(MAX_LISTS)).min(1).max(16),
    }),
    result: indexMeasurementSchema,
  },
  /** Speed of each step over `queries` users. */
  "measure-funnel": {
    params: z.object({ queries: z.number().int().min(1).max(5_000).default(200) }),
    result: funnelMeasurementSchema,
  },
  /** Whether every implementation of the scan that runs here, with one worker and with two, gives the same answers. */
  "check-scan": { params: z.object({}), result: scanCheckSchema },
  /** What the models hold now; equal before and after any number of requests. */
  memory: {
    params: z.object({}),
    result: z.object({ tensors: count, tensorBytes: count, indexBytes: count }),
  },
  /** The weights of the present models, to be published by the training command. */
  "export-models": {
    params: z.object({}),
    result: z.object({
      manifest: manifestSchema,
      bytes: z.instanceof(Uint8Array),
      embeddingSize: count,
      parameters: z.object({ twoTower: count, rankers: z.partialRecord(z.enum(RANKER_NAMES), count) }),
    }),
  },
  /** Each trained ranker on the same candidates and held-out data. */
  "compare-rankers": {
    params: z.object({ users: z.number().int().min(10).max(5_000).default(300) }),
    result: modelCardSchema.shape.rankers,
  },
} as const;
