/**
 * What a run tells about itself, as schemas: cards of videos, people, steps with counts and milliseconds, and for each
 * item why it came in, what was predicted for it and why it moved or left. These values cross the worker boundary,
 * lie in precomputed runs, and are all that the lab needs to draw.
 */
import * as z from "zod";
import { knobsSchema } from "./knobs";
import { DROP_REASONS, SOURCE_NAMES, STEP_NAMES } from "./types";

const count = z.number().int().nonnegative();
const milliseconds = z.number().nonnegative();
export const sourceNameSchema = z.enum(SOURCE_NAMES);
export const stepNameSchema = z.enum(STEP_NAMES);

export const videoCardSchema = z.object({
  item: count,
  title: z.string(),
  creator: z.string(),
  creatorId: count,
  /** Broad category, such as "Food". */
  category: z.string(),
  /** Topic within it, such as "Sourdough". */
  topic: z.string(),
  language: z.string(),
  durationSeconds: z.number(),
  /** Days before the request that it was uploaded. */
  ageDays: z.number(),
  /** Clicked watches in the log. */
  watches: count,
});
export type VideoCard = z.infer<typeof videoCardSchema>;

export const userSummarySchema = z.object({
  userId: count,
  /** A neutral handle such as "viewer 0412". */
  label: z.string(),
  language: z.string(),
  watches: count,
  isNew: z.boolean(),
  /** Topics this user watched most, at most three, most first. */
  topTopics: z.array(z.string()),
});
export type UserSummary = z.infer<typeof userSummarySchema>;

export const historyEntrySchema = z.object({
  card: videoCardSchema,
  daysAgo: z.number(),
  watchFraction: z.number(),
  liked: z.boolean(),
});
export const userProfileSchema = userSummarySchema.extend({
  /** Newest first, at most 50. */
  history: z.array(historyEntrySchema),
});
export type UserProfile = z.infer<typeof userProfileSchema>;

export const stepTraceSchema = z.object({
  step: stepNameSchema,
  itemsIn: count,
  itemsOut: count,
  milliseconds,
  /** How many left in this step, by reason. */
  drops: z.partialRecord(z.enum(DROP_REASONS), count),
  wasSkipped: z.boolean(),
});
export type StepTrace = z.infer<typeof stepTraceSchema>;

export const sourceTraceSchema = z.object({
  source: sourceNameSchema,
  asked: count,
  returned: count,
  /** Brought by this source alone. */
  onlyHere: count,
  inSlate: count,
  milliseconds,
});
export type SourceTrace = z.infer<typeof sourceTraceSchema>;

export const headPredictionsSchema = z.object({
  click: z.number(),
  watch: z.number(),
  like: z.number(),
  hide: z.number(),
});
export type HeadPredictions = z.infer<typeof headPredictionsSchema>;

export const itemTraceSchema = z.object({
  card: videoCardSchema,
  sources: z.array(z.object({ source: sourceNameSchema, rank: count, score: z.number() })),
  /** null when it left before ranking or when the ranker is switched off. */
  heads: headPredictionsSchema.nullable(),
  score: z.number().nullable(),
  /** 1-based positions; null when it was no longer there. */
  position: z.object({
    retrieved: count,
    ranked: count.nullable(),
    ruled: count.nullable(),
    slate: count.nullable(),
  }),
  moves: z.array(z.object({ step: stepNameSchema, from: count, to: count, reason: z.string() })),
  left: z.object({ step: stepNameSchema, reason: z.enum(DROP_REASONS) }).nullable(),
  /** What in the history speaks for it: watched videos with the highest co-watch or topic overlap, at most two. */
  because: z.array(
    z.object({
      item: count,
      title: z.string(),
      reason: z.enum(["co-watched", "same-topic", "same-creator"]),
    }),
  ),
});
export type ItemTrace = z.infer<typeof itemTraceSchema>;

export const recommendationSchema = z.object({
  knobs: knobsSchema,
  catalogueSize: count,
  /** Everything from the query to the slate, without building this trace. */
  totalMilliseconds: milliseconds,
  steps: z.array(stepTraceSchema),
  sources: z.array(sourceTraceSchema),
  /** The slate, in order. */
  slate: z.array(itemTraceSchema),
  /** Others of interest: the best ranked that did not make it, and the best that each filter removed. At most 120. */
  others: z.array(itemTraceSchema),
  backend: z.string(),
});
export type Recommendation = z.infer<typeof recommendationSchema>;

export const worldSummarySchema = z.object({
  seed: count,
  items: count,
  users: count,
  days: count,
  impressions: count,
  watches: count,
  topics: count,
  categories: count,
  creators: count,
  /** FNV-1a of catalogue and log: two worlds with the same hash are the same. */
  hash: z.string(),
});
export type WorldSummary = z.infer<typeof worldSummarySchema>;

const rankingMetricsSchema = z.object({
  ndcgAt10: z.number(),
  recallAt10: z.number(),
  hitAt10: z.number(),
  /**
   * What the simulator, which knows the truth, expects of the first ten: watched videos per slate, each counted by its
   * watched share. Unlike the others it does not depend on what the old recommender happened to show.
   */
  expectedWatch: z.number(),
});
export const offlineMetricsSchema = z.object({
  /** Users whose held-out last watches were predicted. */
  users: count,
  heldOutDays: z.number(),
  popularity: rankingMetricsSchema,
  itemToItem: rankingMetricsSchema,
  twoTower: rankingMetricsSchema,
  /** Ranker on top of all sources, without the re-ranking rules. */
  ranked: rankingMetricsSchema,
  /** The whole pipeline, rules and diversity included. */
  pipeline: rankingMetricsSchema,
  /** Share of held-out watches among the k candidates of the two-tower source, and of all sources merged. */
  retrievalRecall: z.array(z.object({ k: count, twoTower: z.number(), popularity: z.number() })),
  candidateRecall: z.number(),
  /** AUC of the heads on held-out impressions. */
  headAuc: headPredictionsSchema.partial(),
});
export type OfflineMetrics = z.infer<typeof offlineMetricsSchema>;

export const trainingPointSchema = z.object({
  model: z.enum(["two-tower", "ranker"]),
  step: count,
  steps: count,
  epoch: count,
  loss: z.number(),
  /** Recall@100 of held-out watches (two-tower), measured between epochs. */
  recallAt100: z.number().optional(),
  /** AUC of the click head on held-out impressions (ranker), measured between epochs. */
  clickAuc: z.number().optional(),
});
export type TrainingPoint = z.infer<typeof trainingPointSchema>;

export const modelCardSchema = z.object({
  version: z.string(),
  world: worldSummarySchema,
  trainingSeed: count,
  embeddingSize: count,
  parameters: z.object({ twoTower: count, ranker: count }),
  trainSeconds: z.object({ twoTower: z.number(), ranker: z.number() }),
  metrics: offlineMetricsSchema,
  curve: z.array(trainingPointSchema),
});
export type ModelCard = z.infer<typeof modelCardSchema>;

/** A run that a page can draw before any model is loaded. */
export const precomputedRunSchema = z.object({
  card: modelCardSchema,
  runs: z.array(z.object({ user: userProfileSchema, recommendation: recommendationSchema })).min(1),
});
export type PrecomputedRun = z.infer<typeof precomputedRunSchema>;
