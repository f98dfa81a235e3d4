/**
 * Temperature scaling (Guo, Pleiss, Sun & Weinberger, On Calibration of Modern Neural Networks, 2017): one number divides all
 * logits. It mends confidence and not the base rate; the order of scores stays.
 */

import type { Calibration } from "./calibration";
import { sigmoid } from "./logit";

const STEPS = 60;
const TOLERANCE = 1e-12;

/**
 * The T of `p = \sigma(z / T)` with the highest likelihood of 0/1 labels, by Newton's method on 1 / T, whose log loss is
 * convex. `logits[i]` belongs to `labels[i]`. Bounded to [0.01, 100], where scores without information end.
 */
export function fitTemperature(labels: ArrayLike<number>, logits: ArrayLike<number>): number {
  let slope = 1;
  for (let step = 0; step < STEPS; step++) {
    let [gradient, curvature] = [0, 1e-12];
    for (let i = 0; i < labels.length; i++) {
      const z = logits[i] as number;
      const p = sigmoid(slope * z);
      gradient += (p - (labels[i] as number)) * z;
      curvature += p * (1 - p) * z * z;
    }
    // At most a halving or a doubling a step: far from the optimum the curvature says little.
    const next = Math.min(2 * slope, Math.max(slope / 2, slope - gradient / curvature));
    const bounded = Math.min(100, Math.max(0.01, next));
    if (Math.abs(bounded - slope) < TOLERANCE) break;
    slope = bounded;
  }
  return 1 / slope;
}

/** Logit to probability, `\sigma(z / T)` with the fitted T. */
export function temperatureScaling(labels: ArrayLike<number>, logits: ArrayLike<number>): Calibration {
  const temperature = fitTemperature(labels, logits);
  return (logit) => sigmoid(logit / temperature);
}
