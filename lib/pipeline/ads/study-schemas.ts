/**
 * Results of the studies of the ads lab, each computed live on the world. Quality is always measured on whole days that
 * the models have not seen, every row kept; beside it stands what the true probabilities reach on the same rows.
 */
import * as z from "zod";
import { adQualitySchema } from "./model-card";
import { AD_MODEL_NAMES, CORRECTION_NAMES, SLICE_NAMES } from "./names";

const count = z.number().int().nonnegative();
/** An estimate with its 95 % interval. */
const interval = z.object({ low: z.number(), high: z.number() });

/** Predicted against observed clicks in bins of predictions. */
export const reliabilitySchema = z.object({
  rows: count,
  clicks: count,
  quality: adQualitySchema,
  truth: adQualitySchema,
  bins: z.array(
    z.object({
      count,
      clicks: count,
      /** Lowest and highest prediction in the bin. */
      from: z.number(),
      to: z.number(),
      meanPrediction: z.number(),
      observedRate: z.number(),
      /** Wilson interval of the observed rate. */
      interval,
      /** Mean of the true probabilities. */
      meanTruth: z.number(),
    }),
  ),
});
export type Reliability = z.infer<typeof reliabilitySchema>;

export const slicesSchema = z.object({
  overall: z.object({ rows: count, clicks: count, ratio: z.number(), interval, truthRatio: z.number() }),
  slices: z.array(
    z.object({
      by: z.enum(SLICE_NAMES),
      name: z.string(),
      rows: count,
      clicks: count,
      /** Predicted over observed clicks, with the interval that the number of clicks allows. */
      ratio: z.number(),
      interval,
      /** Predicted over true clicks: the ratio without the noise of clicks. */
      truthRatio: z.number(),
      normalizedEntropy: z.number(),
    }),
  ),
});
export type CalibrationSlices = z.infer<typeof slicesSchema>;

export const downSamplingSchema = z.object({
  points: z.array(
    z.object({
      /** Share of the negatives kept. */
      rate: z.number(),
      rows: count,
      clickRate: z.number(),
      methods: z.array(
        z.object({ correction: z.enum(CORRECTION_NAMES), quality: adQualitySchema, seconds: z.number() }),
      ),
    }),
  ),
  truth: adQualitySchema,
});
export type DownSampling = z.infer<typeof downSamplingSchema>;

export const hashSizeSchema = z.object({
  /** Different values of all hashed columns in the training rows. */
  values: count,
  points: z.array(
    z.object({
      rows: count,
      /** Share of values that share their row with another one. */
      collided: z.number(),
      /** The whole table at four bytes a weight. */
      tableBytes: count,
      parameters: count,
      quality: adQualitySchema,
      seconds: z.number(),
    }),
  ),
  truth: adQualitySchema,
});
export type HashSizes = z.infer<typeof hashSizeSchema>;

/** Predicted over true click rate, of the winners and of all that took part. */
const curseSchema = z.object({ winners: z.number(), all: z.number(), shaded: z.number() });
export const winnersCurseSchema = z.object({
  /** Auctions by a model that knows the truth but for noise on its logit: how noise and crowd make the curse. */
  simulated: z.array(
    curseSchema.extend({
      eligible: count,
      noise: z.number(),
      /** What the winners would be if all ads were equally good (geometric mean). */
      equalAds: z.number().optional(),
    }),
  ),
  /** Auctions by the trained model. */
  model: z.array(curseSchema.extend({ eligible: count, auctions: count, interval })),
  /** What shading costs or brings: true revenue of the winners per thousand requests. */
  revenue: z.object({ plain: z.number(), shaded: z.number(), best: z.number() }),
  /** The fix: logit' = slope * logit + intercept, fitted on winners of other requests. */
  shading: z.object({ slope: z.number(), intercept: z.number() }),
});
export type WinnersCurse = z.infer<typeof winnersCurseSchema>;

export const joinWindowSchema = z.object({
  label: z.enum(["click", "conversion"]),
  points: z.array(
    z.object({
      windowMinutes: z.number(),
      /** Share of the events that come after the window. */
      lost: z.number(),
      /** Predicted over observed events when all of them count. */
      calibrationRatio: z.number(),
      normalizedEntropy: z.number(),
      /** The same after the predictions are divided by the share that is not lost. */
      correctedEntropy: z.number(),
      /** How old the newest usable row is when the model goes live. */
      delayMinutes: z.number(),
      rows: count,
    }),
  ),
});
export type JoinWindows = z.infer<typeof joinWindowSchema>;

