/**
 * Logistic regression whose weights keep a sign: evidence for something may never count against it, whatever a small
 * sample says. Minimises the log loss plus a ridge by cyclic coordinate descent with Newton steps, each cut off at its
 * bound (as glmnet does: Friedman, Hastie and Tibshirani, 2010). The problem is convex, so the end does not depend on
 * the start.
 */
import { sigmoid } from "./logit";

export type BoundedRow = {
  /** One value a feature. */
  readonly features: readonly number[];
  /** 0 to 1; a fraction is a row that was seen with both labels. */
  readonly label: number;
  readonly weight: number;
};

export type BoundedOptions = {
  /** 1: at least 0; -1: at most 0; one a feature. */
  readonly signs: readonly (1 | -1)[];
  /** `\frac{\lambda}{2} \sum_j (w_j - c_j)^2`, in rows; the intercept is free. */
  readonly ridge: number;
  /** Where the ridge pulls to; 0 when left out. */
  readonly centre?: readonly number[];
};

const SWEEPS = 400;
const TOLERANCE = 1e-7;
/** A Newton step of one weight is never longer, so that flat stretches do not throw it away. */
const LONGEST_STEP = 2;

/** Intercept first, then one weight a feature. */
export function fitBoundedLogistic(rows: readonly BoundedRow[], options: BoundedOptions): number[] {
  const { signs, ridge, centre = signs.map(() => 0) } = options;
  const weights = [0, ...centre.map((value, j) => (value * (signs[j] ?? 1) > 0 ? value : 0))];
  const inputs = rows.map(({ features }) => [1, ...features]);
  const logits = inputs.map((input) => input.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let largest = 0;
    for (let j = 0; j < weights.length; j++) {
      let [slope, curvature] =
        j === 0 ? [0, 1e-9] : [ridge * ((weights[j] ?? 0) - (centre[j - 1] ?? 0)), ridge];
      rows.forEach(({ label, weight }, i) => {
        const p = sigmoid(logits[i] ?? 0);
        const value = inputs[i]?.[j] ?? 0;
        slope += weight * (p - label) * value;
        curvature += weight * p * (1 - p) * value * value;
      });
      const before = weights[j] ?? 0;
      const step = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, slope / Math.max(curvature, 1e-9)));
      const sign = j === 0 ? 0 : (signs[j - 1] ?? 1);
      const after = sign === 0 ? before - step : sign * Math.max(0, sign * (before - step));
      const change = after - before;
      if (change === 0) continue;
      weights[j] = after;
      for (let i = 0; i < logits.length; i++) logits[i] = (logits[i] ?? 0) + change * (inputs[i]?.[j] ?? 0);
      largest = Math.max(largest, Math.abs(change));
    }
    if (largest < TOLERANCE) break;
  }
  return weights;
}
