/**
 * Who is shown: a small market of creators and viewers, slates made by score, and what a cap per creator, exploration and a weight
 * on past popularity do to the share that each creator gets. Lorenz (1905) drew the curve, `gini` of ranking.ts is its area.
 */
import type { Random } from "@/lib/random";
import { gini } from "./ranking";

export type ExposureWorld = {
  /** Creator of each item. */
  readonly creatorOf: readonly number[];
  /** True worth of each item to each viewer, [viewers][items]. */
  readonly worth: readonly (readonly number[])[];
  /** Logarithm of past views of the creator, standardised over items. */
  readonly popularity: readonly number[];
  readonly creators: number;
};
export type ExposureRules = {
  readonly slate: number;
  /** At most so many items of one creator in a slate. */
  readonly cap: number;
  /** Share of places given to items drawn at random from the creators shown least in the past. */
  readonly exploration: number;
  /** Weight of past popularity in the score. */
  readonly popularityWeight: number;
};
export type Exposure = {
  /** Impressions by creator. */
  readonly impressions: Float64Array;
  readonly gini: number;
  /** Share of impressions of the half of the creators with the least past popularity. */
  readonly smallerHalf: number;
  /** Mean worth of a shown item. */
  readonly worth: number;
};

const TOPICS = 6;

/** Large creators have more items and more past views; worth is taste for a topic plus the item's own quality. */
export function drawMarket(creators: number, viewers: number, random: Random): ExposureWorld {
  const sizes = Array.from({ length: creators }, (_, i) => Math.max(2, Math.round(24 / (i + 1) ** 0.6)));
  const creatorOf = sizes.flatMap((size, creator) => new Array<number>(size).fill(creator));
  const topicOf = Array.from({ length: creators }, () => random.integer(TOPICS));
  const quality = creatorOf.map(() => random.normal());
  const raw = creatorOf.map((creator) => -Math.log(creator + 1));
  const worth = Array.from({ length: viewers }, () => {
    const taste = Array.from({ length: TOPICS }, () => random.normal());
    return creatorOf.map((creator, item) => (taste[topicOf[creator] ?? 0] ?? 0) + (quality[item] ?? 0));
  });
  return { creatorOf, worth, popularity: standardise(raw), creators };
}

/** One slate for each viewer. Creators are numbered by past popularity, the most popular first. */
export function showMarket(world: ExposureWorld, rules: ExposureRules, random: Random): Exposure {
  const impressions = new Float64Array(world.creators);
  const small = [...world.creatorOf.keys()].filter(
    (item) => (world.creatorOf[item] ?? 0) >= world.creators / 2,
  );
  let total = 0;
  for (const worth of world.worth) {
    const slate = slateOf(world, worth, rules, small, random);
    for (const item of slate) {
      const creator = world.creatorOf[item] ?? 0;
      impressions[creator] = (impressions[creator] as number) + 1;
      total += worth[item] ?? 0;
    }
  }
  const shown = impressions.reduce((sum, count) => sum + count, 0);
  const ofSmall = impressions.slice(Math.ceil(world.creators / 2)).reduce((sum, count) => sum + count, 0);
  return { impressions, gini: gini(impressions), smallerHalf: ofSmall / shown, worth: total / shown };
}

/** Share of all amounts held by the least 0, 1/n, 2/n, ... of their holders: from (0, 0) to (1, 1), below the diagonal. */
export function lorenzCurve(amounts: ArrayLike<number>): [share: number, held: number][] {
  const sorted = Float64Array.from(amounts).sort();
  const total = sorted.reduce((sum, amount) => sum + amount, 0) || 1;
  let held = 0;
  const curve: [number, number][] = [[0, 0]];
  sorted.forEach((amount, i) => {
    held += amount;
    curve.push([(i + 1) / sorted.length, held / total]);
  });
  return curve;
}

function slateOf(
  { creatorOf, popularity }: ExposureWorld,
  worth: readonly number[],
  { slate, cap, exploration, popularityWeight }: ExposureRules,
  small: readonly number[],
  random: Random,
): number[] {
  const score = (item: number) => (worth[item] ?? 0) + popularityWeight * (popularity[item] ?? 0);
  const chosen = new Set<number>();
  const counts = new Map<number, number>();
  const take = (item: number) => {
    const creator = creatorOf[item] ?? 0;
    const count = counts.get(creator) ?? 0;
    if (chosen.has(item) || count >= cap) return;
    chosen.add(item);
    counts.set(creator, count + 1);
  };
  for (let place = 0; place < slate; place++)
    if (random.next() < exploration) take(small[random.integer(small.length)] ?? 0);
  const ranked = [...creatorOf.keys()].sort((a, b) => score(b) - score(a));
  for (const item of ranked) {
    if (chosen.size >= slate) break;
    take(item);
  }
  return [...chosen];
}

function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  return values.map((value) => (value - mean) / spread);
}
