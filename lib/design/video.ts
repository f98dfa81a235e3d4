/**
 * The typed choices of a design for the video world: what can be compiled into a pipeline and run.
 *
 * Keys are the decision ids used everywhere: in `decision-made` events, in interviewer.yaml conditions
 * (`decision: split`) and here. A key that is absent was not decided.
 */
import * as z from "zod";

const choices = {
  /** What the ranker is trained to bring about. */
  objective: ["clicks", "watch-time", "satisfied-watch", "retention"],
  /** What counts as a positive example. */
  label: ["click", "long-watch", "completion", "like", "survey"],
  /** Where the negatives of retrieval come from. */
  negatives: ["impressions", "random", "in-batch", "mixed"],
  split: ["random", "by-user", "by-time"],
  retriever: ["popularity", "item-to-item", "two-tower"],
  index: ["exact", "approximate"],
  ranker: ["logistic-regression", "factorization-machine", "mlp", "dcn-v2"],
  rerank: ["none", "rules", "mmr", "dpp"],
  "offline-metric": ["accuracy", "auc", "ndcg", "recall"],
  experiment: ["none", "user-split", "session-split", "interleaving"],
  monitors: ["none", "system", "data-and-model", "full"],
} as const;

export const videoDesignSchema = z.strictObject({
  objective: z.enum(choices.objective),
  label: z.enum(choices.label),
  negatives: z.enum(choices.negatives),
  split: z.enum(choices.split),
  retriever: z.enum(choices.retriever),
  index: z.enum(choices.index),
  ranker: z.enum(choices.ranker),
  rerank: z.enum(choices.rerank),
  "offline-metric": z.enum(choices["offline-metric"]),
  experiment: z.enum(choices.experiment),
  monitors: z.enum(choices.monitors),
  /** How many items retrieval hands to the ranker. */
  candidates: z.number().int().min(10).max(10_000),
  /** Milliseconds from request to response, 99th percentile. */
  "latency-budget": z.number().int().min(10).max(5_000),
});
export type VideoDesign = z.infer<typeof videoDesignSchema>;
export type VideoDecision = keyof VideoDesign;

/** As much of a design as has been decided. */
export const partialVideoDesignSchema = videoDesignSchema.partial();
export type PartialVideoDesign = z.infer<typeof partialVideoDesignSchema>;

/** A plain starting point: what is filled in for choices nobody made, and what a design is compared with. */
export const BASELINE_VIDEO_DESIGN: VideoDesign = {
  objective: "clicks",
  label: "click",
  negatives: "impressions",
  split: "random",
  retriever: "popularity",
  index: "exact",
  ranker: "logistic-regression",
  rerank: "none",
  "offline-metric": "auc",
  experiment: "none",
  monitors: "none",
  candidates: 200,
  "latency-budget": 200,
};

export const VIDEO_DECISIONS = Object.keys(videoDesignSchema.shape) as VideoDecision[];

const isDecision = (field: string): field is VideoDecision => field in videoDesignSchema.shape;

/** The valid choices among what was decided; values of an older or foreign schema are left out. */
export function readVideoDesign(decisions: Readonly<Record<string, unknown>>): PartialVideoDesign {
  const design: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(decisions)) {
    if (isDecision(field) && videoDesignSchema.shape[field].safeParse(value).success) design[field] = value;
  }
  return design as PartialVideoDesign;
}

/** True when `value` may be stored for `field`; null takes a choice back. */
export const isVideoChoice = (field: string, value: unknown): boolean =>
  isDecision(field) && (value === null || videoDesignSchema.shape[field].safeParse(value).success);
