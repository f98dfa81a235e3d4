/**
 * One policy judged from the log of another, again and again: what each estimator gives on many logs of the same size, so
 * that bias and variance can be seen apart. Contextual bandit with user groups and actions; the true rates are known here and
 * nowhere in the log. Estimators: Swaminathan & Joachims (2015); doubly robust, Dudik, Langford & Li (2011).
 */
import type { Random } from "@/lib/random";
import {
  doublyRobustEstimate,
  effectiveSampleSize,
  importanceWeights,
  inversePropensityEstimate,
  selfNormalisedEstimate,
} from "./off-policy";

export type BanditWorld = {
  /** [groups][actions]: chance of a reward. Groups are equally frequent. */
  readonly rates: readonly (readonly number[])[];
  /** Favourite action of each group under the policy that logged. */
  readonly oldFavourites: readonly number[];
  /** And under the policy that is judged. */
  readonly newFavourites: readonly number[];
};

/** Four user groups, eight creatives, P(click): the worked example of texts and figure. The last group keeps its favourite. */
export const CREATIVES: BanditWorld = {
  rates: [
    [0.1, 0.04, 0.05, 0.03, 0.06, 0.04, 0.02, 0.05],
    [0.05, 0.12, 0.04, 0.06, 0.03, 0.05, 0.04, 0.02],
    [0.04, 0.05, 0.09, 0.03, 0.08, 0.02, 0.06, 0.05],
    [0.02, 0.06, 0.03, 0.14, 0.05, 0.04, 0.07, 0.03],
  ],
  oldFavourites: [4, 3, 4, 3],
  newFavourites: [0, 1, 2, 3],
};

export type JudgingOptions = {
  /** Share of requests on which the logging policy picks uniformly, above 0. */
  readonly exploration: number;
  readonly rows: number;
  /** Highest weight of the clipped estimate. */
  readonly clip: number;
  /** Logs that are drawn. */
  readonly logs: number;
};

export const ESTIMATORS = ["ips", "clipped", "self-normalised", "doubly-robust", "reward-model"] as const;
export type EstimatorName = (typeof ESTIMATORS)[number];
export type EstimatorResult = {
  readonly estimates: readonly number[];
  readonly mean: number;
  readonly bias: number;
  readonly deviation: number;
  /** `\sqrt{\mathrm{bias}^2 + \mathrm{deviation}^2}`. */
  readonly rootMeanSquaredError: number;
};

/** The judged policy follows its favourite but for this share, so that it is a policy and not a table. */
const NEW_EXPLORATION = 0.05;

/** `\pi(a) = (1 - \epsilon) [a = \mathrm{favourite}] + \epsilon / K`. */
export function favouritePolicy(favourite: number, actions: number, exploration: number): Float64Array {
  const chances = new Float64Array(actions).fill(exploration / actions);
  chances[favourite] = (chances[favourite] as number) + 1 - exploration;
  return chances;
}

const dot = (left: ArrayLike<number>, right: ArrayLike<number>) => {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] as number) * (right[at] as number);
  return sum;
};

/** What a policy earns per request: the mean over groups of `\sum_a \pi(a \mid g)\, r(g, a)`. */
export function policyValue(rates: BanditWorld["rates"], policy: readonly Float64Array[]): number {
  return rates.reduce((sum, row, group) => sum + dot(row, policy[group] as Float64Array), 0) / rates.length;
}

/** The two policies of a world: [groups] of chances by action. */
export function policiesOf({ rates, oldFavourites, newFavourites }: BanditWorld, exploration: number) {
  const policy = (favourites: readonly number[], share: number) =>
    rates.map((row, group) => favouritePolicy(favourites[group] as number, row.length, share));
  return { logged: policy(oldFavourites, exploration), judged: policy(newFavourites, NEW_EXPLORATION) };
}

function drawAction(chances: Float64Array, random: Random): number {
  let left = random.next();
  for (let action = 0; action < chances.length - 1; action++) {
    left -= chances[action] as number;
    if (left < 0) return action;
  }
  return chances.length - 1;
}

