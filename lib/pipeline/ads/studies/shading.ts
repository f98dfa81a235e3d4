/**
 * Shading: predictions of winners are corrected by what winners brought. Platt scaling on the logit, fitted on the clicks
 * of earlier winners, draws high predictions back towards what such predictions turned out to be worth.
 */

import { fitPlatt } from "@/lib/evaluation/calibration";
import { logit } from "@/lib/evaluation/logit";

export type Shading = { readonly slope: number; readonly intercept: number };

/** `\sigma(a s + b)` on the logit s of a prediction. */
export const shadeLogit = (p: number, { slope, intercept }: Shading): number =>
  1 / (1 + Math.exp(-(slope * logit(p) + intercept)));

/** By maximum likelihood: winner i was shown `shown` times and clicked `clicks[i]` times. */
export function fitShading(
  predictions: readonly number[],
  clicks: readonly number[],
  shown: number,
): Shading {
  const labels = new Uint8Array(predictions.length * shown);
  const scores = new Float64Array(predictions.length * shown);
  for (const [i, p] of predictions.entries()) {
    scores.fill(logit(p), i * shown, (i + 1) * shown);
    labels.fill(1, i * shown, i * shown + (clicks[i] ?? 0));
  }
  return fitPlatt(labels, scores);
}
