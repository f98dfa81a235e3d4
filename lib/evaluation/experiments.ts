/**
 * Planning and checking an A/B experiment: how many units, how small an effect they can show, whether the arms have
 * the sizes they should. Two arms of equal size, two-sided test, rates compared by the normal approximation.
 *
 * Source of the sample size: the two-proportion z test (Fleiss); Kohavi, Tang & Xu, "Trustworthy Online Controlled
 * Experiments" (2020), for its use, for variance reduction and for sample-ratio mismatch.
 */
import { normalCdf, normalQuantile } from "./normal";

export type TestPlan = {
  /** Two-sided chance of a false alarm. Usually 0.05. */
  significance: number;
  /** Chance of seeing the effect when it is there. Usually 0.8. */
  power: number;
};
export const USUAL_PLAN: TestPlan = { significance: 0.05, power: 0.8 };

/** `(z_{1-\alpha/2} + z_{1-\beta})^2`, 7.849 for 5% and 80%. */
export function zSumSquared({ significance, power }: TestPlan): number {
  return (normalQuantile(1 - significance / 2) + normalQuantile(power)) ** 2;
}

/**
 * Units per arm to detect a relative change of a rate, not rounded:
 * `n = (z_{1-\alpha/2} + z_{1-\beta})^2 \frac{p_1(1-p_1) + p_2(1-p_2)}{(p_2-p_1)^2}`, `p_2 = p_1 (1 + effect)`.
 */
export function sampleSizePerArm(
  baseline: number,
  relativeEffect: number,
  plan: TestPlan = USUAL_PLAN,
): number {
  const changed = baseline * (1 + relativeEffect);
  const variances = baseline * (1 - baseline) + changed * (1 - changed);
  return (zSumSquared(plan) * variances) / (changed - baseline) ** 2;
}

/** Units per arm for a mean: `n = 2 (z_{1-\alpha/2} + z_{1-\beta})^2 \sigma^2 / \delta^2`, about `16 \sigma^2 / \delta^2`. */
export function sampleSizePerArmForMean(
  standardDeviation: number,
  effect: number,
  plan: TestPlan = USUAL_PLAN,
): number {
  return (2 * zSumSquared(plan) * standardDeviation ** 2) / effect ** 2;
}

/**
 * The smallest relative increase that `unitsPerArm` can show: the root of the sample-size equation in p2, which is
 * `(n + K) p_2^2 - (2 n p_1 + K) p_2 + n p_1^2 - K p_1 (1 - p_1) = 0` with K the squared sum of z. NaN when no increase fits below 1.
 */
export function minimumDetectableEffect(
  baseline: number,
  unitsPerArm: number,
  plan: TestPlan = USUAL_PLAN,
): number {
  const k = zSumSquared(plan);
  const a = unitsPerArm + k;
  const b = 2 * unitsPerArm * baseline + k;
  const c = unitsPerArm * baseline ** 2 - k * baseline * (1 - baseline);
  const changed = (b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
  return changed > 1 ? Number.NaN : changed / baseline - 1;
}

/** Whole days until both arms of equal size are full, when `dailyUnits` new units arrive a day for both together. */
export function experimentDays(unitsPerArm: number, dailyUnits: number): number {
  return Math.ceil((2 * Math.ceil(unitsPerArm)) / dailyUnits);
}

/** CUPED (Deng et al., 2013) leaves `1 - \rho^2` of the variance, so of the units needed; rho with a pre-period value. */
export function varianceAfterCuped(correlation: number): number {
  return 1 - correlation ** 2;
}

/**
 * Sample-ratio mismatch: chi-square of two arm counts against the intended share of the first, one degree of freedom:
 * `\chi^2 = \sum (o - e)^2 / e`, `p = 2 (1 - \Phi(\sqrt{\chi^2}))`. Investigate when p is below 0.001.
 */
export function sampleRatioMismatch(
  counts: readonly [number, number],
  intendedShare = 0.5,
): { chiSquare: number; pValue: number } {
  const total = counts[0] + counts[1];
  const expected = [total * intendedShare, total * (1 - intendedShare)] as const;
  const chiSquare =
    (counts[0] - expected[0]) ** 2 / expected[0] + (counts[1] - expected[1]) ** 2 / expected[1];
  return { chiSquare, pValue: 2 * normalCdf(-Math.sqrt(chiSquare)) };
}
