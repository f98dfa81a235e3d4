/** Reliability curve: predicted against observed click rates, in bins, with the truth beside both. */
import { wilsonInterval } from "@/lib/evaluation/intervals";
import { equalMassBins } from "@/lib/evaluation/reliability";
import type { Reliability } from "../study-schemas";
import type { StudyWorld } from "./study";

export type Binning = "equal-mass" | "equal-width";

/** Indices of each bin. Equal width is over the range that occurs: at a click rate of 1 % nothing lies near 1. */
function binRows(predictions: Float64Array, bins: number, binning: Binning): number[][] {
  if (binning === "equal-mass") return equalMassBins(predictions, bins).map((rows) => Array.from(rows));
  const highest = predictions.reduce((top, p) => Math.max(top, p), 0);
  const rows: number[][] = Array.from({ length: bins }, () => []);
  for (const [i, p] of predictions.entries())
    rows[Math.min(bins - 1, Math.floor((p / highest) * bins))]?.push(i);
  return rows;
}

export function measureReliability(
  study: StudyWorld,
  predictions: Float64Array,
  bins: number,
  binning: Binning,
): Reliability {
  const { rows, truth } = study.testRows();
  const sumOf = (indices: readonly number[], values: ArrayLike<number>) =>
    indices.reduce((sum, i) => sum + (values[i] as number), 0);
  return {
    rows: rows.count,
    clicks: rows.labels.reduce((sum, label) => sum + label, 0),
    quality: study.judge(rows, predictions),
    truth: study.truth(),
    bins: binRows(predictions, bins, binning)
      .filter((indices) => indices.length > 0)
      .map((indices) => {
        const clicks = sumOf(indices, rows.labels);
        const count = indices.length;
        const [low, high] = wilsonInterval(clicks, count);
        return {
          count,
          clicks,
          from: indices.reduce((low, i) => Math.min(low, predictions[i] as number), 1),
          to: indices.reduce((high, i) => Math.max(high, predictions[i] as number), 0),
          meanPrediction: sumOf(indices, predictions) / count,
          observedRate: clicks / count,
          interval: { low, high },
          meanTruth: sumOf(indices, truth) / count,
        };
      }),
  };
}
