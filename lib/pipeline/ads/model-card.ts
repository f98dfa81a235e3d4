/**
 * What training tells, as schemas: points of the curves, the ladder of models on held-out days beside the truth, the
 * options it was run with, and the card of the models that ship with the app, with runs that a page draws at once.
 */
import * as z from "zod";
import { countSchema, trainingPointSchemaFor } from "../trace";
import { AD_MODEL_NAMES, CALIBRATION_NAMES, CORRECTION_NAMES, TRAINED_AD_MODEL_NAMES } from "./names";
import { adRequestProfileSchema, adRunSchema, adWorldSummarySchema } from "./trace";

const count = countSchema;

/**
 * `loss` is the mean of the batches since the last point, on the sampled rows. The measures are taken between blocks of
 * steps on rows of the calibration day with the sampling undone; `truth` is the normalised entropy of the true
 * probabilities on the same rows, which no model can expect to beat.
 */
export const adTrainingPointSchema = trainingPointSchemaFor(
  [...TRAINED_AD_MODEL_NAMES, "two-tower"],
  ["normalizedEntropy", "auc", "truth", "recallAt100"],
);
export type AdTrainingPoint = z.infer<typeof adTrainingPointSchema>;

/** Quality on the test days, every row kept, after correction and calibration as trained. */
export const adQualitySchema = z.object({
  logLoss: z.number(),
  normalizedEntropy: z.number(),
  auc: z.number(),
  /** Predicted over observed clicks. */
  calibrationRatio: z.number(),
  /** Ten bins with equal numbers of rows. */
  ece: z.number(),
});
export type AdQuality = z.infer<typeof adQualitySchema>;

export const adLadderRowSchema = adQualitySchema.extend({
  model: z.enum(AD_MODEL_NAMES),
  parameters: count,
  seconds: z.number(),
  /** Log loss over that of the true probabilities, minus 1; then the same in expectation, without the noise of clicks. */
  overTruth: z.number(),
  expectedOverTruth: z.number(),
  calibration: z.enum(CALIBRATION_NAMES),
});
export type AdLadderRow = z.infer<typeof adLadderRowSchema>;

export const adLadderSchema = z.object({
  rows: z.array(adLadderRowSchema),
  /** The true probabilities on the same rows: no model can expect less. */
  truth: adQualitySchema,
  testRows: count,
  testClicks: count,
  /** After negatives were thrown away, about. */
  trainRows: count,
  /** Before negatives were thrown away. */
  trainImpressions: count,
});
export type AdLadder = z.infer<typeof adLadderSchema>;

export const adTrainOptionsSchema = z.object({
  seed: count.default(1),
  models: z
    .array(z.enum(TRAINED_AD_MODEL_NAMES))
    .min(1)
    .default([...TRAINED_AD_MODEL_NAMES]),
  epochs: z.number().int().min(1).max(10).default(3),
  /** Share of the negatives that is kept. */
  negativeRate: z.number().min(0.005).max(1).default(0.1),
  correction: z.enum(CORRECTION_NAMES).default("formula"),
  calibration: z.enum(CALIBRATION_NAMES).default("platt"),
  /** Rows of the table that all categorical values share by hash: 2 to this power. */
  hashBits: z.number().int().min(6).max(18).default(14),
  embeddingSize: z.union([z.literal(4), z.literal(8), z.literal(16)]).default(8),
  learningRate: z.number().min(0.0001).max(0.1).default(0.01),
  twoTowerEpochs: z.number().int().min(1).max(20).default(8),
});
export type AdTrainOptions = z.input<typeof adTrainOptionsSchema>;

/** Made beside the world of the shipped models. */
export const PROBE_WORLD = { seed: 11, impressions: 20_000 } as const;

export const adModelCardSchema = z.object({
  version: z.string(),
  world: adWorldSummarySchema,
  /** Hash of a small world (PROBE_WORLD): a change of the simulator shows in it within a second. */
  probeHash: z.string(),
  options: adTrainOptionsSchema,
  ladder: adLadderSchema,
  /** Share of clicked ads among the first 100 of the two-tower source, and by chance. */
  retrievalRecall: z.object({ at100: z.number(), chance: z.number(), seconds: z.number() }),
  latency: z.object({ eligible: count, p50Ms: z.number(), p95Ms: z.number() }),
  /** What the models should not be used for or read into, in sentences. */
  limits: z.array(z.string()),
  curve: z.array(adTrainingPointSchema),
});
export type AdModelCard = z.infer<typeof adModelCardSchema>;

/** Runs that a page can draw before any model is loaded. */
export const precomputedAdRunSchema = z.object({
  card: adModelCardSchema,
  runs: z.array(z.object({ request: adRequestProfileSchema, run: adRunSchema })).min(1),
});
export type PrecomputedAdRun = z.infer<typeof precomputedAdRunSchema>;
