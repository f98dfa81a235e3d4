/**
 * The features of both towers as rows of packed tables. An item is its topic, category, creator, language, length, the
 * numbers of its content and, if it has been watched often, its own id: a video without a past lives on the rest. A
 * user is the same features of the recent watches (newer ones weigh more) plus language and how much history there is.
 * Creators whom the log hardly knows share one row, since nothing could be learnt for a row of their own.
 */
import { CONTENT_SIZE, type VideoCatalogue, type VideoWorld } from "@/lib/worlds/video/types";
import { CATEGORIES, LANGUAGES, TOPICS } from "@/lib/worlds/video/vocabulary";
import type { BagBuilder } from "../training/embedding-table";
import { planDays } from "./plan";

/** The last row stands for all creators that the log hardly knows. */
const CREATOR_ROWS = 4_097;
const UNKNOWN_CREATOR = CREATOR_ROWS - 1;
const ID_ROWS = 6_144;
const DURATION_BUCKETS = 10;
const HISTORY_SIZE_BUCKETS = 6;
/** A video gets a row of its own from so many watches on, a creator from so many. */
const MIN_WATCHES_FOR_ID = 5;
const MIN_WATCHES_FOR_CREATOR = 3;
export const MAX_TOWER_HISTORY = 20;
/** Weight of the n-th newest watch, before the sum of squares is scaled to 1. */
const RECENCY = Float64Array.from({ length: MAX_TOWER_HISTORY }, (_, n) => 0.95 ** n);
/** Content numbers are int8 with a norm of about 64; scaled by this their squares are about 1 on average. */
export const CONTENT_WEIGHT = 1 / 16;

const TOPIC_AT = 0;
const CATEGORY_AT = TOPIC_AT + TOPICS.length;
const LANGUAGE_AT = CATEGORY_AT + CATEGORIES.length;
const DURATION_AT = LANGUAGE_AT + LANGUAGES.length;
export const CONTENT_AT = DURATION_AT + DURATION_BUCKETS;
const CREATOR_AT = CONTENT_AT + CONTENT_SIZE;
const ID_AT = CREATOR_AT + CREATOR_ROWS;
export const ITEM_ROWS = ID_AT + ID_ROWS;
const USER_LANGUAGE_AT = ITEM_ROWS;
const USER_SIZE_AT = USER_LANGUAGE_AT + LANGUAGES.length;
export const USER_ROWS = USER_SIZE_AT + HISTORY_SIZE_BUCKETS;

/** Ten buckets, a factor of two each, from under 16 s to over 2 h. */
export const durationBucket = (seconds: number) =>
  Math.max(0, Math.min(DURATION_BUCKETS - 1, Math.floor(Math.log2(seconds / 8))));
/** 0, 1-2, 3-8, 9-26, ... watches. */
export const historySizeBucket = (watches: number) =>
  Math.min(HISTORY_SIZE_BUCKETS - 1, watches === 0 ? 0 : 1 + Math.floor(Math.log(watches) / Math.log(3)));

/** Gives a row to each entry counted at least `least` times, most counted first; -1 without one. */
function assignRows(counts: ArrayLike<number>, least: number, rows: number): Int32Array {
  const assigned = new Int32Array(counts.length).fill(-1);
  const frequent: number[] = [];
  for (let i = 0; i < counts.length; i++) if ((counts[i] as number) >= least) frequent.push(i);
  frequent.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  for (const [row, entry] of frequent.slice(0, rows).entries()) assigned[entry] = row;
  return assigned;
}

/** Row of each video's own embedding, relative to the id rows; -1 without one. The most watched get the rows. */
export const assignIdRows = (watchCounts: ArrayLike<number>): Int32Array =>
  assignRows(watchCounts, MIN_WATCHES_FOR_ID, ID_ROWS);

/** Row of each logged creator, from the watches that the two-tower learns from; -1 for one it hardly knows. */
function assignCreatorRows(world: VideoWorld): Int32Array {
  const { log, catalogue } = world;
  const { towerEnd } = planDays(world);
  const watches = new Float32Array(catalogue.loggedCreators);
  for (let row = 0; row < log.size && (log.day[row] as number) < towerEnd; row++) {
    if (!log.clicked[row]) continue;
    const creator = catalogue.creator[log.item[row] as number] as number;
    watches[creator] = (watches[creator] as number) + 1;
  }
  return assignRows(watches, MIN_WATCHES_FOR_CREATOR, UNKNOWN_CREATOR);
}

/** What a bag leaves out, to teach the towers to place a video that has no past. */
export type Hidden = { readonly id: boolean; readonly creator: boolean };
const NOTHING_HIDDEN: Hidden = { id: false, creator: false };

