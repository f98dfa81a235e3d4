/**
 * What a policy would earn, from what another one logged: inverse propensity scoring, its clipped and self-normalised forms
 * (Swaminathan & Joachims, The Self-Normalized Estimator for Counterfactual Learning, 2015), and how many rows the weights are worth.
 */

/** `w_i = \pi_e(a_i \mid x_i) / \pi_b(a_i \mid x_i)`. */
export function importanceWeights(evaluated: ArrayLike<number>, logged: ArrayLike<number>): Float64Array {
  return Float64Array.from(evaluated, (chance, row) => chance / (logged[row] as number));
}

/**
 * `w_i = \min(M, 1 / p_i)`: what a click weighs whose chance of being seen was p. Clipping at M gives a little bias for a
 * variance that is bounded; infinity does not clip. A propensity of 0 weighs M.
 */
export function inversePropensityWeights(
  propensities: ArrayLike<number>,
  highest = Number.POSITIVE_INFINITY,
): Float64Array {
  return Float64Array.from(propensities, (propensity) => Math.min(highest, 1 / propensity));
}

const dot = (left: ArrayLike<number>, right: ArrayLike<number>) => {
  let sum = 0;
  for (let row = 0; row < left.length; row++) sum += (left[row] as number) * (right[row] as number);
  return sum;
};
const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);

/** `\frac{1}{n} \sum_i w_i r_i`: unbiased with full support and exact weights. */
export const inversePropensityEstimate = (rewards: ArrayLike<number>, weights: ArrayLike<number>): number =>
  dot(weights, rewards) / rewards.length;

/** `\sum_i w_i r_i / \sum_i w_i`: slightly biased, of less variance, never outside the range of the rewards. */
export const selfNormalisedEstimate = (rewards: ArrayLike<number>, weights: ArrayLike<number>): number =>
  dot(weights, rewards) / sumOf(weights);

/**
 * `\frac{1}{n} \sum_i \left[ \hat q(x_i, \pi_e) + w_i (r_i - \hat q(x_i, a_i)) \right]` (Dudik, Langford & Li, Doubly Robust Policy
 * Evaluation and Learning, 2011): unbiased when either the weights or the reward model are right. `predicted[i]` is the model's
 * reward of the logged action, `expected[i]` its mean under the judged policy.
 */
export function doublyRobustEstimate(
  rewards: ArrayLike<number>,
  weights: ArrayLike<number>,
  predicted: ArrayLike<number>,
  expected: ArrayLike<number>,
): number {
  let sum = 0;
  for (let row = 0; row < rewards.length; row++)
    sum +=
      (expected[row] as number) +
      (weights[row] as number) * ((rewards[row] as number) - (predicted[row] as number));
  return sum / rewards.length;
}

/** `(\sum_i w_i)^2 / \sum_i w_i^2`: as many equal rows would have the same variance. */
export const effectiveSampleSize = (weights: ArrayLike<number>): number =>
  sumOf(weights) ** 2 / dot(weights, weights);
