/**
 * What an ad request tells about itself, as schemas: the request, each step with counts and milliseconds, and for each
 * ad why it came in, what was predicted, what it bid, what it would have paid and why it lost. `truth` is the simulator's
 * own click probability: shown to the reader, never read by a model. Money is in one currency without a name.
 */
import * as z from "zod";
import {
  countSchema,
  itemTraceSchemaFor,
  millisecondsSchema,
  sourceTraceSchemaFor,
  stepTraceSchemaFor,
} from "../trace";
import { adKnobsSchema } from "./knobs";
import {
  AD_DEVICE_NAMES,
  AD_DROP_REASONS,
  AD_MODEL_NAMES,
  AD_SLOT_NAMES,
  AD_SOURCE_NAMES,
  AD_STEP_NAMES,
} from "./names";

const count = countSchema;
const milliseconds = millisecondsSchema;
const probability = z.number().min(0).max(1);

/** One column of the log as the models see it. */
export const featureColumnSchema = z.object({
  name: z.string(),
  kind: z.enum(["numeric", "categorical"]),
  /** Different values of a categorical column; 0 for a numeric one. */
  values: count,
  /** Share of rows without a value. */
  missing: probability,
});
export type FeatureColumn = z.infer<typeof featureColumnSchema>;

export const adWorldSummarySchema = z.object({
  seed: count,
  days: count,
  impressions: count,
  viewable: count,
  clicks: count,
  conversions: count,
  /** Clicks of all logged impressions, over impressions. */
  clickRate: probability,
  advertisers: count,
  campaigns: count,
  ads: count,
  users: count,
  sites: count,
  slots: z.array(z.object({ name: z.string(), impressions: count, clickRate: probability })),
  columns: z.array(featureColumnSchema),
  optedOutShare: probability,
  /** Share of impressions of ads less than a day old. */
  newAdShare: probability,
  /** Days, counted from 0, up to which (exclusive) models train, calibrate and are tested. */
  plan: z.object({ trainEnd: count, calibrationEnd: count, testEnd: count }),
  /** FNV-1a of the log: models fit every world that has the same one. */
  hash: z.string(),
});
export type AdWorldSummary = z.infer<typeof adWorldSummarySchema>;

export const adCardSchema = z.object({
  ad: count,
  title: z.string(),
  advertiser: z.string(),
  advertiserId: count,
  campaign: z.string(),
  campaignId: count,
  category: z.string(),
  /** Format or size of the creative. */
  format: z.string(),
  /** Days before the request that it was first shown; 0 for one of today. */
  ageDays: z.number(),
  /** Impressions and clicks in the log before the day of the request. */
  impressions: count,
  clicks: count,
  /** What the campaign asks for, in words, such as "women 25-34, mobile, north". Empty for everybody. */
  targeting: z.array(z.string()),
});
export type AdCard = z.infer<typeof adCardSchema>;

export const adRequestSummarySchema = z.object({
  request: count,
  /** A neutral handle such as "user 0412". */
  user: z.string(),
  userId: count,
  site: z.string(),
  siteCategory: z.string(),
  slot: z.string(),
  device: z.string(),
  region: z.string(),
  day: count,
  /** 0 to 24. */
  hour: z.number(),
  /** Opted out of personal data: the models see the context only. */
  isOptedOut: z.boolean(),
});
export type AdRequestSummary = z.infer<typeof adRequestSummarySchema>;

/** What a visitor changes about a request of the log before it is asked; what is left out stays as it was. */
export const adRequestEditsSchema = z.object({
  device: z.enum(AD_DEVICE_NAMES).optional(),
  slot: z.enum(AD_SLOT_NAMES).optional(),
  /** The full hour of the same day. */
  hour: z.number().int().min(0).max(23).optional(),
});
export type AdRequestEdits = z.infer<typeof adRequestEditsSchema>;

export const adRequestProfileSchema = adRequestSummarySchema.extend({
  /** What is known of the user and the page, as names and values; a missing value is null. */
  features: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  /** What this user saw before, newest first, at most 20. */
  history: z.array(z.object({ card: adCardSchema, hoursAgo: z.number(), clicked: z.boolean() })),
});
export type AdRequestProfile = z.infer<typeof adRequestProfileSchema>;

