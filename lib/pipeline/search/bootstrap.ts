/** Is one list better than another, query by query? A paired bootstrap (Sakai, 2006; Efron & Tibshirani, 1993). */
import { bootstrapIntervals } from "@/lib/evaluation/bootstrap";
import type { Random } from "@/lib/random";

export type Interval = { readonly mean: number; readonly low: number; readonly high: number };

/** Mean of `after - before` with its 95 % percentile interval over `draws` resamples of the queries. */
export function pairedBootstrap(
  before: readonly number[],
  after: readonly number[],
  random: Random,
  draws = 10_000,
): Interval {
  const differences = before.map((value, i) => (after[i] as number) - value);
  const count = differences.length;
  if (count === 0) return { mean: 0, low: 0, high: 0 };
  const meanOf = (rows: Int32Array) => [
    rows.reduce((sum, row) => sum + (differences[row] as number), 0) / count,
  ];
  const [interval = { low: Number.NaN, high: Number.NaN }] = bootstrapIntervals(count, meanOf, random, draws);
  const mean = differences.reduce((sum, value) => sum + value, 0) / count;
  return { mean, ...interval };
}
