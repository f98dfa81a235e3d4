/**
 * Krippendorff's alpha: how far any number of raters agree, beyond what their ratings shuffled over the units would. It
 * takes units that some raters did not rate, which peer reviews always have. Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability" (2011); here with the interval difference, for ratings on a scale of equal steps.
 */

/** `\delta^2(c, k) = (c - k)^2`. */
export const intervalDifference = (first: number, second: number): number => (first - second) ** 2;

/**
 * `\alpha = 1 - D_o / D_e`: observed disagreement within units over the disagreement expected among all pairable values.
 *
 * @param units the ratings of each unit; a unit with fewer than two cannot disagree and is left out
 * @returns 1 for perfect agreement, 0 for what chance gives, below it for worse; NaN when nothing can be paired or every
 * pairable rating is the same
 */
export function krippendorffAlpha(
  units: readonly (readonly number[])[],
  difference: (first: number, second: number) => number = intervalDifference,
): number {
  const pairable = units.filter((ratings) => ratings.length > 1);
  const values = pairable.flat();
  const n = values.length;
  const observed = pairable.reduce(
    (sum, ratings) => sum + sumOverPairs(ratings, difference) / (ratings.length - 1),
    0,
  );
  const expected = sumOverPairs(values, difference) / (n - 1);
  return expected > 0 ? 1 - observed / expected : Number.NaN;
}

/** Sum over ordered pairs of different members; equal values are counted together, as there are few of them. */
function sumOverPairs(
  ratings: readonly number[],
  difference: (first: number, second: number) => number,
): number {
  const counts = new Map<number, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  let sum = 0;
  for (const [first, often] of counts)
    for (const [second, times] of counts) sum += often * times * difference(first, second);
  return sum;
}
