/**
 * Features as small numbers: every feature's values cut into at most 255 bins of about equal counts, so that a split is
 * looked for among bins and not among values (LightGBM: Ke et al., 2017).
 */
import type { RankData } from "./rank-data";

export const MAX_BINS = 255;

export type BinnedFeatures = {
  /** Feature-major [width, rows]. */
  readonly bins: Uint8Array;
  readonly rows: number;
  readonly width: number;
  /** Bins of feature f lie at starts[f] up to starts[f + 1] in a histogram of all features. */
  readonly starts: Int32Array;
  /** Aligned with the histogram: a value belongs to bin b when it is at most limits[b] and above the limit before. */
  readonly limits: Float32Array;
  /** Histograms that no tree uses any more; the next takes them. */
  readonly spareHistograms: Float64Array[];
};

/** Upper limits of the bins, halfway between neighbouring values; the last is infinite. */
export function binLimits(sorted: Float32Array, maxBins: number): number[] {
  const limits: number[] = [];
  let remaining = sorted.length;
  let inBin = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    inBin++;
    const value = sorted[i] as number;
    const next = sorted[i + 1] as number;
    if (value === next || limits.length === maxBins - 1) continue;
    if (inBin < remaining / (maxBins - limits.length) && !isLongRun(sorted, i + 1, remaining / maxBins))
      continue;
    // Rounding to 32 bits must not reach the next value.
    const middle = Math.fround(value + (next - value) / 2);
    limits.push(middle < next ? middle : value);
    remaining -= inBin;
    inBin = 0;
  }
  return [...limits, Number.POSITIVE_INFINITY];
}

/** A value that fills a bin alone gets one to itself. */
const isLongRun = (sorted: Float32Array, start: number, length: number) => {
  const end = start + Math.max(1, Math.ceil(length));
  return end <= sorted.length && sorted[end - 1] === sorted[start];
};

/** The bin of a value among `limits[start, end)`. */
function findBin(limits: Float32Array, start: number, end: number, value: number): number {
  let low = start;
  let high = end - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (limits[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low - start;
}

export function binFeatures({ features, width, grades }: RankData, maxBins = MAX_BINS): BinnedFeatures {
  const rows = grades.length;
  const starts = new Int32Array(width + 1);
  const allLimits: number[] = [];
  const column = new Float32Array(rows);
  const columnOf = (f: number) => {
    for (let r = 0; r < rows; r++) column[r] = features[r * width + f] as number;
    return column;
  };
  for (let f = 0; f < width; f++) {
    for (const limit of binLimits(columnOf(f).sort(), maxBins)) allLimits.push(limit);
    starts[f + 1] = allLimits.length;
  }
  const limits = Float32Array.from(allLimits);
  const bins = new Uint8Array(rows * width);
  for (let f = 0; f < width; f++) {
    const values = columnOf(f);
    const start = starts[f] as number;
    const end = starts[f + 1] as number;
    for (let r = 0; r < rows; r++) bins[f * rows + r] = findBin(limits, start, end, values[r] as number);
  }
  return { bins, rows, width, starts, limits, spareHistograms: [] };
}