export const adStepTraceSchema = stepTraceSchemaFor(AD_STEP_NAMES, AD_DROP_REASONS);
export type AdStepTrace = z.infer<typeof adStepTraceSchema>;
export const adSourceTraceSchema = sourceTraceSchemaFor(AD_SOURCE_NAMES);
export type AdSourceTrace = z.infer<typeof adSourceTraceSchema>;

/** What was predicted for an ad on its way: each later number is made of the one before. */
export const adPredictionSchema = z.object({
  /** Of the chosen model, in the space of the sampled rows. */
  raw: probability,
  /** After the down-sampling of negatives is undone. */
  corrected: probability,
  /** After calibration: what the auction uses, before exploration. */
  calibrated: probability,
  /** With the draw of exploration; equal to `calibrated` without. */
  explored: probability,
});
export type AdPrediction = z.infer<typeof adPredictionSchema>;

/** How an ad stood in the auction. */
export const adBidSchema = z.object({
  /** Money per click, as set by the advertiser. */
  bid: z.number(),
  /** Multiplier of the bid by pacing; 1 without. */
  pacing: z.number(),
  quality: z.number(),
  /** 1000 * bid * pacing * pCTR * quality. */
  eCpm: z.number(),
  /** Money per click that the winner pays; null for who does not win. */
  price: z.number().nullable(),
  /** Money per thousand impressions at that price and the predicted click rate; null likewise. */
  pricePerMille: z.number().nullable(),
  /** The bid that would have won the last place, all else equal; null when no bid would, or it won. */
  winningBid: z.number().nullable(),
});
export type AdBid = z.infer<typeof adBidSchema>;

/** `heads.click` is the raw prediction, `score` the eCPM; null when it left before. */
export const adItemTraceSchema = itemTraceSchemaFor({
  card: adCardSchema,
  sources: AD_SOURCE_NAMES,
  heads: ["click"],
  steps: AD_STEP_NAMES,
  reasons: AD_DROP_REASONS,
  positions: ["retrieved", "light-rank", "rank", "auction", "slate"],
}).extend({
  lightScore: z.number().nullable(),
  prediction: adPredictionSchema.nullable(),
  auction: adBidSchema.nullable(),
  /** The simulator's click probability of this ad in this place. */
  truth: probability,
  /** What it would bring in truth: 1000 * bid * truth. */
  trueECpm: z.number(),
  /** Values that the models saw; only for the winners and the first of the others. */
  features: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  /** Pairs of features by what they add to the logit, strongest first, at most five; only where `features` are. */
  crosses: z.array(z.object({ left: z.string(), right: z.string(), logit: z.number() })),
});
export type AdItemTrace = z.infer<typeof adItemTraceSchema>;

export const adRunSchema = z.object({
  request: adRequestSummarySchema,
  knobs: adKnobsSchema,
  /** Live ads at that moment, of all that ever ran. */
  liveAds: count,
  ranker: z.enum(AD_MODEL_NAMES),
  /** Everything from the request to the winner, without building this trace. */
  totalMilliseconds: milliseconds,
  steps: z.array(adStepTraceSchema),
  sources: z.array(adSourceTraceSchema),
  /** The winners, best place first; empty when nothing reached the reserve. */
  slate: z.array(adItemTraceSchema),
  /** The best of the others in the auction, and examples of what each step removed. At most 120. */
  others: z.array(adItemTraceSchema),
  outcome: z.object({
    /** Expected payment by the predicted click rates, and by the true ones. */
    predictedRevenue: z.number(),
    expectedRevenue: z.number(),
    /** Predicted over true clicks of the winners: over 1 is the winner's curse. */
    predictedToTrue: z.number().nullable(),
    /** What the best ads by truth would have brought in this auction. */
    bestRevenue: z.number(),
  }),
  backend: z.string(),
});
export type AdRun = z.infer<typeof adRunSchema>;

/** One run in numbers, against the run it is compared with. */
export const adEffectSchema = z.object({
  id: z.string(),
  winners: z.array(count),
  titles: z.array(z.string()),
  /** Winners shared with the base run. */
  kept: count,
  eligible: count,
  predictedRevenue: z.number(),
  expectedRevenue: z.number(),
  /** Clicks per thousand requests that the simulator expects of the winners. */
  expectedClicks: z.number(),
  milliseconds,
});
export type AdEffect = z.infer<typeof adEffectSchema>;
