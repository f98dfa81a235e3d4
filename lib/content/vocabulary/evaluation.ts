/** Figures about measuring: biases, calibration, experiments, drift. */
import * as z from "zod";
import { caption } from "./caption";

export const EVALUATION_FIGURES = {
  /** Clicks of readers who look by position or stop at the first click; both click models fitted to them. */
  ClickModelFigure: z.strictObject({ pages: z.number().int().min(500).max(50_000).optional(), caption }),
  /** A new policy judged from the old one's log: five estimators over repeated logs, effective sample size. */
  OffPolicyFigure: z.strictObject({ rows: z.number().int().min(200).max(5_000).optional(), caption }),
  /** A recommender trained on its own clicks for thirty rounds, with and without exploration (percent). */
  FeedbackLoopFigure: z.strictObject({ exploration: z.number().min(0).max(50).optional(), caption }),
  /** Scores that lie in a chosen way, recalibrated by temperature, Platt and isotonic on so many rows; judged on others. */
  RecalibrationFigure: z.strictObject({ rows: z.number().int().min(100).max(20_000).optional(), caption }),
  /** Expected cost by threshold for a share of positives and two costs; reported odds may be wrong by a factor. */
  ThresholdCostFigure: z.strictObject({
    prevalence: z.number().gt(0).lte(0.5),
    falseNegativeCost: z.number().positive(),
    falsePositiveCost: z.number().positive(),
    oddsFactor: z.number().min(0.05).max(50).optional(),
    caption,
  }),
  /** Predicted over true click rate of an auction's winner by number of ads, raw, calibrated, shrunk. */
  WinnersCurseFigure: z.strictObject({ noise: z.number().min(0.05).max(0.8).optional(), caption }),
  /** Experiments without (or with) an effect, looked at several times: exact chance of a false alarm by stopping rule. */
  PeekingFigure: z.strictObject({ looks: z.number().int().min(1).max(20).optional(), caption }),
  /** Two arms with a covariate: plain and CUPED intervals, users needed; what a covariate of the experiment itself takes away. */
  CupedFigure: z.strictObject({ correlation: z.number().min(0).max(0.95).optional(), caption }),
  /** Counts of two arms against their intended shares: chi-square, p, verdict, and what so many users can show. */
  SampleRatioFigure: z.strictObject({
    control: z.number().int().min(100).max(100_000_000),
    treatment: z.number().int().min(100).max(100_000_000),
    intendedShare: z.number().gt(0).lt(1).optional(),
    caption,
  }),
  /** A better and a worse ranker, interleaved or on half of the queries each: power by number of queries. */
  InterleavingFigure: z.strictObject({
    queries: z.number().int().min(100).max(10_000_000).optional(),
    caption,
  }),
  /** So many charts at a limit: false alarms a week, hours until a shift is heard, three rules with as many false alarms. */
  AlertFigure: z.strictObject({
    charts: z.number().int().min(1).max(10_000).optional(),
    limit: z.number().min(1.5).max(6).optional(),
    caption,
  }),
  /** Decay of quality (percent a day), its worth and the cost of a run -> cost a day by cadence, and the best one. */
  RetrainingFigure: z.strictObject({
    perDay: z.number().min(0.01).max(2).optional(),
    perRun: z.number().min(1).max(100_000).optional(),
    value: z.number().min(10).max(1_000_000).optional(),
    caption,
  }),
  /** A conversion rate by day while labels arrive (percent within an hour, a day): as logged, corrected, mature days. */
  MaturingRateFigure: z.strictObject({
    withinHour: z.number().min(5).max(90).optional(),
    withinDay: z.number().min(5).max(100).optional(),
    caption,
  }),
} as const satisfies Record<string, z.ZodType>;
