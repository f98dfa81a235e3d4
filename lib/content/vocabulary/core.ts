/** Figures that the stages' chapters and the cases share. */
import * as z from "zod";
import { caption } from "@/lib/content/vocabulary/caption";

export const CORE_FIGURES = {
  /** The live three-stage funnel, small. */
  FunnelFigure: z.strictObject({ caption }),

  /** Clock: how the minutes of 30, 45 and 60 spread over the seven stages. */
  StageClockFigure: z.strictObject({ stage: z.string().optional(), caption }),
  /** Daily users, requests, peak factor, candidates, log bytes -> QPS, scores a second, storage. */
  CapacityFigure: z.strictObject({
    dailyUsers: z.number().positive(),
    requestsPerUser: z.number().positive(),
    peakFactor: z.number().positive(),
    candidates: z.number().positive(),
    impressionsPerRequest: z.number().positive(),
    bytesPerImpression: z.number().positive(),
    caption,
  }),
  /** Five videos with predicted click, watch, like and hide; weights decide the order. */
  ObjectiveFigure: z.strictObject({ caption }),
  /** Precision at a prevalence, for a true and a false positive rate, and the cost-optimal threshold. */
  PrecisionFigure: z.strictObject({
    prevalence: z.number().gt(0).lt(1),
    truePositiveRate: z.number().gt(0).lte(1),
    falsePositiveRate: z.number().gt(0).lt(1),
    caption,
  }),
  /** Position-based click model: naive CTR against inverse propensity weighting, simulated with a seed. */
  PositionBiasFigure: z.strictObject({ sessions: z.number().int().positive().optional(), caption }),
  /** Negative down-sampling at rate w: predicted p against corrected q. */
  SamplingCorrectionFigure: z.strictObject({ rate: z.number().gt(0).lte(1), caption }),
  /** Random split against time split on drifting data: how optimistic the first is. */
  TimeSplitFigure: z.strictObject({ caption }),
  /** In-batch softmax with and without logQ: which items are pushed down. */
  LogQFigure: z.strictObject({ caption }),
  /** Parameters and reachable interaction degree of a cross network against an MLP. */
  CrossLayerFigure: z.strictObject({
    inputDim: z.number().int().positive(),
    layers: z.number().int().positive(),
    caption,
  }),
  /** Drag graded results; DCG, ideal and NDCG recompute, linear or exponential gain. */
  NdcgFigure: z.strictObject({ grades: z.array(z.number().int().min(0).max(4)).min(3).max(10), caption }),
  /** Sample size per arm for a baseline rate and a minimum detectable effect; days at a given traffic. */
  SampleSizeFigure: z.strictObject({
    baseline: z.number().gt(0).lt(1),
    relativeEffect: z.number().gt(0).lt(1),
    dailyUnits: z.number().positive(),
    caption,
  }),
  /** Milliseconds per step of a request against the budget. Names that share the words before a colon start together ("Retrieve: fresh"). */
  LatencyBudgetFigure: z.strictObject({
    budgetMs: z.number().positive(),
    steps: z.array(z.tuple([z.string(), z.number()])).min(2),
    caption,
  }),
  /** Index bytes for vectors x dimensions under flat, HNSW, int8 and product quantisation. */
  AnnMemoryFigure: z.strictObject({
    vectors: z.number().positive(),
    dim: z.number().int().positive(),
    caption,
  }),
  /** Two distributions and a shift: PSI and KS, with the noise floor of the sample size. */
  DriftFigure: z.strictObject({ caption }),
} as const satisfies Record<string, z.ZodType>;
