/** Draws that worlds need beyond uniform and normal ones. */
import type { Random } from "@/lib/random";

/** Running sums of weights, for `drawFrom`. */
export function cumulative(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i] ?? 0;
    sums[i] = total;
  }
  return sums;
}

/** First index whose running sum exceeds `target`, by bisection within [from, to). */
export function bisect(sums: Float64Array, target: number, from = 0, to = sums.length): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** An index with probability proportional to its weight. */
export function drawFrom(sums: Float64Array, random: Random): number {
  return bisect(sums, random.next() * (sums[sums.length - 1] ?? 0));
}

/** Zipf-Mandelbrot weights 1 / (rank + offset)^exponent. */
export function zipfWeights(size: number, exponent: number, offset: number): Float64Array {
  return Float64Array.from({ length: size }, (_, rank) => 1 / (rank + offset) ** exponent);
}
