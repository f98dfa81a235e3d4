/**
 * The ranker's features of one (user, video) pair, written once and used for training and for serving, so that the
 * two cannot drift apart. Categorical fields are rows of one packed table; dense features are standardised later.
 */
import { logit } from "@/lib/evaluation/logit";
import type { VideoCatalogue } from "@/lib/worlds/video/types";
import { CATEGORIES, LANGUAGES, TOPICS } from "@/lib/worlds/video/vocabulary";
import type { ItemCounters } from "./item-counters";
import { durationBucket, historySizeBucket } from "./tower-features";
import type { UserState } from "./user-state";

/** Logged creators share these rows; the last one stands for all creators that the log does not know. */
const CREATOR_ROWS = 4_097;
const UNKNOWN_CREATOR = CREATOR_ROWS - 1;
const AGE_BUCKETS = 10;
const MAX_POSITION = 10;

const TOPIC_AT = 0;
const CATEGORY_AT = TOPIC_AT + TOPICS.length;
const CREATOR_AT = CATEGORY_AT + CATEGORIES.length;
const DURATION_AT = CREATOR_AT + CREATOR_ROWS;
const AGE_AT = DURATION_AT + 10;
const LANGUAGE_AT = AGE_AT + AGE_BUCKETS;
const HISTORY_AT = LANGUAGE_AT + LANGUAGES.length * 2;
const POSITION_AT = HISTORY_AT + 6;
const TOP_TOPIC_AT = POSITION_AT + MAX_POSITION + 1;
export const RANKER_ROWS = TOP_TOPIC_AT + TOPICS.length + 1;

/** Categorical fields, each a row of the packed table, in the order of `writeFeatures`. */
export const FIELD_NAMES = [
  "topic",
  "category",
  "creator",
  "duration",
  "age",
  "language",
  "history size",
  "position",
  "favourite topic",
] as const;
export const FIELD_COUNT = FIELD_NAMES.length;
export const DENSE_NAMES = [
  "two-tower score",
  "co-watch score",
  "content similarity",
  "recent watches",
  "impression count",
  "click rate",
  "mean watched fraction",
  "like rate",
  "hide rate",
  "creator's click rate",
  "creator's watched fraction",
  "topic share",
  "category share",
  "watches of creator",
  "is subscribed",
  "topic recency",
  "age in days",
  "duration in seconds",
  "same language",
  "duration gap",
  "watches so far",
] as const;
export const DENSE_COUNT = DENSE_NAMES.length;

/** Days at which a topic's recency has fallen to 1/e. */
const TOPIC_RECENCY_DAYS = 3;
/** A share of a history on the scale of log odds; one that was never watched counts as a hundredth. */
const logShare = (share: number) => Math.log(0.01 + share);

/** 0: younger than half a day; each bucket doubles. */
const ageBucket = (days: number) =>
  Math.max(0, Math.min(AGE_BUCKETS - 1, Math.floor(Math.log2(Math.max(days, 0.01) / 0.5)) + 1));

export type RankerContext = {
  readonly catalogue: VideoCatalogue;
  readonly counters: ItemCounters;
  readonly user: UserState;
  readonly language: number;
  readonly day: number;
};

/** What was found out about a pair before ranking. */
export type Evidence = { readonly twoTower: number; readonly coWatch: number };

/** Slot that the ranker assumes when it serves: the same for all, so that only the video decides. */
export const SERVING_POSITION = 1;

