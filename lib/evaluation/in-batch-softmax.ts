/**
 * What a two-tower model trained with in-batch negatives converges to, with and without the logQ correction.
 *
 * Negatives are the other positives of the batch, so item y is a negative with probability Q(y) equal to its share of
 * the log. The softmax cannot tell this sampling from taste: its optimum is log P(y|x) - log Q(y), which is pointwise
 * mutual information, and popular items sink. Subtracting log Q(y) from the logits in training restores log P(y|x).
 * Sources: Bengio & Senécal (2008); Yi et al., "Sampling-Bias-Corrected Neural Modeling" (2019).
 */

/** Zipf popularity: `P(y) \propto \mathrm{rank}(y)^{-s}`, summing to 1. */
export function zipfShares(items: number, exponent: number): number[] {
  return normalize(Array.from({ length: items }, (_, i) => (i + 1) ** -exponent));
}

/** One user's next-item distribution: `P(y \mid x) \propto P(y)\, e^{\mathrm{taste}(y)}`. */
export function conditionalShares(popularity: readonly number[], taste: readonly number[]): number[] {
  return normalize(popularity.map((share, i) => share * Math.exp(taste[i] ?? 0)));
}

/**
 * Scores at the optimum of in-batch softmax, up to a constant: `s(x, y) = \log P(y \mid x) - (1 - \lambda) \log Q(y)`.
 * Lambda is the part of log Q that training subtracts from the logits: 0 uncorrected, 1 fully corrected.
 */
export function inBatchOptimum(
  conditional: readonly number[],
  samplingShares: readonly number[],
  correction: number,
): number[] {
  return conditional.map((share, i) => Math.log(share) - (1 - correction) * Math.log(samplingShares[i] ?? 1));
}

/**
 * Loss of one row: `-\left(s_{+} - \log Q_{+}\right) + \log \sum_j e^{s_j - \log Q_j}`, positives at index `positive`.
 * Pass zeros as `logQ` for the uncorrected loss. Returns the loss and its gradient with respect to the scores.
 */
export function inBatchSoftmaxLoss(
  scores: readonly number[],
  logQ: readonly number[],
  positive: number,
): { loss: number; gradient: number[] } {
  const logits = scores.map((score, i) => score - (logQ[i] ?? 0));
  const largest = Math.max(...logits);
  const exponentials = logits.map((logit) => Math.exp(logit - largest));
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  return {
    loss: largest + Math.log(total) - (logits[positive] ?? 0),
    gradient: exponentials.map((value, i) => value / total - (i === positive ? 1 : 0)),
  };
}

function normalize(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
