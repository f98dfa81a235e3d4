/**
 * The position-based click model and two ways to read its log. A click needs two things that are independent given
 * the position: the result was seen, and it was liked (examination hypothesis; Richardson et al., 2007).
 * Inverse propensity weighting: Joachims, Swaminathan & Schnabel (2017).
 */
import type { Random } from "@/lib/random";
import { drawBinomial } from "./binomial";

/** Chance that rank r is seen: `P(\mathrm{seen} \mid r) = r^{-\eta}`; eta 0 is no bias, 1 is the usual teaching value. */
export function seenProbability(rank: number, eta: number): number {
  return rank ** -eta;
}

/** `P(\mathrm{click} \mid \mathrm{item}, r) = P(\mathrm{seen} \mid r) \cdot P(\mathrm{click} \mid \mathrm{item}, \mathrm{seen})`. */
export function clickProbability(attraction: number, rank: number, eta: number): number {
  return seenProbability(rank, eta) * attraction;
}

/**
 * Clicks per item when the same list is shown `sessions` times: item i stays at rank i + 1, sessions are independent.
 * `attractions[i]` is P(click | seen).
 */
export function simulateClicks(
  attractions: readonly number[],
  sessions: number,
  eta: number,
  random: Random,
): Uint32Array {
  return Uint32Array.from(attractions, (attraction, i) =>
    drawBinomial(sessions, clickProbability(attraction, i + 1, eta), random),
  );
}

/** `\widehat{\mathrm{CTR}}_i = c_i / n`: what the log says at first sight. */
export function naiveClickRate(clicks: ArrayLike<number>, sessions: number): number[] {
  return Array.from(clicks, (count) => count / sessions);
}

/**
 * `\hat a_i = \frac{1}{n} \sum \frac{\mathrm{click}_i}{P(\mathrm{seen} \mid r_i)}`: each click counts for the views that were
 * as unlikely to be seen. Unbiased when the propensities are right; its variance grows with 1 / P(seen).
 */
export function inversePropensityRate(clicks: ArrayLike<number>, sessions: number, eta: number): number[] {
  return naiveClickRate(clicks, sessions).map((rate, i) => rate / seenProbability(i + 1, eta));
}

/** Standard error of the weighted estimate: `\sqrt{p (1 - p) / n} / P(\mathrm{seen} \mid r)`, p the click probability. */
export function inversePropensityStandardError(
  attraction: number,
  rank: number,
  eta: number,
  sessions: number,
): number {
  const p = clickProbability(attraction, rank, eta);
  return Math.sqrt((p * (1 - p)) / sessions) / seenProbability(rank, eta);
}

/** Indices by value, highest first; equal values keep their order. */
export function orderByValue(values: readonly number[]): number[] {
  return values.map((_, i) => i).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
}
