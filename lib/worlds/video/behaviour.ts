/**
 * How people behave, known to the simulator only. An impression is seen with a probability that falls with its slot
 * (examination hypothesis, Richardson et al. 2007); a seen video is clicked by affinity and by the pull of clickbait;
 * how much is watched, liked or hidden depends on what the video really is. `day` is the moment, as interests drift.
 */
import { sigmoid } from "@/lib/evaluation/logit";
import type { Random } from "@/lib/random";
import { interestAt } from "./interests";
import {
  STYLE_SIZE,
  type VideoCatalogue,
  type VideoTruth,
  type VideoUsers,
  type VideoWorldConfig,
} from "./types";
import { TOPICS } from "./vocabulary";

export type Outcome = { clicked: boolean; watchFraction: number; liked: boolean; hidden: boolean };
/** What behaviour depends on; every `VideoWorld` is one. */
export type BehaviourWorld = {
  readonly config: Pick<VideoWorldConfig, "days">;
  readonly catalogue: VideoCatalogue;
  readonly users: VideoUsers;
  readonly truth: VideoTruth;
};
/** A watch of at least this share satisfies. */
const SATISFIED_FRACTION = 0.5;

export const isSatisfying = ({ watchFraction }: Pick<Outcome, "watchFraction">) =>
  watchFraction >= SATISFIED_FRACTION;

/** P(seen | slot), slots from 1: 1 / slot^0.6. */
export const examinationProbability = (position: number) => position ** -0.6;

/**
 * Affinity of user and video in logits, without clickbait: topic interest, style, language, preferred length.
 * About -2 for a random pair, 2 and more for a good one.
 */
export function affinity(world: BehaviourWorld, user: number, item: number, day: number): number {
  const { catalogue, users, truth } = world;
  const interest = interestAt(world, user, catalogue.topic[item] ?? 0, day);
  let style = 0;
  for (let s = 0; s < STYLE_SIZE; s++)
    style += (truth.userStyle[user * STYLE_SIZE + s] ?? 0) * (truth.itemStyle[item * STYLE_SIZE + s] ?? 0);
  const isForeign = catalogue.language[item] !== users.language[user];
  const lengthGap = Math.log(catalogue.durationSeconds[item] ?? 60) - (truth.preferredLogDuration[user] ?? 5);
  return (
    Math.log(interest * TOPICS.length + 0.15) * 0.8 +
    (style / 64) * 0.55 -
    (isForeign ? 2 : 0) -
    0.12 * lengthGap ** 2 -
    0.4
  );
}

/** P(click | seen). */
export function clickProbability(world: BehaviourWorld, user: number, item: number, day: number): number {
  const pull = (world.truth.clickbait[item] ?? 0) * (world.truth.clickbaitWeakness[user] ?? 0);
  return sigmoid(affinity(world, user, item, day) + 0.35 * (world.truth.quality[item] ?? 0) + pull - 0.9);
}

/** E[watched fraction | click]: satisfied by affinity and quality, let down by clickbait and length. */
export function expectedWatchFraction(
  world: BehaviourWorld,
  user: number,
  item: number,
  day: number,
): number {
  const { truth, catalogue } = world;
  const length = Math.log((catalogue.durationSeconds[item] ?? 60) / 240);
  return sigmoid(
    0.6 * affinity(world, user, item, day) +
      0.9 * (truth.quality[item] ?? 0) -
      0.7 * (truth.clickbait[item] ?? 0) -
      0.4 * length -
      2.35,
  );
}

/** What a user does with a video that was opened. */
export function watch(
  world: BehaviourWorld,
  user: number,
  item: number,
  day: number,
  random: Random,
): Omit<Outcome, "clicked"> {
  const expected = expectedWatchFraction(world, user, item, day);
  const logit = Math.log(expected / (1 - expected)) + random.normal() * 0.8;
  const watchFraction = sigmoid(logit);
  const liked = random.next() < sigmoid(4.5 * (watchFraction - 0.95)) * 0.5;
  const hidden = random.next() < sigmoid(-6 * (watchFraction + 0.35)) * 0.6;
  return { watchFraction, liked, hidden };
}

/** What a user does with an impression in slot `position`. */
export function respond(
  world: BehaviourWorld,
  user: number,
  item: number,
  position: number,
  day: number,
  random: Random,
): Outcome {
  const nothing = { clicked: false, watchFraction: 0, liked: false, hidden: false };
  if (random.next() >= examinationProbability(position)) return nothing;
  const click = clickProbability(world, user, item, day);
  if (random.next() < click) return { clicked: true, ...watch(world, user, item, day, random) };
  const isAnnoying = random.next() < 0.03 * sigmoid(-affinity(world, user, item, day) - 1);
  return { ...nothing, hidden: isAnnoying };
}

/** Watched videos that a slate is expected to bring, each counted by its watched share: sum of P(seen) P(click) E[watched]. */
export function expectedSlateWatch(
  world: BehaviourWorld,
  user: number,
  slate: readonly number[],
  day: number,
): number {
  return slate.reduce((sum, item, index) => {
    const click = examinationProbability(index + 1) * clickProbability(world, user, item, day);
    return sum + click * expectedWatchFraction(world, user, item, day);
  }, 0);
}
