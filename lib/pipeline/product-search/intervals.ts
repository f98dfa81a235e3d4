/** Intervals around means of few values: Student's t (1908). */
import { meanOf } from "./quality";
import type { Interval } from "./trace";

/** 97.5 % quantiles of t for 1, 2, ... degrees of freedom; the normal one beyond. */
const T_QUANTILES = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
const NORMAL_QUANTILE = 1.96;

/** `\bar x \pm t_{0.975,\,n-1}\, s / \sqrt n`; no interval for a single value. */
export function meanInterval(values: readonly number[]): Interval {
  const mean = meanOf(values);
  const count = values.length;
  if (count < 2) return { mean, low: mean, high: mean };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const half = (T_QUANTILES[count - 2] ?? NORMAL_QUANTILE) * Math.sqrt(variance / count);
  return { mean, low: mean - half, high: mean + half };
}
