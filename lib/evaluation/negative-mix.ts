/**
 * A two-tower model trained for real on a small world, with the negatives one asks for: from the batch, uniform over the
 * catalogue, or hard (the best scored of a random handful). Items have content; a part of the catalogue is of a kind that nobody
 * watches. It never appears in a batch, so only uniform or hard negatives can teach the item tower to push it away: the
 * selection bias that mixed negatives repair (Yang et al., 2020). Loss: sampled softmax, log Q subtracted or not (Yi et al., 2019).
 */
import type { Random } from "@/lib/random";
import { conditionalShares, inBatchSoftmaxLoss, zipfShares } from "./in-batch-softmax";
import { createTowers, scoreOf, type Towers } from "./small-towers";

export type MixWorld = {
  /** Next-item distribution of each user, [users][items]; 0 for items that nobody watches. */
  readonly population: readonly (readonly number[])[];
  /** Share of all watches by item. */
  readonly popularity: readonly number[];
  /** What the item tower reads, [items][features]: topics, and 1 for the kind that nobody watches. */
  readonly content: readonly (readonly number[])[];
};
export type NegativeMix = {
  /** Shares of the negatives that are uniform and hard; the rest comes from the batch. Their sum is at most 1. */
  readonly uniform: number;
  readonly hard: number;
  /** Whether log Q is subtracted in training. */
  readonly isCorrected: boolean;
};
export type MixResult = {
  /** Chance that the next item is among the k retrieved. */
  readonly recall: number;
  /** Popularity of what is retrieved, as a multiple of the average item's. */
  readonly popularity: number;
  /** Share of the retrieved places that goes to items which nobody watches. */
  readonly neverWatched: number;
};

const BATCH = 32;
const NEGATIVES = 32;
const STEPS = 500;
/** A hard negative is the best scored of so many uniform ones. */
const HARD_POOL = 6;
const TOPICS = 4;
const ZIPF_EXPONENT = 0.8;

/** `watched` of the items have Zipf popularity; the others look alike but for their kind and are never chosen. */
export function drawMixWorld(users: number, items: number, watched: number, random: Random): MixWorld {
  const draw = (count: number) =>
    Array.from({ length: count }, () => Array.from({ length: TOPICS }, () => random.normal()));
  const topics = draw(items);
  const popular = zipfShares(watched, ZIPF_EXPONENT);
  const population = draw(users).map((user) => {
    const tastes = topics.slice(0, watched).map((item) => dot(user, item));
    return [...conditionalShares(popular, tastes), ...new Array<number>(items - watched).fill(0)];
  });
  const popularity = topics.map((_, y) => population.reduce((sum, row) => sum + (row[y] ?? 0), 0) / users);
  return { population, popularity, content: topics.map((topic, y) => [...topic, y < watched ? 0 : 1]) };
}

/** Best possible: the k most likely items of each user. */
export function oracleOfMix(world: MixWorld, k: number): MixResult {
  return measure(world, (user) => world.population[user] ?? [], k);
}

/** Trains on draws from the world and retrieves the best k of the whole catalogue for each user. Same seed, same result. */
export function trainWithMix(world: MixWorld, mix: NegativeMix, k: number, random: Random): MixResult {
  const towers = createTowers(world.population.length, world.content, random);
  const samplers = world.population.map(createSampler);
  const counts = countsOf(mix);
  const logQ = world.popularity.map((share) =>
    mix.isCorrected ? logOfExpected(share, counts, world.popularity.length) : 0,
  );
  for (let step = 0; step < STEPS; step++) {
    const users = Array.from({ length: BATCH }, () => random.integer(samplers.length));
    const positives = users.map((user) => samplers[user]?.(random) ?? 0);
    const shared = Array.from({ length: counts.uniform }, () => random.integer(world.popularity.length));
    users.forEach((user, row) => {
      const candidates = candidatesOf(row, positives, shared, counts, () => hardest(towers, user, random));
      const scores = candidates.map((item) => scoreOf(towers, user, item));
      const { gradient } = inBatchSoftmaxLoss(scores, candidates.map((item) => logQ[item] ?? 0), 0); // biome-ignore format: one call, one line
      candidates.forEach((item, i) => {
        towers.add(user, item, gradient[i] ?? 0);
      });
    });
    towers.descend();
  }
  return measure(world, (user) => world.popularity.map((_, item) => scoreOf(towers, user, item)), k);
}

type Counts = { readonly batch: number; readonly uniform: number; readonly hard: number };

function countsOf(mix: NegativeMix): Counts {
  const uniform = Math.round(NEGATIVES * Math.min(1, mix.uniform));
  const hard = Math.min(NEGATIVES - uniform, Math.round(NEGATIVES * mix.hard));
  return { uniform, hard, batch: NEGATIVES - uniform - hard };
}

/** Log of how often an item is expected among the negatives of a row; hard ones count as the uniform draws they come from. */
function logOfExpected(share: number, { batch, uniform, hard }: Counts, items: number): number {
  return Math.log(Math.max(1e-6, batch * share + (uniform + hard) / items));
}

/** The positive, then its negatives; the positive among them is an accidental hit and left out. */
function candidatesOf(
  row: number,
  positives: readonly number[],
  shared: readonly number[],
  counts: Counts,
  drawHard: () => number,
): number[] {
  const positive = positives[row] ?? 0;
  const negatives = [...shared];
  for (let i = 1; i <= counts.batch; i++) negatives.push(positives[(row + i) % positives.length] ?? 0);
  for (let i = 0; i < counts.hard; i++) negatives.push(drawHard());
  return [positive, ...negatives.filter((item) => item !== positive)];
}

function hardest(towers: Towers, user: number, random: Random): number {
  let best = random.integer(towers.items);
  let bestScore = scoreOf(towers, user, best);
  for (let i = 1; i < HARD_POOL; i++) {
    const item = random.integer(towers.items);
    const score = scoreOf(towers, user, item);
    if (score > bestScore) [best, bestScore] = [item, score];
  }
  return best;
}

function measure(
  { population, popularity }: MixWorld,
  scoresOf: (user: number) => readonly number[],
  k: number,
): MixResult {
  const totals = { recall: 0, popularity: 0, neverWatched: 0 };
  population.forEach((shares, user) => {
    const scores = scoresOf(user);
    const best = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, k);
    for (const item of best) {
      const share = popularity[item] ?? 0;
      totals.recall += (shares[item] ?? 0) / population.length;
      totals.popularity += (share * popularity.length) / (k * population.length);
      totals.neverWatched += share === 0 ? 1 / (k * population.length) : 0;
    }
  });
  return totals;
}

/** Draws indices with the given shares, by bisection of their running sum. */
function createSampler(shares: readonly number[]): (random: Random) => number {
  let sum = 0;
  const edges = shares.map((share) => {
    sum += share;
    return sum;
  });
  return (random) => {
    const target = random.next() * sum;
    let [low, high] = [0, edges.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
}
