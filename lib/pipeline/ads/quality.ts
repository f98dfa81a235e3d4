/** How good probabilities are, in the numbers of the ladder, and beside the truth. */
import {
  auc,
  binaryEntropy,
  calibrationRatio,
  logLoss,
  normalizedEntropy,
} from "@/lib/evaluation/classification";
import type { AdQuality } from "./model-card";

export const ECE_BINS = 10;

/** Indices by rising prediction, cut into `bins` parts of equal size: [start, end) of each. */
export function equalMassBins(predictions: ArrayLike<number>, bins: number) {
  const n = predictions.length;
  const order = Int32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => (predictions[a] as number) - (predictions[b] as number),
  );
  const edges = Array.from({ length: bins + 1 }, (_, b) => Math.round((b * n) / bins));
  return { order, edges };
}

/**
 * `\mathrm{ECE} = \sum_m \frac{|B_m|}{N} |\bar y_m - \bar p_m|` over bins with equal numbers of rows, which at a click rate
 * of 1 % is the only choice: bins of equal width would hold all rows in the first.
 */
export function equalMassCalibrationError(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  bins = ECE_BINS,
): number {
  const { order, edges } = equalMassBins(predictions, bins);
  let error = 0;
  for (let b = 0; b < bins; b++) {
    let gap = 0;
    for (let k = edges[b] as number; k < (edges[b + 1] as number); k++) {
      const i = order[k] as number;
      gap += (labels[i] as number) - (predictions[i] as number);
    }
    error += Math.abs(gap) / labels.length;
  }
  return error;
}

/** `baseRate` is the click rate of the training days, as in the definition of normalised entropy (He et al., 2014). */
export const measureQuality = (
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  baseRate: number,
): AdQuality => ({
  logLoss: logLoss(labels, predictions),
  normalizedEntropy: normalizedEntropy(labels, predictions, baseRate),
  auc: auc(labels, predictions),
  calibrationRatio: calibrationRatio(labels, predictions),
  ece: equalMassCalibrationError(labels, predictions),
});

/**
 * `\frac{E_q[-\log p]}{E_q[-\log q]} - 1` with q the true probabilities: what the log loss exceeds the least possible by,
 * without the noise of which clicks happened to come.
 */
export function expectedExcess(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  let model = 0;
  let least = 0;
  for (let i = 0; i < truth.length; i++) {
    const q = truth[i] as number;
    const p = Math.min(1 - 1e-12, Math.max(1e-12, predictions[i] as number));
    model -= q * Math.log(p) + (1 - q) * Math.log(1 - p);
    least += binaryEntropy(q);
  }
  return model / least - 1;
}

/** Normalised entropy of rows of which each stands for `weights[i]` rows; the base rate is that of the weighted rows. */
export function weightedEntropy(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  weights: ArrayLike<number>,
): number {
  let loss = 0;
  let total = 0;
  let clicks = 0;
  for (let i = 0; i < labels.length; i++) {
    const p = Math.min(1 - 1e-12, Math.max(1e-12, predictions[i] as number));
    const weight = weights[i] as number;
    loss -= weight * (labels[i] === 1 ? Math.log(p) : Math.log(1 - p));
    total += weight;
    if (labels[i] === 1) clicks += weight;
  }
  return loss / total / binaryEntropy(clicks / total);
}
