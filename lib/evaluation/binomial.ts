/** Counting successes without flipping every coin. */
import type { Random } from "@/lib/random";

/**
 * An exact draw from Binomial(trials, probability) by jumping from success to success: the gap is geometric,
 * `\lfloor \ln U / \ln(1 - p) \rfloor` (Devroye, 1986, chapter X). O(trials * min(p, 1 - p)) on average.
 */
export function drawBinomial(trials: number, probability: number, random: Random): number {
  if (probability <= 0 || trials <= 0) return 0;
  if (probability >= 1) return trials;
  if (probability > 0.5) return trials - drawBinomial(trials, 1 - probability, random);
  const logMiss = Math.log1p(-probability);
  let successes = -1;
  let position = -1;
  do {
    position += 1 + Math.floor(Math.log(1 - random.next()) / logMiss);
    successes++;
  } while (position < trials);
  return successes;
}

/** Shares of `rows` independent draws per category (a multinomial sample), as a chain of binomials. Sums to 1. */
export function drawShares(rows: number, probabilities: readonly number[], random: Random): number[] {
  let rowsLeft = rows;
  let massLeft = 1;
  return probabilities.map((probability, i) => {
    const isLast = i === probabilities.length - 1;
    const count = isLast ? rowsLeft : drawBinomial(rowsLeft, Math.min(1, probability / massLeft), random);
    rowsLeft -= count;
    massLeft -= probability;
    return count / rows;
  });
}
