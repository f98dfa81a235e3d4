/**
 * The recommender that produced the log: in each slot it draws from popularity, from the topics of recent watches
 * (a stand-in for co-watch), or at random, and the probability of what it drew is logged (the propensity).
 * Weights are rebuilt each day from what was watched so far, so popularity feeds itself as it does in practice.
 */
import type { Random } from "@/lib/random";
import { bisect } from "../sampling";
import { LOG_SOURCES, POLICY_ALLOWED, type VideoCatalogue } from "./types";
import { LANGUAGES, TOPICS } from "./vocabulary";

const POPULAR_SHARE = 0.45;
const CO_WATCH_SHARE = 0.4;
const RANDOM_SHARE = 0.15;
/** A video weighs watches + PRIOR: without watches still a little. */
const PRIOR = 0.02;
const POPULAR = LOG_SOURCES.indexOf("popular");
const CO_WATCH = LOG_SOURCES.indexOf("co-watch");
const RANDOM = LOG_SOURCES.indexOf("random");

export type Proposal = { item: number; source: number; propensity: number };

/** Videos that may be shown today, grouped by (topic, language), with running popularity sums over all groups. */
export type DailyIndex = {
  /** Items ordered by group. */
  readonly order: Int32Array;
  /** Start of each group in `order`; group = topic * LANGUAGES + language. */
  readonly starts: Int32Array;
  readonly sums: Float64Array;
  /** Popularity weight of each item this morning; what the day's draws and propensities are made of. */
  readonly weights: Float32Array;
};

/** Counting sort of the eligible logged videos by group, then running sums of their popularity weights. */
export function buildDailyIndex(catalogue: VideoCatalogue, watches: Float32Array, day: number): DailyIndex {
  const groups = TOPICS.length * LANGUAGES.length;
  const starts = new Int32Array(groups + 1);
  const groupOf = (i: number) => (catalogue.topic[i] ?? 0) * LANGUAGES.length + (catalogue.language[i] ?? 0);
  const isEligible = (i: number) =>
    (catalogue.uploadDay[i] ?? 0) <= day && catalogue.policy[i] === POLICY_ALLOWED;
  for (let i = 0; i < catalogue.loggedSize; i++)
    if (isEligible(i)) starts[groupOf(i) + 1] = (starts[groupOf(i) + 1] ?? 0) + 1;
  for (let g = 0; g < groups; g++) starts[g + 1] = (starts[g + 1] ?? 0) + (starts[g] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(starts[groups] ?? 0);
  for (let i = 0; i < catalogue.loggedSize; i++) {
    if (!isEligible(i)) continue;
    const group = groupOf(i);
    order[next[group] ?? 0] = i;
    next[group] = (next[group] ?? 0) + 1;
  }
  const weights = watches.map((count) => count + PRIOR);
  const sums = new Float64Array(order.length + 1);
  for (let k = 0; k < order.length; k++) sums[k + 1] = (sums[k] ?? 0) + (weights[order[k] ?? 0] ?? 0);
  return { order, starts, sums, weights };
}

/** Draws within order[from, to) by popularity. Returns -1 when the range is empty. */
export function drawByPopularity(index: DailyIndex, from: number, to: number, random: Random): number {
  if (to <= from) return -1;
  const low = index.sums[from] ?? 0;
  const target = low + random.next() * ((index.sums[to] ?? 0) - low);
  // sums[k + 1] is the first running sum that includes order[k].
  return index.order[bisect(index.sums, target, from + 1, to + 1) - 1] ?? -1;
}

/** [from, to) of one topic in one language. */
export function groupRange(index: DailyIndex, topic: number, language: number): [number, number] {
  const group = topic * LANGUAGES.length + language;
  return [index.starts[group] ?? 0, index.starts[group + 1] ?? 0];
}

/** Whom the policy serves. `recentTopics`: topics of the last watches; empty for somebody without a past. */
export type Visitor = {
  readonly language: number;
  readonly region: number;
  readonly recentTopics: readonly number[];
};

/** Chance that one slot gets `item`, whatever source draws it; over all videos these sum to 1 (less when a slot stays empty). */
export function propensityOf(
  index: DailyIndex,
  catalogue: VideoCatalogue,
  visitor: Visitor,
  item: number,
): number {
  if (isBlocked(catalogue, item, visitor.region)) return 0;
  const { language, recentTopics } = visitor;
  const weight = index.weights[item] as number;
  const total = index.sums[index.sums.length - 1] as number;
  const hasHistory = recentTopics.length > 0;
  const popularShare = hasHistory ? POPULAR_SHARE : POPULAR_SHARE + CO_WATCH_SHARE;
  const propensity = RANDOM_SHARE / index.order.length + (popularShare * weight) / total;
  if (!hasHistory || catalogue.language[item] !== language) return propensity;
  const topic = catalogue.topic[item] as number;
  let recent = 0;
  for (const other of recentTopics) if (other === topic) recent++;
  if (recent === 0) return propensity;
  const [from, to] = groupRange(index, topic, language);
  const groupWeight = (index.sums[to] as number) - (index.sums[from] as number);
  return propensity + (CO_WATCH_SHARE * (recent / recentTopics.length) * weight) / groupWeight;
}

export const isBlocked = (catalogue: VideoCatalogue, item: number, region: number) =>
  (((catalogue.blockedRegions[item] as number) >>> region) & 1) === 1;

/**
 * The policy's choice for one slot, with its probability. Null leaves the slot empty: the drawn topic has no videos in
 * the visitor's language, or the drawn video is blocked in the visitor's region.
 */
export function propose(
  index: DailyIndex,
  catalogue: VideoCatalogue,
  visitor: Visitor,
  random: Random,
): Proposal | null {
  const { recentTopics } = visitor;
  const roll = random.next();
  let source = POPULAR;
  let item = -1;
  if (roll < RANDOM_SHARE) {
    source = RANDOM;
    item = index.order[random.integer(index.order.length)] ?? -1;
  } else if (roll < RANDOM_SHARE + CO_WATCH_SHARE && recentTopics.length > 0) {
    source = CO_WATCH;
    const topic = recentTopics[random.integer(recentTopics.length)] ?? 0;
    const [from, to] = groupRange(index, topic, visitor.language);
    item = drawByPopularity(index, from, to, random);
  } else item = drawByPopularity(index, 0, index.order.length, random);
  if (item < 0 || isBlocked(catalogue, item, visitor.region)) return null;
  return { item, source, propensity: propensityOf(index, catalogue, visitor, item) };
}
