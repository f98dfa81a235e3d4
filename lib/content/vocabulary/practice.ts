/** Figures about the interview itself, estimation, features and objectives. */
import * as z from "zod";
import { caption } from "@/lib/content/vocabulary/caption";

export const PRACTICE_FIGURES = {
  /** Rate seven stages, see which level's bar is met: the rule of the report. */
  LevelBarFigure: z.strictObject({ caption }),
  /** A sentence graded on five real points, with its receipts; can be rewritten. */
  ReceiptFigure: z.strictObject({ caption }),
  /** Thresholds and caps of the grader, as its code has them. Does not move. */
  GradingRulesFigure: z.strictObject({ caption }),
  /** Parallel calls of one request: how often at least one is slow, with and without a second copy. */
  FanOutFigure: z.strictObject({
    calls: z.number().int().min(1).max(1000),
    percentile: z.number().min(0.9).max(0.9999).optional(),
    caption,
  }),
  /** Requests in flight, busy cores, machines, and what a queue adds as they fill up. */
  LoadFigure: z.strictObject({
    requestsPerSecond: z.number().positive(),
    cpuMs: z.number().positive(),
    elapsedMs: z.number().positive(),
    caption,
  }),
  /** Bytes of one embedding table, served and trained, by optimiser, precision and hash size. */
  EmbeddingMemoryFigure: z.strictObject({
    ids: z.number().positive(),
    dim: z.number().int().positive(),
    caption,
  }),
  /** Ids hashed into 2^bits buckets: expected and thrown share that collide, one table and two. */
  HashCollisionFigure: z.strictObject({
    ids: z.number().int().positive(),
    bits: z.number().int().min(10).max(32),
    caption,
  }),
  /** Target encoding with and without a row's own label: AUC promised and kept. Simulated with a seed. */
  TargetEncodingFigure: z.strictObject({ rowsPerCategory: z.number().int().positive(), caption }),
  /** Events of one item on a timeline; which of them four ways of joining give to a training row. */
  PointInTimeFigure: z.strictObject({
    requestHour: z.number().int().min(6).max(90),
    lagHours: z.number().int().min(0).max(24),
    caption,
  }),
  /** Two objectives of one list: what every weight attains, the chosen one, and a random list. Simulated with a seed. */
  ParetoFigure: z.strictObject({ correlation: z.number().min(-0.9).max(1), caption }),
  /** Gradients of two tasks: their sum, what it does to each loss, and the projection that removes the conflict. */
  GradientConflictFigure: z.strictObject({
    degrees: z.number().min(0).max(180),
    size: z.number().min(0.1).max(10),
    caption,
  }),
  /** Another published framework over the seven stages, with its minutes in a round of 30, 45 or 60. */
  FrameworkPresetsFigure: z.strictObject({ caption }),
} as const satisfies Record<string, z.ZodType>;
