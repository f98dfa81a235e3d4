/**
 * The knobs of one ad request, as a schema: the lab's sliders, its URL and the worker all read this one definition.
 * Every field has a default, so `adKnobsSchema.parse({})` is the pipeline as shipped.
 */
import * as z from "zod";
import { AD_MODEL_NAMES, CALIBRATION_NAMES } from "./names";

/** What can be switched off to see what it is worth. */
export const AD_ABLATIONS = [
  "targeting",
  "two-tower",
  "filter",
  "light-rank",
  "calibrate",
  "quality",
  "pacing",
] as const;
export const adAblationSchema = z.enum(AD_ABLATIONS);
export type AdAblation = z.infer<typeof adAblationSchema>;

const candidateCount = z.number().int().min(0).max(2_000);

export const adKnobsSchema = z.object({
  /** Places to fill with this one request; each ad pays the bid of the one below it. */
  slateSize: z.number().int().min(1).max(4).default(1),
  /** Candidates asked of each source. */
  candidates: z
    .object({ targeting: candidateCount.default(1_000), "two-tower": candidateCount.default(200) })
    .prefault({}),
  /** Ads that the light ranker lets pass to the chosen model. */
  lightRankLimit: z.number().int().min(10).max(1_000).default(200),
  ranker: z.enum(AD_MODEL_NAMES).default("dcn-v2"),
  calibration: z.enum(CALIBRATION_NAMES).default("platt"),
  /** Undoes the down-sampling of negatives: q = p / (p + (1 - p) / r) for negatives kept at rate r. */
  negativeCorrection: z.boolean().default(true),
  /** Multiplies bids so that a budget lasts the day. */
  pacing: z.boolean().default(true),
  /** Impressions of one campaign to one user a day, at most. */
  frequencyCap: z.number().int().min(1).max(20).default(4),
  /** Lowest eCPM (money per thousand impressions) that may win, and the least that a winner pays. */
  reserve: z.number().min(0).max(50).default(0.5),
  /**
   * Thompson sampling on the logit: a normal draw, wider the fewer clicks are known of an ad, times this. 0 for the
   * prediction itself.
   */
  exploration: z.number().min(0).max(2).default(0),
  ablate: z.array(adAblationSchema).default([]),
});
export type AdKnobs = z.infer<typeof adKnobsSchema>;
export type AdKnobsInput = z.input<typeof adKnobsSchema>;
export const DEFAULT_AD_KNOBS: AdKnobs = adKnobsSchema.parse({});