type Log = { groups: Uint8Array; actions: Uint8Array; rewards: Uint8Array };

function drawLog(
  rates: BanditWorld["rates"],
  logged: readonly Float64Array[],
  rows: number,
  random: Random,
): Log {
  const log = { groups: new Uint8Array(rows), actions: new Uint8Array(rows), rewards: new Uint8Array(rows) };
  for (let row = 0; row < rows; row++) {
    const group = random.integer(rates.length);
    const action = drawAction(logged[group] as Float64Array, random);
    log.groups[row] = group;
    log.actions[row] = action;
    log.rewards[row] = random.next() < (rates[group]?.[action] ?? 0) ? 1 : 0;
  }
  return log;
}

/** A reward model with a fault that is common: it knows the action and not the group. Smoothed means of the log. */
function rewardByAction({ actions, rewards }: Log, count: number): Float64Array {
  const sums = new Float64Array(count).fill(1);
  const shown = new Float64Array(count).fill(10);
  actions.forEach((action, row) => {
    sums[action] = (sums[action] as number) + (rewards[row] as number);
    shown[action] = (shown[action] as number) + 1;
  });
  return sums.map((sum, action) => sum / (shown[action] as number));
}

function estimate(log: Log, logged: readonly Float64Array[], judged: readonly Float64Array[], clip: number) {
  const chanceOf = (policy: readonly Float64Array[]) =>
    Float64Array.from(log.actions, (action, row) => policy[log.groups[row] as number]?.[action] ?? 0);
  const weights = importanceWeights(chanceOf(judged), chanceOf(logged));
  const model = rewardByAction(log, judged[0]?.length ?? 0);
  const valueOfGroup = judged.map((chances) => dot(chances, model));
  const predicted = Float64Array.from(log.actions, (action) => model[action] as number);
  const expected = Float64Array.from(log.groups, (group) => valueOfGroup[group] as number);
  const estimates: Record<EstimatorName, number> = {
    ips: inversePropensityEstimate(log.rewards, weights),
    clipped: inversePropensityEstimate(
      log.rewards,
      weights.map((weight) => Math.min(clip, weight)),
    ),
    "self-normalised": selfNormalisedEstimate(log.rewards, weights),
    "doubly-robust": doublyRobustEstimate(log.rewards, weights, predicted, expected),
    "reward-model": expected.reduce((sum, value) => sum + value, 0) / expected.length,
  };
  return { estimates, effectiveRows: effectiveSampleSize(weights) };
}

function summarise(estimates: readonly number[], truth: number): EstimatorResult {
  const mean = estimates.reduce((sum, value) => sum + value, 0) / estimates.length;
  const variance = estimates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / estimates.length;
  const bias = mean - truth;
  return {
    estimates,
    mean,
    bias,
    deviation: Math.sqrt(variance),
    rootMeanSquaredError: Math.sqrt(bias * bias + variance),
  };
}

/** Draws `logs` logs and judges the new policy by each. `effectiveRows` and `highestWeight` say what a log is worth. */
export function judgePolicy(world: BanditWorld, options: JudgingOptions, random: Random) {
  const { logged, judged } = policiesOf(world, options.exploration);
  const truth = policyValue(world.rates, judged);
  const runs = Array.from({ length: options.logs }, () =>
    estimate(drawLog(world.rates, logged, options.rows, random), logged, judged, options.clip),
  );
  const highest = judged.flatMap((chances, group) =>
    Array.from(chances, (chance, action) => chance / (logged[group]?.[action] ?? 1)),
  );
  return {
    truth,
    loggedValue: policyValue(world.rates, logged),
    effectiveRows: runs.reduce((sum, run) => sum + run.effectiveRows, 0) / runs.length,
    highestWeight: Math.max(...highest),
    results: Object.fromEntries(
      ESTIMATORS.map((name) => [
        name,
        summarise(
          runs.map((run) => run.estimates[name]),
          truth,
        ),
      ]),
    ) as Record<EstimatorName, EstimatorResult>,
  };
}
