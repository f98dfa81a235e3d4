/** Is one list better than another, query by query? A paired bootstrap (Sakai, 2006; Efron & Tibshirani, 1993). */
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
  const means = Float64Array.from({ length: draws }, () => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += differences[random.integer(count)] as number;
    return sum / count;
  }).sort();
  const at = (share: number) => means[Math.min(draws - 1, Math.floor(share * draws))] as number;
  const mean = differences.reduce((sum, value) => sum + value, 0) / count;
  return { mean, low: at(0.025), high: at(0.975) };
}
