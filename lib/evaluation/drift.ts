/**
 * Has a distribution moved? Two statistics, and how large each gets by chance alone, because a threshold without
 * a sample size means nothing.
 *
 * Sources: PSI as symmetrised Kullback-Leibler divergence and its chi-square law under no shift, Yurdakul,
 * "Statistical Properties of Population Stability Index" (2018); Kolmogorov-Smirnov, Smirnov (1948).
 */
import { chiSquareQuantile, normalCdf, normalQuantile } from "./normal";

/** Share given to an empty bin, so that the logarithm stays finite. */
const EMPTY_BIN_SHARE = 1e-4;

/** `\mathrm{PSI} = \sum_b (a_b - e_b) \ln (a_b / e_b)` over shares per bin; empty bins count as 1e-4. */
export function psi(expectedShares: ArrayLike<number>, actualShares: ArrayLike<number>): number {
  let sum = 0;
  for (let bin = 0; bin < expectedShares.length; bin++) {
    const expected = Math.max(expectedShares[bin] ?? 0, EMPTY_BIN_SHARE);
    const actual = Math.max(actualShares[bin] ?? 0, EMPTY_BIN_SHARE);
    sum += (actual - expected) * Math.log(actual / expected);
  }
  return sum;
}

/**
 * PSI by chance when nothing moved, samples of n and m, b bins (Yurdakul, 2018):
 * `\mathrm{PSI} \sim (1/n + 1/m)\, \chi^2_{b-1}`, hence this mean; and the value passed once in a hundred checks.
 */
export function psiNoise(n: number, m: number, bins: number): { mean: number; p99: number } {
  const scale = 1 / n + 1 / m;
  return { mean: scale * (bins - 1), p99: scale * chiSquareQuantile(0.99, bins - 1) };
}

/** Two-sample Kolmogorov-Smirnov: `D = \max_x |F_{ref}(x) - F_{cur}(x)|`, O(n log n). */
export function ks(reference: ArrayLike<number>, current: ArrayLike<number>): number {
  const left = Float64Array.from(reference).sort();
  const right = Float64Array.from(current).sort();
  let i = 0;
  let j = 0;
  let largest = 0;
  while (i < left.length && j < right.length) {
    const x = Math.min(left[i] ?? 0, right[j] ?? 0);
    while (i < left.length && (left[i] ?? 0) <= x) i++;
    while (j < right.length && (right[j] ?? 0) <= x) j++;
    largest = Math.max(largest, Math.abs(i / left.length - j / right.length));
  }
  return largest;
}

/** KS on binned shares: the largest gap of the cumulative shares. A lower bound of the unbinned value. */
export function ksOfShares(expectedShares: ArrayLike<number>, actualShares: ArrayLike<number>): number {
  let gap = 0;
  let largest = 0;
  for (let bin = 0; bin < expectedShares.length; bin++) {
    gap += (actualShares[bin] ?? 0) - (expectedShares[bin] ?? 0);
    largest = Math.max(largest, Math.abs(gap));
  }
  return largest;
}

/** Two-sample critical value: `c(\alpha) \sqrt{\frac{n + m}{n m}}`, `c(\alpha) = \sqrt{-\tfrac{1}{2} \ln(\alpha / 2)}`, 1.358 at 5%. */
export function ksCritical(n: number, m: number, significance = 0.05): number {
  return Math.sqrt(-Math.log(significance / 2) / 2) * Math.sqrt((n + m) / (n * m));
}

/** Inner edges of `bins` equal-mass bins of the standard normal: the quantile bins of a reference sample. */
export function normalQuantileEdges(bins: number): number[] {
  return Array.from({ length: bins - 1 }, (_, i) => normalQuantile((i + 1) / bins));
}

/** Share of a normal distribution that falls into each bin between inner `edges`. */
export function normalShares(edges: readonly number[], mean: number, standardDeviation: number): number[] {
  const cumulative = [...edges.map((edge) => normalCdf((edge - mean) / standardDeviation)), 1];
  return cumulative.map((value, i) => value - (cumulative[i - 1] ?? 0));
}

/**
 * Exact KS of N(0, 1) against N(mean, sd^2): the distribution functions are farthest apart where the densities cross,
 * at the roots of `x^2 (1 - 1/\sigma^2) + 2 \mu x / \sigma^2 - \mu^2/\sigma^2 - 2 \ln \sigma = 0`.
 */
export function ksOfNormals(mean: number, standardDeviation: number): number {
  const precision = 1 / standardDeviation ** 2;
  const a = 1 - precision;
  const b = 2 * mean * precision;
  const c = -mean * mean * precision - 2 * Math.log(standardDeviation);
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  const crossings =
    Math.abs(a) < 1e-12 ? [b === 0 ? 0 : -c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)];
  return Math.max(
    ...crossings.map((x) => Math.abs(normalCdf(x) - normalCdf((x - mean) / standardDeviation))),
  );
}