export type TowerFeatures = {
  /** Adds the bag of a video. */
  addItem(builder: BagBuilder, item: number, hidden?: Hidden): void;
  /** Adds the bag of a user with this history (oldest first; only the newest MAX_TOWER_HISTORY count). */
  addUser(builder: BagBuilder, history: ArrayLike<number>, from: number, to: number, language: number): void;
  creatorRow(item: number): number;
  /** Row of the video's own embedding; -1 without one. */
  idRow(item: number): number;
};

/** Number of different `kindOf`. */
export const ITEM_KINDS = TOPICS.length * LANGUAGES.length * DURATION_BUCKETS;

/** Videos of one topic, language and length share those rows: the number of their combination. */
export const kindOf = ({ topic, language, durationSeconds }: VideoCatalogue, item: number): number =>
  ((topic[item] as number) * LANGUAGES.length + (language[item] as number)) * DURATION_BUCKETS +
  durationBucket(durationSeconds[item] as number);

/** The rows of a kind: topic, category, language, length. */
export function rowsOfKind(kind: number): [number, number, number, number] {
  const duration = kind % DURATION_BUCKETS;
  const group = Math.floor(kind / DURATION_BUCKETS);
  const topic = Math.floor(group / LANGUAGES.length);
  return [
    TOPIC_AT + topic,
    CATEGORY_AT + (TOPICS[topic]?.category ?? 0),
    LANGUAGE_AT + (group % LANGUAGES.length),
    DURATION_AT + duration,
  ];
}

/** `idRows` covers the logged videos. Creators' rows follow from the log, so they are the same for every size. */
export function createTowerFeatures(world: VideoWorld, idRows: Int32Array): TowerFeatures {
  const { catalogue } = world;
  const creatorRows = assignCreatorRows(world);
  /** Weights of the rows that many videos share, summed over a bag: a history has few topics and one language. */
  const shared = new Float32Array(CREATOR_AT);
  const sharedRows: number[] = [];

  function creatorRow(item: number): number {
    const creator = catalogue.creator[item] as number;
    const row = creator < creatorRows.length ? (creatorRows[creator] as number) : -1;
    return CREATOR_AT + (row < 0 ? UNKNOWN_CREATOR : row);
  }
  function idRow(item: number): number {
    const row = item < idRows.length ? (idRows[item] as number) : -1;
    return row < 0 ? -1 : ID_AT + row;
  }
  function share(row: number, weight: number) {
    if (shared[row] === 0) sharedRows.push(row);
    shared[row] = (shared[row] as number) + weight;
  }
  function addRows(builder: BagBuilder, item: number, weight: number, { id, creator }: Hidden) {
    const topic = catalogue.topic[item] as number;
    share(TOPIC_AT + topic, weight);
    share(CATEGORY_AT + (TOPICS[topic]?.category ?? 0), weight);
    share(LANGUAGE_AT + (catalogue.language[item] as number), weight);
    share(DURATION_AT + durationBucket(catalogue.durationSeconds[item] as number), weight);
    for (let k = 0; k < CONTENT_SIZE; k++)
      shared[CONTENT_AT + k] =
        (shared[CONTENT_AT + k] as number) +
        weight * CONTENT_WEIGHT * (catalogue.content[item * CONTENT_SIZE + k] as number);
    builder.add(creator ? CREATOR_AT + UNKNOWN_CREATOR : creatorRow(item), weight);
    const own = id ? -1 : idRow(item);
    if (own >= 0) builder.add(own, weight);
  }
  /** Adds what the videos since the last call share. */
  function addShared(builder: BagBuilder) {
    for (let k = 0; k < CONTENT_SIZE; k++) builder.add(CONTENT_AT + k, shared[CONTENT_AT + k] as number);
    for (const row of sharedRows) builder.add(row, shared[row] as number);
    shared.fill(0);
    sharedRows.length = 0;
  }
  return {
    creatorRow,
    idRow,
    addItem(builder, item, hidden = NOTHING_HIDDEN) {
      addRows(builder, item, 1, hidden);
      addShared(builder);
      builder.close();
    },
    addUser(builder, history, from, to, language) {
      const start = Math.max(from, to - MAX_TOWER_HISTORY);
      let square = 0;
      for (let age = 0; age < to - start; age++) square += (RECENCY[age] as number) ** 2;
      const scale = 1 / Math.sqrt(square);
      for (let k = start; k < to; k++)
        addRows(builder, history[k] as number, (RECENCY[to - 1 - k] as number) * scale, NOTHING_HIDDEN);
      addShared(builder);
      builder.add(USER_LANGUAGE_AT + language, 1);
      builder.add(USER_SIZE_AT + historySizeBucket(to - from), 1);
      builder.close();
    },
  };
}
