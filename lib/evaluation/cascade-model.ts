/**
 * The cascade click model: results are read from the top, the first attractive one is clicked, and that ends it (Craswell,
 * Zoeter, Taylor & Ramsey, An Experimental Comparison of Click Position-Bias Models, 2008).
 */

/** `P(\mathrm{click\ at\ } k) = r_k \prod_{j<k} (1 - r_j)`; `attractions[k - 1]` is r_k. */
export function cascadeClickProbabilities(attractions: ArrayLike<number>): Float64Array {
  let isReached = 1;
  return Float64Array.from(attractions, (attraction) => {
    const click = isReached * attraction;
    isReached *= 1 - attraction;
    return click;
  });
}

/**
 * `\ln P` of one page: of a click at `clickedPosition` (from 1), or of no click at all (0):
 * `\ln r_k + \sum_{j<k} \ln(1 - r_j)` and `\sum_j \ln(1 - r_j)`.
 */
export function cascadeLogLikelihood(attractions: ArrayLike<number>, clickedPosition: number): number {
  const skipped = clickedPosition === 0 ? attractions.length : clickedPosition - 1;
  let sum = 0;
  for (let column = 0; column < skipped; column++) sum += Math.log1p(-(attractions[column] as number));
  return clickedPosition === 0 ? sum : sum + Math.log(attractions[clickedPosition - 1] as number);
}

/** Pages of a log: row i shows `items[i * width]` and so on, -1 beyond the last; clicked at `clickedPosition[i]`, 0 for none. */
export type CascadePages = {
  readonly size: number;
  readonly width: number;
  /** [size, width], numbered from 0 to itemCount - 1. */
  readonly items: Int32Array;
  readonly itemCount: number;
  readonly clickedPosition: Uint8Array;
};

/** `\hat r_d = \frac{\mathrm{clicks}_d}{\mathrm{impressions\ of\ } d \mathrm{\ at\ or\ above\ the\ click}}`, the maximum of the likelihood; NaN for an item that was never reached. */
export function fitCascadeModel({
  size,
  width,
  items,
  itemCount,
  clickedPosition,
}: CascadePages): Float64Array {
  const clicks = new Float64Array(itemCount);
  const reached = new Float64Array(itemCount);
  for (let page = 0; page < size; page++) {
    const clicked = clickedPosition[page] as number;
    for (let column = 0; column < (clicked || width); column++) {
      const item = items[page * width + column] as number;
      if (item < 0) break;
      reached[item] = (reached[item] as number) + 1;
      if (column + 1 === clicked) clicks[item] = (clicks[item] as number) + 1;
    }
  }
  return clicks.map((count, item) => count / (reached[item] as number));
}
