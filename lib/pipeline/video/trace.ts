/** What a run on the video world tells about itself: the schemas of `../trace` with its names, its cards and its people. */
import * as z from "zod";
import {
  countSchema as count,
  itemTraceSchemaFor,
  millisecondsSchema as milliseconds,
  numbersSchemaFor,
  sourceTraceSchemaFor,
  stepTraceSchemaFor,
  trainingPointSchemaFor,
} from "../trace";
import { knobsSchema } from "./knobs";
import { DROP_REASONS, HEAD_NAMES, RANKER_NAMES, SOURCE_NAMES, STEP_NAMES } from "./names";

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
  region: z.string(),
  /** Creators followed. */
  subscriptions: count,
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

export const stepTraceSchema = stepTraceSchemaFor(STEP_NAMES, DROP_REASONS);
export type StepTrace = z.infer<typeof stepTraceSchema>;

export const sourceTraceSchema = sourceTraceSchemaFor(SOURCE_NAMES);
export type SourceTrace = z.infer<typeof sourceTraceSchema>;

export const headPredictionsSchema = numbersSchemaFor(HEAD_NAMES);
export type HeadPredictions = z.infer<typeof headPredictionsSchema>;

export const itemTraceSchema = itemTraceSchemaFor({
  card: videoCardSchema,
  sources: SOURCE_NAMES,
  heads: HEAD_NAMES,
  steps: STEP_NAMES,
  reasons: DROP_REASONS,
  positions: ["retrieved", "ranked", "ruled", "slate"],
}).extend({
  /**
   * Pairs of features that the ranker crosses, by what they add to the logit of the click head, strongest first, at
   * most three. Empty for a ranker without crosses, and for all but the slate.
   */
  crosses: z.array(z.object({ left: z.string(), right: z.string(), logit: z.number() })),
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
  ranker: z.enum(RANKER_NAMES),
  /** How the two-tower source searched: rows looked at, of all rows. `lists` is 0 for the exact scan. */
  search: z.object({ kind: z.enum(["exact", "lists"]), lists: count, probes: count, scanned: count }),
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

/** One slate in numbers, and against the slate of the request it is compared with. */
export const slateEffectSchema = z.object({
  id: z.string(),
  /** Items in order. */
  slate: z.array(count),
  titles: z.array(z.string()),
  /** Items shared with the base slate. */
  kept: count,
  /**
   * What the simulator, which knows the truth, expects: watched videos, each counted by its watched share. null for a
   * visitor with a history of their own: there is no truth about them.
   */
  expectedWatch: z.number().nullable(),
  /** 1 - mean cosine of all pairs. */
  diversity: z.number(),
  topics: count,
  creators: count,
  freshItems: count,
  /** Items that the log has never shown to anybody. */
  unloggedItems: count,
  duplicates: count,
  /** Items that the user has already watched, that policy withholds, or that are blocked in the user's region. */
  violations: count,
  milliseconds,
});
export type SlateEffect = z.infer<typeof slateEffectSchema>;

export const MAP_ROLES = ["catalogue", "history", "candidate", "slate"] as const;
export const sliceOfMapSchema = z.object({
  points: z.array(
    z.object({
      item: count,
      title: z.string(),
      category: z.string(),
      topic: z.string(),
      x: z.number(),
      y: z.number(),
      role: z.enum(MAP_ROLES),
      /** 1-based place in the slate. */
      place: count.nullable(),
    }),
  ),
  user: z.object({ x: z.number(), y: z.number() }),
  /** Share of the vectors' variance along x and along y. */
  explained: z.tuple([z.number(), z.number()]),
});
export type SliceOfMap = z.infer<typeof sliceOfMapSchema>;

export const worldSummarySchema = z.object({
  seed: count,
  items: count,
  /** Videos that the log knows; the rest of the catalogue has never been shown to anybody. */
  loggedItems: count,
  users: count,
  days: count,
  impressions: count,
  watches: count,
  topics: count,
  categories: count,
  creators: count,
  /** FNV-1a of the logged catalogue and of the log: models fit every world that has the same one, of any size. */
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

/**
 * Between epochs: recall@100 of held-out watches (two-tower), AUC of the click head on held-out impressions (ranker),
 * and what popularity alone reaches on the same held-out data.
 */
export const trainingPointSchema = trainingPointSchemaFor(
  ["two-tower", "ranker"],
  ["recallAt100", "clickAuc", "popularity"],
);
export type TrainingPoint = z.infer<typeof trainingPointSchema>;

export const modelCardSchema = z.object({
  version: z.string(),
  world: worldSummarySchema,
  trainingSeed: count,
  embeddingSize: count,
  parameters: z.object({ twoTower: count, rankers: z.partialRecord(z.enum(RANKER_NAMES), count) }),
  trainSeconds: z.object({
    twoTower: z.number(),
    rankers: z.partialRecord(z.enum(RANKER_NAMES), z.number()),
  }),
  /** Of the whole pipeline as shipped, over the whole catalogue. */
  metrics: offlineMetricsSchema,
  /** The same over the logged videos alone: what the log can judge. */
  loggedMetrics: offlineMetricsSchema,
  /** Each ranker on the same candidates and the same held-out data. */
  rankers: z.partialRecord(
    z.enum(RANKER_NAMES),
    z.object({
      headAuc: headPredictionsSchema.partial(),
      clickLogLoss: z.number(),
      ndcgAt10: z.number(),
      expectedWatch: z.number(),
    }),
  ),
  /** What the models should not be used for or read into, in sentences. */
  limits: z.array(z.string()),
  curve: z.array(trainingPointSchema),
});
export type ModelCard = z.infer<typeof modelCardSchema>;

/** A run that a page can draw before any model is loaded. */
export const precomputedRunSchema = z.object({
  card: modelCardSchema,
  runs: z.array(z.object({ user: userProfileSchema, recommendation: recommendationSchema })).min(1),
});
export type PrecomputedRun = z.infer<typeof precomputedRunSchema>;
