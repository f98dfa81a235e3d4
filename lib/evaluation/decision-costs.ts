/**
 * What a threshold costs. Scores of negatives and positives are normal with equal spread (the binormal model; Green & Swets,
 * 1966), so that every rate is a formula: detection, cost, and what a wrong scale of the probabilities does to both.
 */
import { logit } from "./logit";
import { normalCdf } from "./normal";
import { costOptimalThreshold } from "./thresholds";

export type Detector = {
  /** Share of positives. */
  readonly prevalence: number;
  /** Distance of the two means, in standard deviations. */
  readonly separation: number;
  /** Reported over true odds: 1 is calibrated, 40 is what negatives kept at 1 in 40 leave behind. */
  readonly oddsFactor: number;
};
export type DecisionCosts = { readonly falsePositive: number; readonly falseNegative: number };
export type ThresholdOutcome = {
  readonly truePositiveRate: number;
  readonly falsePositiveRate: number;
  /** Share of all cases that is flagged. */
  readonly flagged: number;
  /** Of the flagged; NaN when nothing is. */
  readonly precision: number;
  /** Expected cost of one case. */
  readonly cost: number;
};

/** `\mathrm{AUC} = \Phi(d / \sqrt 2)`. */
export const binormalAuc = (separation: number): number => normalCdf(separation / Math.SQRT2);

/**
 * Flags what reports at least `threshold`. The log odds of score x are `\ln\frac{\pi}{1-\pi} + d x - d^2/2`, reported with the
 * logarithm of the factor added; that gives the x of the threshold, and from it the rates and
 * `\pi (1 - \mathrm{TPR})\, c_{FN} + (1 - \pi)\, \mathrm{FPR}\, c_{FP}`.
 */
export function outcomeAtThreshold(
  threshold: number,
  { prevalence, separation, oddsFactor }: Detector,
  { falsePositive, falseNegative }: DecisionCosts,
): ThresholdOutcome {
  const logOdds = logit(threshold) - Math.log(oddsFactor) - logit(prevalence);
  const cut = (logOdds + separation ** 2 / 2) / separation;
  const truePositiveRate = normalCdf(separation - cut);
  const falsePositiveRate = normalCdf(-cut);
  const hits = prevalence * truePositiveRate;
  const falseAlarms = (1 - prevalence) * falsePositiveRate;
  return {
    truePositiveRate,
    falsePositiveRate,
    flagged: hits + falseAlarms,
    precision: hits / (hits + falseAlarms),
    cost: (prevalence - hits) * falseNegative + falseAlarms * falsePositive,
  };
}

/** The reported value at which acting is worth it: `k o / (1 + k o)`, o the odds of the threshold that costs decide, k the factor. */
export function thresholdOnReports(costs: DecisionCosts, oddsFactor: number): number {
  const threshold = costOptimalThreshold(costs.falsePositive, costs.falseNegative);
  const odds = (oddsFactor * threshold) / (1 - threshold);
  return odds / (1 + odds);
}
