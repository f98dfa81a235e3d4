/** Combining the heads of a multi-task ranker into one score. The weights are a product decision, not learned. */

/** Calibrated predictions of one item for one user. */
export type HeadPredictions = { click: number; watch: number; like: number; hide: number };
/** One weight per head; `hide` is subtracted. */
export type ObjectiveWeights = HeadPredictions;

/** Each head's part of the score: `w_a\,p_a`, negative for hide. */
export function scoreParts(predictions: HeadPredictions, weights: ObjectiveWeights): HeadPredictions {
  return {
    click: weights.click * predictions.click,
    watch: weights.watch * predictions.watch,
    like: weights.like * predictions.like,
    hide: -weights.hide * predictions.hide,
  };
}

/** `\mathrm{score} = w_c p_c + w_w p_w + w_l p_l - w_h p_h`. */
export function weightedScore(predictions: HeadPredictions, weights: ObjectiveWeights): number {
  const parts = scoreParts(predictions, weights);
  return parts.click + parts.watch + parts.like + parts.hide;
}