/** Writes fields [at * FIELD_COUNT ...] of `rows` and dense features [at * DENSE_COUNT ...] of `dense`. */
export function writeFeatures(
  context: RankerContext,
  item: number,
  position: number,
  evidence: Evidence,
  rows: Int32Array,
  dense: Float32Array,
  at: number,
) {
  const { catalogue, counters, user, language, day } = context;
  const topic = catalogue.topic[item] as number;
  const category = TOPICS[topic]?.category ?? 0;
  const creator = catalogue.creator[item] as number;
  const ageDays = Math.max(0, day - (catalogue.uploadDay[item] as number));
  const seconds = catalogue.durationSeconds[item] as number;
  const isSameLanguage = Number(catalogue.language[item] === language);

  let field = at * FIELD_COUNT;
  rows[field++] = TOPIC_AT + topic;
  rows[field++] = CATEGORY_AT + category;
  rows[field++] = CREATOR_AT + (counters.knowsCreator(creator) ? creator % UNKNOWN_CREATOR : UNKNOWN_CREATOR);
  rows[field++] = DURATION_AT + durationBucket(seconds);
  rows[field++] = AGE_AT + ageBucket(ageDays);
  rows[field++] = LANGUAGE_AT + language * 2 + isSameLanguage;
  rows[field++] = HISTORY_AT + historySizeBucket(user.watches);
  rows[field++] = POSITION_AT + Math.min(MAX_POSITION, position);
  rows[field] = TOP_TOPIC_AT + user.topTopic;

  const logSeconds = Math.log(seconds);
  let next = writeCounts(context, item, creator, evidence, dense, at * DENSE_COUNT);
  dense[next++] = logShare(user.topicShare[topic] as number);
  dense[next++] = logShare(user.categoryShare[category] as number);
  dense[next++] = Math.log1p(user.creatorWatches.get(creator) ?? 0);
  dense[next++] = Number(user.followed.has(creator));
  dense[next++] = Math.exp(((user.topicDay[topic] as number) - day) / TOPIC_RECENCY_DAYS);
  dense[next++] = Math.log1p(ageDays);
  dense[next++] = logSeconds;
  dense[next++] = isSameLanguage;
  dense[next++] = Math.abs(logSeconds - user.meanLogDuration);
  dense[next] = Math.log1p(user.watches);
}

/** The dense features from evidence and counts; returns where the next one belongs. */
function writeCounts(
  { counters, user, day }: RankerContext,
  item: number,
  creator: number,
  { twoTower, coWatch }: Evidence,
  dense: Float32Array,
  from: number,
): number {
  let next = from;
  dense[next++] = twoTower;
  dense[next++] = Math.log1p(20 * coWatch);
  dense[next++] = user.contentSimilarity(item);
  dense[next++] = Math.log1p(counters.recentWatches(item, day));
  dense[next++] = Math.log1p(counters.shown(item));
  dense[next++] = logit(counters.clickRate(item));
  dense[next++] = counters.meanWatchFraction(item);
  dense[next++] = counters.likeRate(item);
  dense[next++] = counters.hideRate(item);
  dense[next++] = logit(counters.creatorClickRate(creator));
  dense[next++] = counters.creatorWatchFraction(creator);
  return next;
}

/** Mean and deviation of each dense feature, learnt on the training examples and stored with the model. */
export type Standardisation = { readonly means: Float32Array; readonly deviations: Float32Array };

export function learnStandardisation(dense: Float32Array, count: number): Standardisation {
  const means = new Float32Array(DENSE_COUNT);
  const deviations = new Float32Array(DENSE_COUNT);
  for (let f = 0; f < DENSE_COUNT; f++) {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < count; i++) {
      const value = dense[i * DENSE_COUNT + f] as number;
      sum += value;
      squares += value * value;
    }
    const mean = sum / count;
    means[f] = mean;
    deviations[f] = Math.sqrt(Math.max(1e-6, squares / count - mean * mean));
  }
  return { means, deviations };
}

/** In place; values beyond four deviations are clipped. */
export function standardise(dense: Float32Array, count: number, { means, deviations }: Standardisation) {
  for (let i = 0; i < count; i++)
    for (let f = 0; f < DENSE_COUNT; f++) {
      const at = i * DENSE_COUNT + f;
      const value = ((dense[at] as number) - (means[f] as number)) / (deviations[f] as number);
      dense[at] = Math.max(-4, Math.min(4, value));
    }
}
