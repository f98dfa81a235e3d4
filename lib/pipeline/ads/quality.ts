/** How good probabilities are, in the numbers of the ladder. */
import { auc, calibrationRatio, logLoss, normalizedEntropy } from "@/lib/evaluation/classification";
import { equalMassCalibrationError } from "@/lib/evaluation/reliability";
import type { AdQuality } from "./model-card";

export const ECE_BINS = 10;

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
  ece: equalMassCalibrationError(labels, predictions, ECE_BINS),
});
