/** Calls on the ads world: make it, load or train its models, ask for an ad, and study how the parts behave. */
import * as z from "zod";
import { adKnobsSchema } from "../../ads/knobs";
import {
  adLadderSchema,
  adModelCardSchema,
  adTrainingPointSchema,
  adTrainOptionsSchema,
} from "../../ads/model-card";
import { CALIBRATION_NAMES, TRAINED_AD_MODEL_NAMES } from "../../ads/names";
import {
  adTimingSchema,
  downSamplingSchema,
  encodingsSchema,
  hashSizeSchema,
  joinWindowSchema,
  missingValuesSchema,
  modelAgeSchema,
  pacingSchema,
  progressiveSchema,
  reliabilitySchema,
  slicesSchema,
  studyModelSchema,
  winnersCurseSchema,
} from "../../ads/study-schemas";
import {
  adEffectSchema,
  adRequestEditsSchema,
  adRequestProfileSchema,
  adRequestSummarySchema,
  adRunSchema,
  adWorldSummarySchema,
} from "../../ads/trace";
import { manifestSchema } from "../../training/weights-manifest";

const count = z.number().int().nonnegative();
/** A request of the log, as it was or changed by the visitor. */
const asked = { request: count, edits: adRequestEditsSchema.prefault({}) };

export const MAX_IMPRESSIONS = 4_000_000;

export const adWorldOptionsSchema = z.object({
  seed: count.default(11),
  impressions: z.number().int().min(5_000).max(MAX_IMPRESSIONS).default(1_500_000),
});
export type AdWorldOptions = z.input<typeof adWorldOptionsSchema>;

/** Which predictions are judged. Down-sampling is undone and calibrated as asked, whatever the training did. */
const judged = {
  model: studyModelSchema.default("dcn-v2"),
  calibration: z.enum(CALIBRATION_NAMES).default("platt"),
  negativeCorrection: z.boolean().default(true),
};
/** Models that a study trains again and again; small ones, on at most so many rows. */
const studied = {
  model: z.enum(TRAINED_AD_MODEL_NAMES).default("logistic-regression"),
  rows: z.number().int().min(2_000).max(1_000_000).default(150_000),
  seed: count.default(1),
};

export const ADS_CALLS = {
  "ads-create-world": { params: adWorldOptionsSchema, result: adWorldSummarySchema },
  "ads-load-models": { params: z.object({ baseUrl: z.string() }), result: adModelCardSchema },
  /** Models side by side on the same batches; progress carries points. */
  "ads-train": {
    params: adTrainOptionsSchema,
    result: z.object({
      curve: z.array(adTrainingPointSchema),
      ladder: adLadderSchema,
      seconds: z.number(),
      retrievalRecall: adModelCardSchema.shape.retrievalRecall,
    }),
  },
  /** The ladder of the present models, loaded or trained. */
  "ads-ladder": { params: z.object({}), result: adLadderSchema },
  /** Requests of the day after the log ends, in the order of time. */
  "ads-list-requests": {
    params: z.object({ offset: count.default(0), limit: z.number().int().min(1).max(200).default(50) }),
    result: z.object({ total: count, requests: z.array(adRequestSummarySchema) }),
  },
  "ads-describe-request": { params: z.object(asked), result: adRequestProfileSchema },
  "ads-request": { params: z.object({ ...asked, knobs: adKnobsSchema.prefault({}) }), result: adRunSchema },
  /** The same request with other knobs, one by one. */
  "ads-compare": {
    params: z.object({
      ...asked,
      knobs: adKnobsSchema.prefault({}),
      variants: z.array(z.object({ id: z.string().max(60), knobs: adKnobsSchema })).max(24),
    }),
    /** The first entry, with the id "base", is the request itself. */
    result: z.array(adEffectSchema),
  },
  /** The same over many requests of the day. */
  "ads-compare-day": {
    params: z.object({
      requests: z.number().int().min(10).max(2_000).default(200),
      knobs: adKnobsSchema.prefault({}),
      variants: z.array(z.object({ id: z.string().max(60), knobs: adKnobsSchema })).max(24),
    }),
    /** Means of one request. */
    result: z.array(
      adEffectSchema.omit({ winners: true, titles: true }).extend({ kept: z.number(), eligible: z.number() }),
    ),
  },
  "ads-reliability": {
    params: z.object({
      ...judged,
      bins: z.number().int().min(3).max(40).default(12),
      binning: z.enum(["equal-mass", "equal-width"]).default("equal-mass"),
    }),
    result: reliabilitySchema,
  },
  "ads-slices": { params: z.object(judged), result: slicesSchema },
  "ads-down-sampling": {
    params: z.object({
      ...studied,
      rates: z.array(z.number().min(0.005).max(1)).min(1).max(8).default([1, 0.3, 0.1, 0.03, 0.01]),
    }),
    result: downSamplingSchema,
  },
  "ads-hash-size": {
    params: z.object({
      ...studied,
      bits: z.array(z.number().int().min(4).max(18)).min(1).max(12).default([6, 8, 10, 12, 14, 16]),
    }),
    result: hashSizeSchema,
  },
  "ads-winners-curse": {
    params: z.object({
      model: studyModelSchema.default("dcn-v2"),
      eligible: z.array(z.number().int().min(2).max(1_000)).min(1).max(8).default([2, 5, 20, 100, 500]),
      noise: z.array(z.number().min(0).max(2)).min(1).max(6).default([0, 0.1, 0.3, 0.5]),
      auctions: z.number().int().min(20).max(3_000).default(300),
      seed: count.default(1),
    }),
    result: winnersCurseSchema,
  },
  "ads-join-window": {
    params: z.object({
      ...studied,
      label: z.enum(["click", "conversion"]).default("click"),
      /** Empty for windows that fit the label. */
      windowMinutes: z.array(z.number().min(0.5).max(43_200)).max(10).default([]),
    }),
    result: joinWindowSchema,
  },
  "ads-missing-values": { params: z.object(studied), result: missingValuesSchema },
  "ads-encodings": { params: z.object(studied), result: encodingsSchema },
  "ads-progressive": { params: z.object(studied), result: progressiveSchema },
  "ads-model-age": { params: z.object(studied), result: modelAgeSchema },
  /** A day of auctions with and without pacing. */
  "ads-pacing": {
    params: z.object({
      requests: z.number().int().min(200).max(20_000).default(1_500),
      knobs: adKnobsSchema.prefault({}),
    }),
    result: pacingSchema,
  },
  /** Speed of each step over so many requests with this many candidates asked of targeting. */
  "ads-measure-funnel": {
    params: z.object({
      requests: z.number().int().min(5).max(2_000).default(200),
      eligible: z.number().int().min(10).max(2_000).default(1_000),
      knobs: adKnobsSchema.prefault({}),
    }),
    result: adTimingSchema,
  },
  /** What the models hold now; equal before and after any number of requests. */
  "ads-memory": { params: z.object({}), result: z.object({ tensors: count, tensorBytes: count }) },
  /** The weights of the present models, to be published by the training command. */
  "ads-export-models": {
    params: z.object({}),
    result: z.object({ manifest: manifestSchema, bytes: z.instanceof(Uint8Array) }),
  },
} as const;
