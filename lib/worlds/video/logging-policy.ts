/**
 * The recommender that produced the log: in each slot it draws from popularity, from the topics of recent watches
 * (a stand-in for co-watch), or at random, and the probability of what it drew is logged (the propensity).
 * Weights are rebuilt each day from what was watched so far, so popularity feeds itself as it does in practice.
 */
import type { Random } from "@/lib/random";
import { bisect } from "./sampling";
import { LOG_SOURCES, POLICY_ALLOWED, type VideoCatalogue } from "./types";
import { LANGUAGES, TOPICS } from "./vocabulary";

const POPULAR_SHARE = 0.45;
const CO_WATCH_SHARE = 0.4;
const RANDOM_SHARE = 0.15;
/** A video without watches still weighs this much; watches count as (n + PRIOR)^0.8. */
const PRIOR = 0.02;
const sourceIndex = (name: (typeof LOG_SOURCES)[number]) => LOG_SOURCES.indexOf(name);

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

/** Counting sort of the eligible videos by group, then running sums of their popularity weights. */
export function buildDailyIndex(catalogue: VideoCatalogue, watches: Float32Array, day: number): DailyIndex {
  const groups = TOPICS.length * LANGUAGES.length;
  const starts = new Int32Array(groups + 1);
  const groupOf = (i: number) => (catalogue.topic[i] ?? 0) * LANGUAGES.length + (catalogue.language[i] ?? 0);
  const isEligible = (i: number) =>
    (catalogue.uploadDay[i] ?? 0) <= day && catalogue.policy[i] === POLICY_ALLOWED;
  for (let i = 0; i < catalogue.size; i++)
    if (isEligible(i)) starts[groupOf(i) + 1] = (starts[groupOf(i) + 1] ?? 0) + 1;
  for (let g = 0; g < groups; g++) starts[g + 1] = (starts[g + 1] ?? 0) + (starts[g] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(starts[groups] ?? 0);
  for (let i = 0; i < catalogue.size; i++) {
    if (!isEligible(i)) continue;
    const group = groupOf(i);
    order[next[group] ?? 0] = i;
    next[group] = (next[group] ?? 0) + 1;
  }
  const weights = watches.map((count) => (count + PRIOR) ** 0.8);
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

/** The policy's choice for one slot, with its probability. `recentTopics`: topics of the last watches. */
export function propose(
  index: DailyIndex,
  catalogue: VideoCatalogue,
  user: { language: number; recentTopics: readonly number[] },
  random: Random,
): Proposal | null {
  const roll = random.next();
  const total = index.sums[index.sums.length - 1] ?? 0;
  const hasHistory = user.recentTopics.length > 0;
  const source =
    roll < RANDOM_SHARE
      ? "random"
      : roll < RANDOM_SHARE + CO_WATCH_SHARE && hasHistory
        ? "co-watch"
        : "popular";
  let item = -1;
  if (source === "random") item = index.order[random.integer(index.order.length)] ?? -1;
  else if (source === "popular") item = drawByPopularity(index, 0, index.order.length, random);
  else {
    const topic = user.recentTopics[random.integer(user.recentTopics.length)] ?? 0;
    item = drawByPopularity(index, ...groupRange(index, topic, user.language), random);
  }
  if (item < 0) return null;
  const topic = catalogue.topic[item] ?? 0;
  const weight = index.weights[item] ?? 0;
  const popularShare = hasHistory ? POPULAR_SHARE : POPULAR_SHARE + CO_WATCH_SHARE;
  let propensity = RANDOM_SHARE / index.order.length + (popularShare * weight) / total;
  if (hasHistory && catalogue.language[item] === user.language) {
    const share = user.recentTopics.filter((recent) => recent === topic).length / user.recentTopics.length;
    const [from, to] = groupRange(index, topic, user.language);
    propensity += (CO_WATCH_SHARE * share * weight) / ((index.sums[to] ?? 0) - (index.sums[from] ?? 0));
  }
  return { item, source: sourceIndex(source), propensity };
}