const strategyRow = {
  rows: count,
  parameters: count,
  quality: adQualitySchema,
  seconds: z.number(),
};
export const MISSING_STRATEGIES = ["drop", "mean", "indicator", "bucket"] as const;
export const missingValuesSchema = z.object({
  /** Columns with missing values, and how often; then how often when there is no click and when there is one. */
  columns: z.array(
    z.object({
      name: z.string(),
      missing: z.number(),
      clickRateMissing: z.number(),
      clickRatePresent: z.number(),
    }),
  ),
  strategies: z.array(z.object({ strategy: z.enum(MISSING_STRATEGIES), ...strategyRow })),
  truth: adQualitySchema,
});
export type MissingValues = z.infer<typeof missingValuesSchema>;

export const ENCODING_NAMES = [
  "one-hot",
  "hashing",
  "target-leaky",
  "target-out-of-fold",
  "target-by-time",
] as const;
export const encodingsSchema = z.object({
  encodings: z.array(
    z.object({
      encoding: z.enum(ENCODING_NAMES),
      ...strategyRow,
      /** On the rows it was trained on: a leak shows as a gap to `quality`. */
      train: adQualitySchema,
    }),
  ),
  truth: adQualitySchema,
});
export type Encodings = z.infer<typeof encodingsSchema>;

export const progressiveSchema = z.object({
  /** Each day is scored by a model trained on the days before it only, and then trained on. */
  days: z.array(z.object({ day: count, rows: count, quality: adQualitySchema, truth: adQualitySchema })),
  progressive: adQualitySchema,
  /** The same model on a random tenth of all rows, trained on the others: it has seen the future. */
  random: adQualitySchema,
  /** Log loss of the true probabilities on the rows of either. */
  progressiveTruth: z.number(),
  randomTruth: z.number(),
  /** What the log loss of either exceeds the least possible by, in expectation: without the noise of which clicks came. */
  progressiveOverTruth: z.number(),
  randomOverTruth: z.number(),
});
export type Progressive = z.infer<typeof progressiveSchema>;

export const modelAgeSchema = z.object({
  points: z.array(
    z.object({
      /** Days between the last training row and the day that is scored. */
      ageDays: count,
      rows: count,
      frozen: adQualitySchema,
      /** The same model trained up to the day before. */
      fresh: adQualitySchema,
      truth: adQualitySchema,
      /** Share of the day's impressions by ads that the frozen model has never seen. */
      unknownAds: z.number(),
    }),
  ),
});
export type ModelAge = z.infer<typeof modelAgeSchema>;

const dayTotals = z.object({
  requests: count,
  filled: count,
  /** Expected by the true click rates. */
  revenue: z.number(),
  clicks: z.number(),
  /** Bids of the winners times true clicks: what the clicks are worth to advertisers, if they bid what they are worth. */
  value: z.number(),
  pricePerClick: z.number(),
  /** Share of all budgets that is spent, and of campaigns that ran out before the last hour. */
  spentShare: z.number(),
  exhaustedShare: z.number(),
});
export const pacingSchema = z.object({
  hours: z.array(z.number()),
  /** Cumulative share of all budgets and of all requests at each of `hours`. */
  curves: z.object({
    requests: z.array(z.number()),
    paced: z.array(z.number()),
    unpaced: z.array(z.number()),
  }),
  /** The campaigns with the most spend, most first: cumulative share of the budget at each of `hours`. */
  campaigns: z.array(
    z.object({
      campaign: z.string(),
      budget: z.number(),
      paced: z.array(z.number()),
      unpaced: z.array(z.number()),
      /** The multiplier of its bids at each hour. */
      multiplier: z.array(z.number()),
    }),
  ),
  paced: dayTotals,
  unpaced: dayTotals,
});
export type PacingDay = z.infer<typeof pacingSchema>;

export const adTimingSchema = z.object({
  requests: count,
  /** Middle number of live, targeted ads before the light ranker. */
  eligible: count,
  ranked: count,
  steps: z.record(z.string(), z.object({ min: z.number(), p50: z.number(), p95: z.number() })),
  total: z.object({ min: z.number(), p50: z.number(), p95: z.number() }),
});
export type AdTiming = z.infer<typeof adTimingSchema>;

export const studyModelSchema = z.enum(AD_MODEL_NAMES);
