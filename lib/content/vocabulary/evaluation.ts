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
} as const satisfies Record<string, z.ZodType>;
