/**
 * The shapes of the video world. Structures of arrays throughout: row i of each array is video i (or user i, or log
 * entry i), so that a million videos stay a few dozen typed arrays.
 * What a model may see (catalogue, users, log) and what only the simulator knows (`VideoTruth`) are separate types.
 */

export type VideoWorldConfig = {
  readonly seed: number;
  readonly items: number;
  readonly users: number;
  /** Length of the log. */
  readonly days: number;
  /** Expected watches of one user of average activity over the whole log. */
  readonly watchesPerUser: number;
};

export const DEFAULT_VIDEO_WORLD: VideoWorldConfig = {
  seed: 7,
  items: 50_000,
  users: 2_000,
  days: 28,
  watchesPerUser: 70,
};

export const POLICY_ALLOWED = 0;
export const POLICY_WITHHELD = 1;

export type VideoCatalogue = {
  readonly size: number;
  readonly creators: number;
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
};

export type VideoUsers = {
  readonly size: number;
  readonly language: Uint8Array;
  /** Negative: was there before the log starts. */
  readonly signupDay: Float32Array;
};

/** How an impression came about. `organic`: found by search or subscription, outside the recommender. */
export const LOG_SOURCES = ["organic", "popular", "co-watch", "random"] as const;

/** One row per impression, and one per organic watch (position 0, always clicked). Ordered by time. */
export type VideoLog = {
  readonly size: number;
  readonly user: Int32Array;
  readonly item: Int32Array;
  readonly day: Float32Array;
  /** Slot in the slate from 1; 0 for an organic watch. */
  readonly position: Uint8Array;
  readonly source: Uint8Array;
  /** Probability that the logging policy put this video in this slot; 0 for an organic watch. */
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
  /** [users, TOPICS]: share of the user's interest; a row sums to 1. */
  readonly interest: Float32Array;
  /** Watches a day. */
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
  readonly truth: VideoTruth;
};

export type WorldProgress = { readonly activity: string; readonly fraction: number };
