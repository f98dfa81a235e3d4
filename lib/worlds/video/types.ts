/**
 * The shapes of the video world. Structures of arrays throughout: row i of each array is video i (or user i, or log
 * entry i), so that a million videos stay a few dozen typed arrays.
 * What a model may see (catalogue, users, log) and what only the simulator knows (`VideoTruth`) are separate types.
 */

export type VideoWorldConfig = {
  readonly seed: number;
  /** All videos. The first `loggedItems` of them can be in the log; the rest was uploaded and never shown to anybody. */
  readonly items: number;
  readonly loggedItems: number;
  readonly users: number;
  /** Length of the log. */
  readonly days: number;
  /** Expected watches of one user of average activity over the whole log. */
  readonly watchesPerUser: number;
};

export const DEFAULT_VIDEO_WORLD: VideoWorldConfig = {
  seed: 7,
  items: 1_000_000,
  loggedItems: 50_000,
  users: 2_000,
  days: 28,
  watchesPerUser: 70,
};

export const POLICY_ALLOWED = 0;
export const POLICY_WITHHELD = 1;

/** Numbers of a video's content embedding. */
export const CONTENT_SIZE = 16;

export type VideoCatalogue = {
  readonly size: number;
  /** Rows [0, loggedSize) can be in the log, and are the same in worlds of every size. */
  readonly loggedSize: number;
  readonly creators: number;
  /** Creators [0, loggedCreators) have videos among the logged ones. */
  readonly loggedCreators: number;
  /** Index into TOPICS. */
  readonly topic: Uint8Array;
  readonly creator: Int32Array;
  /** Index into LANGUAGES. */
  readonly language: Uint8Array;
  readonly durationSeconds: Float32Array;
  /** Days since the world began; negative before the log starts. */
  readonly uploadDay: Float32Array;
  /** Perceptual fingerprint: re-uploads share it with their original (the original's row). */
  readonly fingerprint: Int32Array;
  /** POLICY_ALLOWED or POLICY_WITHHELD. */
  readonly policy: Uint8Array;
  /** Bit r is set when the video may not be shown in region r (an index into REGIONS). */
  readonly blockedRegions: Uint8Array;
  /**
   * [size, CONTENT_SIZE]: what a frozen model of pictures and sound makes of the video: a noisy view of its true style
   * and topic. Values / 64 have about unit norm. All that is known of a video that nobody has watched.
   */
  readonly content: Int8Array;
};

export type VideoUsers = {
  readonly size: number;
  readonly language: Uint8Array;
  /** Index into REGIONS. */
  readonly region: Uint8Array;
  /** Negative: was there before the log starts. */
  readonly signupDay: Float32Array;
};

/** Who followed which creator when; ordered by time. */
export type VideoSubscriptions = {
  readonly size: number;
  readonly user: Int32Array;
  readonly creator: Int32Array;
  readonly day: Float32Array;
};

/** How a row came about. `organic`: found by search; `subscription`: from a followed creator; both outside the recommender. */
export const LOG_SOURCES = ["organic", "popular", "co-watch", "random", "subscription"] as const;

/** One row per impression, and one per watch outside the recommender (position 0, always clicked). Ordered by time. */
export type VideoLog = {
  readonly size: number;
  readonly user: Int32Array;
  readonly item: Int32Array;
  readonly day: Float32Array;
  /** Slot in the slate from 1; 0 outside the recommender. */
  readonly position: Uint8Array;
  readonly source: Uint8Array;
  /** Probability that the logging policy put this video in this slot; 0 outside the recommender. */
  readonly propensity: Float32Array;
  readonly clicked: Uint8Array;
  readonly watchFraction: Float32Array;
  readonly liked: Uint8Array;
  readonly hidden: Uint8Array;
};

export const STYLE_SIZE = 8;

/** Never shown to a model: used to simulate, and to judge. */
export type VideoTruth = {
  readonly quality: Float32Array;
  readonly clickbait: Float32Array;
  /** [items, STYLE_SIZE], values / 64 have about unit norm. */
  readonly itemStyle: Int8Array;
  /** [users, STYLE_SIZE]. */
  readonly userStyle: Float32Array;
  /** [users, TOPICS]: share of the user's interest as the log starts; a row sums to 1. */
  readonly interest: Float32Array;
  /** [users, TOPICS]: the same as the log ends. On the days between, a mixture of both (interests.ts). */
  readonly lateInterest: Float32Array;
  /** [days, TOPICS]: how much a topic is in fashion on a day; about 1 on average over time. */
  readonly topicWave: Float32Array;
  /** Watches a day that the user would make with average satisfaction. */
  readonly activity: Float32Array;
  readonly clickbaitWeakness: Float32Array;
  /** log seconds that the user likes best. */
  readonly preferredLogDuration: Float32Array;
};

export type VideoWorld = {
  readonly config: VideoWorldConfig;
  readonly catalogue: VideoCatalogue;
  readonly users: VideoUsers;
  readonly log: VideoLog;
  readonly subscriptions: VideoSubscriptions;
  readonly truth: VideoTruth;
};

export type WorldProgress = { readonly activity: string; readonly fraction: number };
