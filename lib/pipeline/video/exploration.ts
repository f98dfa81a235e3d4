/**
 * Exploration: a few videos that hardly anybody has been shown, drawn by chance, so that the next log can judge them.
 * Epsilon-greedy over topics: a draw takes a topic by the user's own shares with probability 1 - EPSILON and any topic
 * alike with EPSILON, then a video of it uniformly. So every little-shown video of the user's language has a known,
 * positive chance: the propensity that an off-policy estimate divides by (Horvitz and Thompson, 1952).
 */
import { createRandom, hashString, type Random } from "@/lib/random";
import { POLICY_ALLOWED } from "@/lib/worlds/video/types";
import { TOPICS } from "@/lib/worlds/video/vocabulary";
import { groupByTopic, type RowGroups, selectBest, topicGroup } from "./candidate-rows";
import type { VideoServing } from "./serving";
import type { Query, Retriever } from "./types";
import { UserState } from "./user-state";

/** Shown fewer times than this, a video counts as hardly known. */
const FEW_IMPRESSIONS = 5;
const EPSILON = 0.2;
/** Draws per wanted video before giving up on finding another one. */
const TRIES = 4;

/** The same user and day (or the same edited history and day) draw the same videos. */
function drawsFor({ userId, history, nowDay }: Query): Random {
  const who = userId === null ? `history ${hashString(history.join())}` : `user ${userId}`;
  return createRandom(`exploration/${who}/day ${Math.floor(nowDay)}`);
}

/** (1 - EPSILON) * share + EPSILON / topics, over the topics that have videos; sums to 1. */
export function topicChances(shares: ArrayLike<number>, sizes: ArrayLike<number>): Float64Array {
  const chances = Float64Array.from({ length: sizes.length }, (_, topic) =>
    (sizes[topic] as number) > 0 ? (1 - EPSILON) * (shares[topic] as number) + EPSILON / sizes.length : 0,
  );
  const sum = chances.reduce((total, chance) => total + chance, 0);
  return sum > 0 ? chances.map((chance) => chance / sum) : chances;
}

function drawTopic(chances: Float64Array, random: Random): number {
  let rest = random.next();
  let last = -1;
  for (const [topic, chance] of chances.entries()) {
    if (chance === 0) continue;
    last = topic;
    rest -= chance;
    if (rest < 0) break;
  }
  return last;
}

function sizesOf({ starts }: RowGroups, language: number): number[] {
  return Array.from(TOPICS.keys(), (topic) => {
    const group = topicGroup(topic, language);
    return (starts[group + 1] as number) - (starts[group] as number);
  });
}

/** The score of a candidate is its propensity: the chance that one draw picks it. */
export function createExplorationRetriever({ world, counters, day }: VideoServing): Retriever {
  const { catalogue } = world;
  const groups = groupByTopic(
    catalogue,
    (item) =>
      catalogue.policy[item] === POLICY_ALLOWED &&
      (catalogue.uploadDay[item] as number) <= day &&
      counters.shown(item) < FEW_IMPRESSIONS,
  );
  const user = new UserState(catalogue);
  return {
    name: "exploration",
    retrieve(query, k) {
      const { history, historyDays, language } = query;
      user.load(history, historyDays, 0, history.length, query.subscriptions);
      const sizes = sizesOf(groups, language);
      const chances = topicChances(user.topicShare, sizes);
      const random = drawsFor(query);
      const drawn = new Map<number, number>();
      for (let tries = 0; tries < k * TRIES && drawn.size < k; tries++) {
        const topic = drawTopic(chances, random);
        if (topic < 0) break;
        const size = sizes[topic] as number;
        const at = (groups.starts[topicGroup(topic, language)] as number) + random.integer(size);
        drawn.set(groups.rows[at] as number, (chances[topic] as number) / size);
      }
      return selectBest(Int32Array.from(drawn.keys()), Float32Array.from(drawn.values()), k);
    },
  };
}
