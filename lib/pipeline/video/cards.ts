/** Videos and users as a person reads them. */
import { AppError } from "@/lib/errors";
import { creatorName, videoTitle } from "@/lib/worlds/video/titles";
import type { VideoWorld } from "@/lib/worlds/video/types";
import { CATEGORIES, LANGUAGES, REGIONS, TOPICS } from "@/lib/worlds/video/vocabulary";
import type { Audience } from "../workers/calls/world-calls";
import { followedBefore } from "./followings";
import type { ItemCounters } from "./item-counters";
import type { UserProfile, UserSummary, VideoCard } from "./trace";
import type { Query } from "./types";
import { UserState } from "./user-state";
import type { Watches } from "./watches";

/** What cards are made from: the world as known at `day`. */
export type Scene = {
  readonly world: VideoWorld;
  readonly watches: Watches;
  readonly counters: ItemCounters;
  readonly day: number;
};

const SHOWN_HISTORY = 50;
/** A user with fewer watches counts as new. */
const NEW_USER_WATCHES = 5;
/** A visitor with an edited history follows nobody and lives in the first region. */
const VISITOR_REGION = 0;

export function videoCard({ world: { catalogue }, counters, day }: Scene, item: number): VideoCard {
  const topic = TOPICS[catalogue.topic[item] as number];
  const creatorId = catalogue.creator[item] as number;
  return {
    item,
    title: videoTitle(catalogue, item),
    creator: creatorName(creatorId),
    creatorId,
    category: CATEGORIES[topic?.category ?? 0]?.name ?? "",
    topic: topic?.name ?? "",
    language: LANGUAGES[catalogue.language[item] as number] ?? "",
    durationSeconds: Math.round(catalogue.durationSeconds[item] as number),
    ageDays: Math.max(0, day - (catalogue.uploadDay[item] as number)),
    watches: counters.watches(item),
  };
}

function requireUser({ world }: Scene, userId: number) {
  if (userId >= world.users.size)
    throw new AppError(
      "invalid-input",
      `There is no viewer ${userId}: this world has viewers 0 to ${world.users.size - 1}.`,
    );
}

export function userSummary(scene: Scene, userId: number): UserSummary {
  requireUser(scene, userId);
  const { world, watches, day } = scene;
  const from = watches.offsets[userId] as number;
  const to = watches.offsets[userId + 1] as number;
  const followed = followedBefore(world, userId, day);
  const state = new UserState(world.catalogue);
  state.load(watches.items, watches.days, from, to, followed);
  const topics = Array.from(state.topicShare.keys())
    .filter((topic) => (state.topicShare[topic] as number) > 0)
    .sort((a, b) => (state.topicShare[b] as number) - (state.topicShare[a] as number));
  return {
    userId,
    label: `viewer ${String(userId).padStart(4, "0")}`,
    language: LANGUAGES[world.users.language[userId] as number] ?? "",
    watches: to - from,
    isNew: to - from < NEW_USER_WATCHES,
    region: REGIONS[world.users.region[userId] as number] ?? "",
    subscriptions: followed.length,
    topTopics: topics.slice(0, 3).map((topic) => TOPICS[topic]?.name ?? ""),
  };
}

export function userProfile(scene: Scene, userId: number): UserProfile {
  const { watches, day } = scene;
  const summary = userSummary(scene, userId);
  const from = watches.offsets[userId] as number;
  const to = watches.offsets[userId + 1] as number;
  const history: UserProfile["history"] = [];
  for (let w = to - 1; w >= Math.max(from, to - SHOWN_HISTORY); w--)
    history.push({
      card: videoCard(scene, watches.items[w] as number),
      daysAgo: Math.max(0, day - (watches.days[w] as number)),
      watchFraction: watches.fractions[w] as number,
      liked: watches.liked[w] === 1,
    });
  return { ...summary, history };
}

export function describeVideos(scene: Scene, items: readonly number[]): VideoCard[] {
  return items.filter((item) => item < scene.world.catalogue.size).map((item) => videoCard(scene, item));
}

/** Titles are made up when they are read, so no more than these are made up for one search. */
const TAIL_SEARCHED = 60_000;

/** Of `words`, those that are not in the name of the topic or of its category. */
function wordsBeyondTopic(words: readonly string[], topic: number): string[] {
  const { name = "", category = 0 } = TOPICS[topic] ?? {};
  const known = `${name} ${CATEGORIES[category]?.name ?? ""}`.toLowerCase();
  return words.filter((word) => !known.includes(word));
}

/**
 * Videos whose title, topic, category or creator holds every word, most watched first. All logged videos are searched;
 * of the others the first TAIL_SEARCHED, and only when the logged ones do not fill `limit`.
 */
export function findVideos(scene: Scene, text: string, limit: number): VideoCard[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const { catalogue } = scene.world;
  const wanted = TOPICS.map((_, topic) => wordsBeyondTopic(words, topic));
  const matches = (item: number) => {
    if ((catalogue.uploadDay[item] as number) > scene.day) return false;
    const missing = wanted[catalogue.topic[item] as number] ?? words;
    if (missing.length === 0) return true;
    const creator = creatorName(catalogue.creator[item] as number);
    const searched = `${videoTitle(catalogue, item)} ${creator}`.toLowerCase();
    return missing.every((word) => searched.includes(word));
  };
  const found: number[] = [];
  for (let item = 0; item < catalogue.loggedSize; item++) if (matches(item)) found.push(item);
  found.sort((a, b) => scene.counters.watches(b) - scene.counters.watches(a) || a - b);
  const end = Math.min(catalogue.size, catalogue.loggedSize + TAIL_SEARCHED);
  for (let item = catalogue.loggedSize; item < end && found.length < limit; item++)
    if (matches(item)) found.push(item);
  return found.slice(0, limit).map((item) => videoCard(scene, item));
}

/** The query of a user of the world, or of a visitor with a history of their own. */
export function queryFor(scene: Scene, audience: Audience): Query {
  const { world, watches, day } = scene;
  if (audience.kind === "user") {
    requireUser(scene, audience.userId);
    const from = watches.offsets[audience.userId] as number;
    const to = watches.offsets[audience.userId + 1] as number;
    return {
      userId: audience.userId,
      history: watches.items.slice(from, to),
      historyDays: watches.days.slice(from, to),
      language: world.users.language[audience.userId] as number,
      region: world.users.region[audience.userId] as number,
      subscriptions: followedBefore(world, audience.userId, day),
      nowDay: day,
    };
  }
  const unknown = audience.history.find((item) => item >= world.catalogue.size);
  if (unknown !== undefined)
    throw new AppError("invalid-input", `There is no video ${unknown} in this world.`);
  const history = Int32Array.from(audience.history);
  const spoken = LANGUAGES.indexOf(audience.language as (typeof LANGUAGES)[number]);
  const last = history[history.length - 1];
  return {
    userId: null,
    history,
    // As if watched within the last two hours, in this order.
    historyDays: Float32Array.from(history, (_, i) => day - (history.length - i) / (12 * history.length)),
    language: spoken >= 0 ? spoken : last === undefined ? 0 : (world.catalogue.language[last] as number),
    region: VISITOR_REGION,
    subscriptions: new Int32Array(0),
    nowDay: day,
  };
}
