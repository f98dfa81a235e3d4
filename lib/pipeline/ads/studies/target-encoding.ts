/**
 * Target encoding: an id is replaced by its smoothed click rate (Micci-Barreca, 2001),
 * `\frac{\sum_{r \in id} y_r + a \pi}{n_{id} + a}`. Which rows may speak decides whether it leaks: all of them (a row then
 * knows its own label), those of other folds, or those of earlier days.
 */
const STRENGTH = 50;
const FOLDS = 5;

export type TargetStrategy = "leaky" | "out-of-fold" | "by-time";

/** Sums of labels and counts per id, with the smoothed rate's logit. */
class Rates {
  private readonly labels = new Map<number, number>();
  private readonly counts = new Map<number, number>();

  constructor(private readonly prior: number) {}

  add(id: number, label: number) {
    this.labels.set(id, (this.labels.get(id) ?? 0) + label);
    this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
  }

  logitOf(id: number): number {
    const rate =
      ((this.labels.get(id) ?? 0) + STRENGTH * this.prior) / ((this.counts.get(id) ?? 0) + STRENGTH);
    return Math.log(rate / (1 - rate));
  }
}

const meanOf = (labels: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < labels.length; i++) sum += labels[i] as number;
  return sum / Math.max(1, labels.length);
};

function fillRates(
  ids: ArrayLike<number>,
  labels: ArrayLike<number>,
  takes: (row: number) => boolean,
): Rates {
  const rates = new Rates(meanOf(labels));
  for (let i = 0; i < ids.length; i++) if (takes(i)) rates.add(ids[i] as number, labels[i] as number);
  return rates;
}

/** The encoding of each training row. `days` (whole numbers, rising) are used by "by-time" only. */
export function encodeTrainingTargets(
  ids: ArrayLike<number>,
  labels: ArrayLike<number>,
  days: ArrayLike<number>,
  strategy: TargetStrategy,
): Float32Array {
  const encoded = new Float32Array(ids.length);
  if (strategy === "leaky") {
    const rates = fillRates(ids, labels, () => true);
    return encoded.map((_, i) => rates.logitOf(ids[i] as number));
  }
  if (strategy === "out-of-fold") {
    const folds = Array.from({ length: FOLDS }, (_, fold) =>
      fillRates(ids, labels, (row) => row % FOLDS !== fold),
    );
    return encoded.map((_, i) => folds[i % FOLDS]?.logitOf(ids[i] as number) ?? 0);
  }
  const rates = new Rates(meanOf(labels));
  let known = 0;
  for (let i = 0; i < ids.length; i++) {
    for (; (days[known] as number) < (days[i] as number); known++)
      rates.add(ids[known] as number, labels[known] as number);
    encoded[i] = rates.logitOf(ids[i] as number);
  }
  return encoded;
}

/** The encoding of rows to come: all training rows may speak. */
export function encodeLaterTargets(
  trainIds: ArrayLike<number>,
  trainLabels: ArrayLike<number>,
  ids: ArrayLike<number>,
): Float32Array {
  const rates = fillRates(trainIds, trainLabels, () => true);
  return Float32Array.from({ length: ids.length }, (_, i) => rates.logitOf(ids[i] as number));
}
