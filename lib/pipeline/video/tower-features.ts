/**
 * The features of both towers as rows of packed tables. An item is its topic, category, creator, language, length and,
 * if it has been watched often, its own id: new videos live on content alone. A user is the same features of the
 * recent watches (newer ones weigh more) plus language and how much history there is.
 */
import type { VideoCatalogue } from "@/lib/worlds/video/types";
import { CATEGORIES, LANGUAGES, TOPICS } from "@/lib/worlds/video/vocabulary";
import type { BagBuilder } from "../training/embedding-table";

const CREATOR_BUCKETS = 4_096;
const ID_ROWS = 6_144;
const DURATION_BUCKETS = 10;
const HISTORY_SIZE_BUCKETS = 6;
/** A video gets a row of its own from so many watches on. */
const MIN_WATCHES_FOR_ID = 5;
export const MAX_TOWER_HISTORY = 20;
/** Weight of the n-th newest watch: RECENCY_DECAY^n. */
const RECENCY_DECAY = 0.95;

const TOPIC_AT = 0;
const CATEGORY_AT = TOPIC_AT + TOPICS.length;
const CREATOR_AT = CATEGORY_AT + CATEGORIES.length;
const LANGUAGE_AT = CREATOR_AT + CREATOR_BUCKETS;
const DURATION_AT = LANGUAGE_AT + LANGUAGES.length;
const ID_AT = DURATION_AT + DURATION_BUCKETS;
export const ITEM_ROWS = ID_AT + ID_ROWS;
const USER_LANGUAGE_AT = ITEM_ROWS;
const USER_SIZE_AT = USER_LANGUAGE_AT + LANGUAGES.length;
export const USER_ROWS = USER_SIZE_AT + HISTORY_SIZE_BUCKETS;

/** Ten buckets, a factor of two each, from under 16 s to over 2 h. */
export const durationBucket = (seconds: number) =>
  Math.max(0, Math.min(DURATION_BUCKETS - 1, Math.floor(Math.log2(seconds / 8))));
export const creatorBucket = (creator: number) => creator % CREATOR_BUCKETS;
/** 0, 1-2, 3-8, 9-26, ... watches. */
export const historySizeBucket = (watches: number) =>
  Math.min(HISTORY_SIZE_BUCKETS - 1, watches === 0 ? 0 : 1 + Math.floor(Math.log(watches) / Math.log(3)));

/** Row of each video's own embedding, relative to the id rows; -1 without one. The most watched get the rows. */
export function assignIdRows(watchCounts: ArrayLike<number>): Int32Array {
  const rows = new Int32Array(watchCounts.length).fill(-1);
  const frequent: number[] = [];
  for (let i = 0; i < watchCounts.length; i++)
    if ((watchCounts[i] as number) >= MIN_WATCHES_FOR_ID) frequent.push(i);
  frequent.sort((a, b) => (watchCounts[b] as number) - (watchCounts[a] as number) || a - b);
  for (const [row, item] of frequent.slice(0, ID_ROWS).entries()) rows[item] = row;
  return rows;
}

export type TowerFeatures = {
  /** Adds the bag of a video. */
  addItem(builder: BagBuilder, item: number): void;
  /** Adds the bag of a user with this history (oldest first; only the newest MAX_TOWER_HISTORY count). */
  addUser(builder: BagBuilder, history: ArrayLike<number>, from: number, to: number, language: number): void;
};

export function createTowerFeatures(catalogue: VideoCatalogue, idRows: Int32Array): TowerFeatures {
  function addRows(builder: BagBuilder, item: number, weight: number) {
    const topic = catalogue.topic[item] as number;
    builder.add(TOPIC_AT + topic, weight);
    builder.add(CATEGORY_AT + (TOPICS[topic]?.category ?? 0), weight);
    builder.add(CREATOR_AT + creatorBucket(catalogue.creator[item] as number), weight);
    builder.add(LANGUAGE_AT + (catalogue.language[item] as number), weight);
    builder.add(DURATION_AT + durationBucket(catalogue.durationSeconds[item] as number), weight);
    const idRow = idRows[item] as number;
    if (idRow >= 0) builder.add(ID_AT + idRow, weight);
  }
  return {
    addItem(builder, item) {
      addRows(builder, item, 1);
      builder.close();
    },
    addUser(builder, history, from, to, language) {
      const start = Math.max(from, to - MAX_TOWER_HISTORY);
      let square = 0;
      for (let k = start; k < to; k++) square += RECENCY_DECAY ** (2 * (to - 1 - k));
      for (let k = start; k < to; k++)
        addRows(builder, history[k] as number, RECENCY_DECAY ** (to - 1 - k) / Math.sqrt(square));
      builder.add(USER_LANGUAGE_AT + language, 1);
      builder.add(USER_SIZE_AT + historySizeBucket(to - from), 1);
      builder.close();
    },
  };
}
