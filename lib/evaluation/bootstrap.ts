/**
 * How far a statistic would move if other things of the same kind had been drawn: things are resampled with replacement and
 * the statistic taken anew (Efron, 1979); the interval lies between the percentiles of what comes out (Efron and
 * Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13). What belongs together, such as the judgements of
 * one answer, is drawn together, or the interval is too narrow.
 */
import type { Random } from "@/lib/random";

export type BootstrapInterval = { readonly low: number; readonly high: number };

const TAIL = 0.025;

/**
 * 95 % percentile intervals of several statistics of one sample over the same resamples, in the order in which
 * `statistics` returns them.
 *
 * @param count how many things there are; `statistics` gets `count` indices into them, some of them repeated, in an
 *   array that is used again for the next resample
 * @returns NaN to NaN for a statistic that no resample has (a correlation of constants is left out)
 */
export function bootstrapIntervals(
  count: number,
  statistics: (rows: Int32Array) => readonly number[],
  random: Random,
  draws: number,
): BootstrapInterval[] {
  const rows = new Int32Array(count);
  const outcomes = Array.from({ length: draws }, () => {
    for (let i = 0; i < count; i++) rows[i] = random.integer(count);
    return statistics(rows);
  });
  return (outcomes[0] ?? []).map((_, index) => {
    const values = outcomes
      .map((outcome) => outcome[index] as number)
      .filter((value) => !Number.isNaN(value));
    return percentileInterval(Float64Array.from(values));
  });
}

/** The values between which 95 % of the others lie; sorts in place. */
function percentileInterval(values: Float64Array): BootstrapInterval {
  values.sort();
  const at = (share: number) =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
  return { low: at(TAIL), high: at(1 - TAIL) };
}
