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

/** At most `binCount` bins by ascending prediction; rows with the same prediction stay together. */
export function reliabilityBins(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  binCount: number,
): ReliabilityBin[] {
  const at = (row: number) => predictions[row] as number;
  const order = Int32Array.from({ length: labels.length }, (_, row) => row).sort((a, b) => at(a) - at(b));
  const bins: ReliabilityBin[] = [];
  let [count, ones, sum] = [0, 0, 0];
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    count++;
    ones += labels[row] as number;
    sum += at(row);
    const isLast = i === order.length - 1;
    const isFull = i + 1 >= ((bins.length + 1) * order.length) / binCount;
    if (!isLast && (!isFull || at(order[i + 1] as number) === at(row))) continue;
    bins.push({
      count,
      predicted: sum / count,
      observed: ones / count,
      interval: wilsonInterval(ones, count),
    });
    [count, ones, sum] = [0, 0, 0];
  }
  return bins;
}
