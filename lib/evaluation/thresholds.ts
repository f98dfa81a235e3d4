/**
 * From a probability to a decision: precision at a base rate, the threshold that costs decide, and the correction
 * a probability needs when negatives were thinned out before training.
 */

/**
 * Bayes' rule for a detector: `\mathrm{precision} = \frac{\mathrm{TPR}\,\pi}{\mathrm{TPR}\,\pi + \mathrm{FPR}\,(1 - \pi)}`.
 * NaN when nothing is flagged at all.
 */
export function precisionAtPrevalence(
  prevalence: number,
  truePositiveRate: number,
  falsePositiveRate: number,
): number {
  const truePositives = truePositiveRate * prevalence;
  return truePositives / (truePositives + falsePositiveRate * (1 - prevalence));
}

/**
 * Act when the expected cost of not acting is larger: `p\,c_{FN} > (1 - p)\,c_{FP}`, that is
 * `p > c_{FP} / (c_{FP} + c_{FN})` (Elkan, 2001). Holds for calibrated probabilities only.
 */
export function costOptimalThreshold(falsePositiveCost: number, falseNegativeCost: number): number {
  return falsePositiveCost / (falsePositiveCost + falseNegativeCost);
}

/**
 * Undoes negative down-sampling (He et al., 2014): `q = \frac{p}{p + (1 - p) / w}`, w = share of negatives kept.
 * Adds log w to the logit, so the order of items does not change.
 */
export function correctForNegativeSampling(prediction: number, keepRate: number): number {
  return prediction / (prediction + (1 - prediction) / keepRate);
}

/** The rate a model sees after negatives were kept with rate w: `p = \frac{q}{q + (1 - q)\,w}`; inverse of the correction. */
export function rateAfterNegativeSampling(rate: number, keepRate: number): number {
  return rate / (rate + (1 - rate) * keepRate);
}

/** `F_\beta = \frac{(1 + \beta^2) P R}{\beta^2 P + R}`; beta above 1 leans towards recall. 0 when both are 0. */
export function fBeta(precision: number, recall: number, beta: number): number {
  const denominator = beta * beta * precision + recall;
  return denominator === 0 ? 0 : ((1 + beta * beta) * precision * recall) / denominator;
}
