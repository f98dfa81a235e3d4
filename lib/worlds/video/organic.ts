/**
 * How people find videos outside the recommender: they search a topic and compare a few of its videos, or look at the
 * latest uploads of creators they follow. Both open the video of the highest noisy affinity among those compared.
 */
import type { Random } from "@/lib/random";
import { bisect } from "../sampling";
import { affinity, type BehaviourWorld } from "./behaviour";
import { sumInterests } from "./interests";
import { type DailyIndex, drawByPopularity, groupRange, isBlocked } from "./logging-policy";
import type { People } from "./people";
import { latestUpload, type Uploads } from "./subscriptions";
import { TOPICS } from "./vocabulary";

/** How surely somebody who compares videos opens the one that fits best. */
const CHOICE_SHARPNESS = 2;
const SEARCH_CHOICES = 16;
/** Topics that somebody tries for something new in their language; in the last one they watch things again. */
const SEARCH_ATTEMPTS = 4;
const FEED_CHOICES = 16;
/** People see this many of the latest uploads of each creator they follow. */
const FEED_DEPTH = 6;

/** Videos to compare: how many, whether those watched before count, and where they come from (-1: none there). */
type Offer = { count: number; mayRepeat: boolean; draw: () => number };

/**
 * Of the videos on offer the one with the highest affinity plus Gumbel noise, which is a draw from their softmax; -1
 * when `user` may see none of them.
 */
function choose(
  world: BehaviourWorld,
  people: People,
  user: number,
  day: number,
  { count, mayRepeat, draw }: Offer,
  random: Random,
): number {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  const region = world.users.region[user] as number;
  for (let choice = 0; choice < count; choice++) {
    const item = draw();
    if (item < 0 || isBlocked(world.catalogue, item, region)) continue;
    if (!mayRepeat && people.hasWatched(user, item)) continue;
    const score =
      affinity(world, user, item, day) * CHOICE_SHARPNESS +
      (world.truth.quality[item] ?? 0) -
      Math.log(-Math.log(1 - random.next()));
    if (score <= bestScore) continue;
    bestScore = score;
    best = item;
  }
  return best;
}

/** A topic by today's interest, then one of its videos in the user's language. */
export function search(
  world: BehaviourWorld,
  index: DailyIndex,
  people: People,
  user: number,
  day: number,
  random: Random,
): number {
  const sums = new Float64Array(TOPICS.length);
  const total = sumInterests(world, user, day, sums);
  for (let attempt = 0; attempt < SEARCH_ATTEMPTS; attempt++) {
    const topic = bisect(sums, random.next() * total);
    const [from, to] = groupRange(index, topic, world.users.language[user] ?? 0);
    const draw = () => drawByPopularity(index, from, to, random);
    const mayRepeat = attempt === SEARCH_ATTEMPTS - 1;
    const item = choose(world, people, user, day, { count: SEARCH_CHOICES, mayRepeat, draw }, random);
    if (item >= 0) return item;
  }
  return -1;
}

/** One of the latest uploads of followed creators. */
export function browseFollowed(
  world: BehaviourWorld,
  uploads: Uploads,
  people: People,
  followed: readonly number[],
  user: number,
  day: number,
  random: Random,
): number {
  const draw = () => {
    const creator = followed[random.integer(followed.length)] ?? 0;
    return latestUpload(uploads, world.catalogue, creator, day, random.integer(FEED_DEPTH));
  };
  return choose(world, people, user, day, { count: FEED_CHOICES, mayRepeat: false, draw }, random);
}
