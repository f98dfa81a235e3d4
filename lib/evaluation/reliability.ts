/**
 * Reliability of predicted probabilities, in bins of equally many rows: where most predictions are, most bins are, which
 * bins of equal width do not give when events are rare. The interval is that of a rate from so many rows (Wilson, 1927).
 */
import { wilsonInterval } from "./intervals";

export type ReliabilityBin = {
  readonly count: number;
  /** Mean prediction of the bin's rows. */
  readonly predicted: number;
  /** Share of ones among them. */
  readonly observed: number;
  /** 95 % Wilson interval of that share. */
  readonly interval: readonly [low: number, high: number];
};

/**
 * Rows of at most `binCount` bins by ascending prediction. Rows with the same prediction stay together, as which of them
 * would come first is chance.
 */
export function equalMassBins(predictions: ArrayLike<number>, binCount: number): Int32Array[] {
  const at = (row: number) => predictions[row] as number;
  const order = Int32Array.from({ length: predictions.length }, (_, row) => row).sort(
    (a, b) => at(a) - at(b),
  );
  const bins: Int32Array[] = [];
  for (let start = 0, end = 1; end <= order.length; end++) {
    const isLast = end === order.length;
    const isFull = end >= ((bins.length + 1) * order.length) / binCount;
    if (!isLast && (!isFull || at(order[end] as number) === at(order[end - 1] as number))) continue;
    bins.push(order.subarray(start, end));
    start = end;
  }
  return bins;
}

const sumOf = (rows: Int32Array, values: ArrayLike<number>) =>
  rows.reduce((sum, row) => sum + (values[row] as number), 0);

/** At most `binCount` bins by ascending prediction; rows with the same prediction stay together. */
export const reliabilityBins = (
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  binCount: number,
): ReliabilityBin[] =>
  equalMassBins(predictions, binCount).map((rows) => {
    const count = rows.length;
    const ones = sumOf(rows, labels);
    return {
      count,
      predicted: sumOf(rows, predictions) / count,
      observed: ones / count,
      interval: wilsonInterval(ones, count),
    };
  });

/**
 * `\mathrm{ECE} = \sum_m \frac{|B_m|}{N} |\bar y_m - \bar p_m|` (Guo et al., 2017) over bins of equally many rows (Nguyen &
 * O'Connor, 2015), which at a click rate of 1 % is the only choice: of bins of equal width the first would hold all rows.
 */
export function equalMassCalibrationError(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  binCount = 10,
): number {
  let error = 0;
  for (const rows of equalMassBins(predictions, binCount)) {
    const gap = rows.reduce((sum, row) => sum + ((labels[row] as number) - (predictions[row] as number)), 0);
    error += Math.abs(gap) / labels.length;
  }
  return error;
}
