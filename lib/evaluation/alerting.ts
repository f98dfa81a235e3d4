/**
 * Alarms on a statistic that is checked again and again: how often they ring for nothing, and how long a real shift goes unheard.
 * A limit on z, with or without two breaches in a row (Shewhart, 1931; Feller on runs), and the cumulative sum (Page, 1954), whose run
 * lengths follow Siegmund's approximation (Sequential Analysis, 1985). Checks are independent standard normals until the mean moves.
 */
import { normalCdf } from "./normal";

/** `P(|Z + \delta| > z)`: one check of a two-sided limit when the mean has moved by delta deviations. */
export function breachChance(limit: number, shift = 0): number {
  return normalCdf(shift - limit) + normalCdf(-shift - limit);
}

/**
 * Checks until the first run of `inARow` breaches, expected: `\frac{1 - p^r}{p^r (1 - p)}`, 1 / p for one. Under no shift that is the time
 * between false alarms, under a shift the delay.
 */
export function checksUntilRun(chance: number, inARow: number): number {
  const run = chance ** inARow;
  return chance >= 1 ? inARow : (1 - run) / (run * (1 - chance));
}

/**
 * Checks until a one-sided cumulative sum with slack k and limit h rings (Siegmund): `\frac{e^{-2 \Delta b} + 2 \Delta b - 1}{2 \Delta^2}`,
 * `\Delta = \delta - k`, `b = h + 1.166`; `b^2` at `\Delta = 0`.
 */
export function checksUntilCusum(limit: number, slack: number, shift: number): number {
  const drift = shift - slack;
  const reach = limit + 1.166;
  if (Math.abs(drift) < 1e-6) return reach ** 2;
  return (Math.exp(-2 * drift * reach) + 2 * drift * reach - 1) / (2 * drift ** 2);
}

/** Both sides: `1 / L = 1 / L^+ + 1 / L^-`. */
export function checksUntilTwoSidedCusum(limit: number, slack: number, shift: number): number {
  return 1 / (1 / checksUntilCusum(limit, slack, shift) + 1 / checksUntilCusum(limit, slack, -shift));
}

/** The limit at which a two-sided cumulative sum rings for nothing once in `checks`, by bisection. */
export function cusumLimitFor(checks: number, slack: number): number {
  let [low, high] = [0, 200];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (checksUntilTwoSidedCusum(middle, slack, 0) < checks) low = middle;
    else high = middle;
  }
  return high;
}

/** The limit of z at which a rule of `inARow` breaches rings for nothing once in `checks`, by bisection. */
export function limitFor(checks: number, inARow: number): number {
  let [low, high] = [0, 12];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (checksUntilRun(breachChance(middle), inARow) < checks) low = middle;
    else high = middle;
  }
  return high;
}

/** False alarms in a period: `m \cdot n / L`, for m charts checked n times each with L checks between false alarms. */
export const falseAlarms = (charts: number, checksEach: number, checksBetween: number): number =>
  (charts * checksEach) / checksBetween;
