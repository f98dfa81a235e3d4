/**
 * Metrics of predicted probabilities against 0/1 labels. log is natural. Arrays are parallel: labels[i] belongs to
 * predictions[i]; unequal lengths are a programming error and throw.
 *
 * Sources: He et al., "Practical Lessons from Predicting Clicks on Ads at Facebook" (2014) for normalised entropy
 * and the ads sense of calibration; test values from scikit-learn 1.x.
 */
const MINIMUM_PROBABILITY = 1e-15;

const clipProbability = (p: number) => Math.min(Math.max(p, MINIMUM_PROBABILITY), 1 - MINIMUM_PROBABILITY);

function assertSameLength(labels: ArrayLike<number>, predictions: ArrayLike<number>): void {
  if (labels.length !== predictions.length) {
    throw new RangeError(`${labels.length} labels for ${predictions.length} predictions`);
  }
}

/**
 * Area under the ROC curve: `P(s^+ > s^-) + \tfrac{1}{2} P(s^+ = s^-)`, by the rank-sum (Mann-Whitney) identity
 * with mean ranks for ties, O(n log n). NaN when one class is absent, because it is undefined then.
 */
export function auc(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  assertSameLength(labels, scores);
  const n = labels.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0),
  );
  let positives = 0;
  let rankSum = 0;
  for (let start = 0; start < n; ) {
    let end = start;
    let positivesInTie = 0;
    const score = scores[order[start] ?? 0] ?? 0;
    while (end < n && (scores[order[end] ?? 0] ?? 0) === score) {
      positivesInTie += labels[order[end] ?? 0] ?? 0;
      end++;
    }
    rankSum += positivesInTie * ((start + 1 + end) / 2);
    positives += positivesInTie;
    start = end;
  }
  const negatives = n - positives;
  if (positives === 0 || negatives === 0) return Number.NaN;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * Mean negative log likelihood in nats: `-\frac{1}{N} \sum y \log p + (1 - y) \log(1 - p)`, p clipped to [1e-15, 1 - 1e-15].
 */
export function logLoss(labels: ArrayLike<number>, predictions: ArrayLike<number>): number {
  assertSameLength(labels, predictions);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    const p = clipProbability(predictions[i] ?? 0);
    const y = labels[i] ?? 0;
    sum -= y * Math.log(p) + (1 - y) * Math.log(1 - p);
  }
  return sum / labels.length;
}

/** `H(p) = -(p \log p + (1 - p) \log(1 - p))` in nats: the log loss of always predicting the base rate. */
export function binaryEntropy(rate: number): number {
  if (rate <= 0 || rate >= 1) return 0;
  return -(rate * Math.log(rate) + (1 - rate) * Math.log(1 - rate));
}

/** Arithmetic mean; NaN for an empty array. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}

/**
 * Normalised entropy (He et al., 2014): `\mathrm{NE} = \mathrm{logloss} / H(\bar p)`; predicting the base rate gives 1, lower is better.
 * `baseRate` is the empirical rate of the training data; without it, that of `labels`.
 */
export function normalizedEntropy(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  baseRate = mean(labels),
): number {
  return logLoss(labels, predictions) / binaryEntropy(baseRate);
}

/**
 * Normalised entropy of a sample in which row i stands for `weights[i]` rows (inverse sampling rates; Horvitz & Thompson, 1952):
 * `\frac{-\sum_i w_i (y_i \log p_i + (1 - y_i) \log(1 - p_i)) / \sum_i w_i}{H(\sum_i w_i y_i / \sum_i w_i)}`. The base rate is
 * that of the weighted rows.
 */
export function weightedNormalizedEntropy(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  weights: ArrayLike<number>,
): number {
  assertSameLength(labels, predictions);
  let loss = 0;
  let total = 0;
  let events = 0;
  for (let i = 0; i < labels.length; i++) {
    const p = clipProbability(predictions[i] ?? 0);
    const weight = weights[i] ?? 0;
    loss -= weight * (labels[i] === 1 ? Math.log(p) : Math.log(1 - p));
    total += weight;
    if (labels[i] === 1) events += weight;
  }
  return loss / total / binaryEntropy(events / total);
}

/**
 * `\frac{\sum_i -q_i \log p_i - (1 - q_i) \log(1 - p_i)}{\sum_i H(q_i)} - 1`, q the true probabilities: by how much the expected
 * log loss exceeds the least possible, without the noise of which events happened. That is the Kullback-Leibler divergence
 * over the entropy (Cover & Thomas, Elements of Information Theory, 2006), at least 0.
 */
export function expectedExcess(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  assertSameLength(truth, predictions);
  let expected = 0;
  let least = 0;
  for (let i = 0; i < truth.length; i++) {
    const q = truth[i] ?? 0;
    const p = clipProbability(predictions[i] ?? 0);
    expected -= q * Math.log(p) + (1 - q) * Math.log(1 - p);
    least += binaryEntropy(q);
  }
  return expected / least - 1;
}

/** Calibration in the ads sense (He et al., 2014): `\sum p / \sum y`, expected over observed events; 1 is the target. */
export function calibrationRatio(labels: ArrayLike<number>, predictions: ArrayLike<number>): number {
  assertSameLength(labels, predictions);
  return mean(predictions) / mean(labels);
}

/** `\mathrm{Brier} = \frac{1}{N} \sum (p - y)^2`. */
export function brierScore(labels: ArrayLike<number>, predictions: ArrayLike<number>): number {
  assertSameLength(labels, predictions);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) sum += ((predictions[i] ?? 0) - (labels[i] ?? 0)) ** 2;
  return sum / labels.length;
}

/** One bin of a reliability diagram: how many rows, their mean prediction and their observed rate. */
export type CalibrationBin = { count: number; meanPrediction: number; observedRate: number };

/** Equal-width bins (lo, hi] over [0, 1], empty ones left out; a prediction of exactly 0 falls into the first. */
export function calibrationBins(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  binCount: number,
): CalibrationBin[] {
  assertSameLength(labels, predictions);
  const counts = new Float64Array(binCount);
  const predicted = new Float64Array(binCount);
  const observed = new Float64Array(binCount);
  for (let i = 0; i < labels.length; i++) {
    const p = predictions[i] ?? 0;
    const bin = Math.min(binCount - 1, Math.max(0, Math.ceil(p * binCount) - 1));
    counts[bin] = (counts[bin] ?? 0) + 1;
    predicted[bin] = (predicted[bin] ?? 0) + p;
    observed[bin] = (observed[bin] ?? 0) + (labels[i] ?? 0);
  }
  return Array.from(counts, (count, bin) => ({
    count,
    meanPrediction: (predicted[bin] ?? 0) / count,
    observedRate: (observed[bin] ?? 0) / count,
  })).filter((bin) => bin.count > 0);
}

/**
 * Expected calibration error of a binary event (Guo et al., 2017, with the observed positive rate in place of
 * accuracy): `\mathrm{ECE} = \sum_m \frac{|B_m|}{N} |\bar y_m - \bar p_m|`, equal-width bins.
 * It depends on the bin count and is biased upward on few rows.
 */
export function expectedCalibrationError(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  binCount = 10,
): number {
  let error = 0;
  for (const bin of calibrationBins(labels, predictions, binCount)) {
    error += (bin.count / labels.length) * Math.abs(bin.observedRate - bin.meanPrediction);
  }
  return error;
}
