/**
 * CUPED: subtracting what was already known about a unit before the experiment (Deng, Xu, Kohavi & Walker, 2013), and what goes wrong
 * when the covariate was measured after it began. Two arms drawn with a known effect.
 */
import type { Random } from "@/lib/random";
import { mean } from "./classification";

/** `\theta = \mathrm{cov}(X, Y) / \mathrm{var}(X)`, the slope of the regression of Y on X. NaN when X is constant. */
export function cupedTheta(outcomes: ArrayLike<number>, covariates: ArrayLike<number>): number {
  const [meanY, meanX] = [mean(outcomes), mean(covariates)];
  let covariance = 0;
  let variance = 0;
  for (let i = 0; i < outcomes.length; i++) {
    const x = (covariates[i] as number) - meanX;
    covariance += x * ((outcomes[i] as number) - meanY);
    variance += x * x;
  }
  return covariance / variance;
}

/** `Y' = Y - \theta (X - \bar X)`: the same mean, `1 - \rho^2` of the variance. The mean and theta are of all units, both arms. */
export function cupedOutcomes(
  outcomes: ArrayLike<number>,
  covariates: ArrayLike<number>,
  theta = cupedTheta(outcomes, covariates),
): Float64Array {
  const centre = mean(covariates);
  return Float64Array.from(outcomes, (y, i) => y - theta * ((covariates[i] as number) - centre));
}

/** Unbiased variance of the values. */
export function sampleVariance(values: ArrayLike<number>): number {
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) - centre) ** 2;
  return sum / (values.length - 1);
}

export type ArmsOptions = {
  readonly unitsPerArm: number;
  /** Between the outcome and the covariate. */
  readonly correlation: number;
  /** Of the treatment on the outcome, in standard deviations. */
  readonly effect: number;
  /** Share of the effect that the covariate has too: 0 when it was measured before, above 0 when during the experiment. */
  readonly leak: number;
};
export type DrawnArms = { outcomes: Float64Array; covariates: Float64Array };

/** First `unitsPerArm` rows are control, the others treatment; outcome and covariate have variance 1. */
export function drawArms({ unitsPerArm, correlation, effect, leak }: ArmsOptions, random: Random): DrawnArms {
  const rows = 2 * unitsPerArm;
  const outcomes = new Float64Array(rows);
  const covariates = new Float64Array(rows);
  const rest = Math.sqrt(1 - correlation ** 2);
  for (let row = 0; row < rows; row++) {
    const isTreated = row >= unitsPerArm;
    const x = random.normal();
    outcomes[row] = correlation * x + rest * random.normal() + (isTreated ? effect : 0);
    covariates[row] = x + (isTreated ? leak * effect : 0);
  }
  return { outcomes, covariates };
}

/** Treatment minus control, with its standard error `\sqrt{s_t^2 / n + s_c^2 / n}`. */
export function differenceOfArms(values: Float64Array): { difference: number; standardError: number } {
  const half = values.length / 2;
  const [control, treatment] = [values.subarray(0, half), values.subarray(half)];
  return {
    difference: mean(treatment) - mean(control),
    standardError: Math.sqrt((sampleVariance(control) + sampleVariance(treatment)) / half),
  };
}
