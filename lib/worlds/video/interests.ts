/**
 * What people are interested in, and how that drifts: a person's interest moves from an early to a late profile while
 * the log runs, and topics come into fashion and go out of it in slow waves of their own.
 */
import type { Random } from "@/lib/random";
import { siblingTopic } from "./topics";
import type { VideoTruth, VideoWorldConfig } from "./types";
import { TOPICS } from "./vocabulary";

/** Interest that every user has in anything, spread evenly. */
const BACKGROUND_INTEREST = 0.06;
/** Share of the late profile that is still the early one; the rest goes to new favourites. */
const LASTING_SHARE = 0.5;
const WAVE_STRENGTH = 0.4;
const SHORTEST_WAVE_DAYS = 18;
const LONGEST_WAVE_DAYS = 60;

export type InterestWorld = {
  readonly config: Pick<VideoWorldConfig, "days">;
  readonly truth: Pick<VideoTruth, "interest" | "lateInterest" | "topicWave">;
};

/** Two to six favourite topics, some of them siblings of the first. */
function drawFavourites(random: Random): number[] {
  const first = random.integer(TOPICS.length);
  const others = Array.from({ length: 1 + random.integer(5) }, () =>
    random.next() < 0.4 ? siblingTopic(first, random) : random.integer(TOPICS.length),
  );
  return [first, ...others];
}

/** One to three new favourites, half of them close to an old one. */
function drawNewFavourites(early: readonly number[], random: Random): number[] {
  return Array.from({ length: 1 + random.integer(3) }, () => {
    const near = early[random.integer(early.length)] ?? 0;
    return random.next() < 0.5 ? siblingTopic(near, random) : random.integer(TOPICS.length);
  });
}

/** Writes a profile that sums to 1: exponential weights of the favourites over a little interest in everything. */
function writeProfile(row: Float32Array, favourites: readonly number[], random: Random) {
  row.fill(BACKGROUND_INTEREST / TOPICS.length);
  const weights = favourites.map(() => -Math.log(1 - random.next()));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, topic] of favourites.entries())
    row[topic] = (row[topic] ?? 0) + ((1 - BACKGROUND_INTEREST) * (weights[index] ?? 0)) / total;
}

/** Writes a user's early and late profile. */
export function writeInterests(early: Float32Array, late: Float32Array, random: Random) {
  const favourites = drawFavourites(random);
  writeProfile(early, favourites, random);
  writeProfile(late, drawNewFavourites(favourites, random), random);
  for (let topic = 0; topic < TOPICS.length; topic++)
    late[topic] = LASTING_SHARE * (early[topic] as number) + (1 - LASTING_SHARE) * (late[topic] as number);
}

/** [days, TOPICS]: exp(a sin(2 pi (day / period + phase))) with strength, period and phase of each topic its own. */
export function createTopicWaves(days: number, random: Random): Float32Array {
  const waves = new Float32Array(days * TOPICS.length);
  for (let topic = 0; topic < TOPICS.length; topic++) {
    const strength = WAVE_STRENGTH * (0.5 + random.next());
    const period = SHORTEST_WAVE_DAYS + (LONGEST_WAVE_DAYS - SHORTEST_WAVE_DAYS) * random.next();
    const phase = random.next();
    for (let day = 0; day < days; day++)
      waves[day * TOPICS.length + topic] = Math.exp(
        strength * Math.sin(2 * Math.PI * (day / period + phase)),
      );
  }
  return waves;
}

/** Where `row` of `topicWave` starts for a moment; moments outside the log take its first or last day. */
const waveRow = (days: number, day: number) =>
  Math.min(days - 1, Math.max(0, Math.floor(day))) * TOPICS.length;

/** Share of the late profile in the mixture: 0 as the log starts, 1 as it ends. */
export const driftAt = (days: number, day: number) => Math.min(1, Math.max(0, day / days));

/** Interest of `user` in `topic` at `day`: mixture of early and late profile, times the topic's wave. */
export function interestAt(
  { config, truth }: InterestWorld,
  user: number,
  topic: number,
  day: number,
): number {
  const at = user * TOPICS.length + topic;
  const drift = driftAt(config.days, day);
  const mixture = (1 - drift) * (truth.interest[at] as number) + drift * (truth.lateInterest[at] as number);
  return mixture * (truth.topicWave[waveRow(config.days, day) + topic] as number);
}

/** Running sums of the interests of `user` at `day` in `sums` (TOPICS entries), for draws; returns their total. */
export function sumInterests(world: InterestWorld, user: number, day: number, sums: Float64Array): number {
  let total = 0;
  for (let topic = 0; topic < TOPICS.length; topic++) {
    total += interestAt(world, user, topic, day);
    sums[topic] = total;
  }
  return total;
}
