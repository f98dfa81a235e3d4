/**
 * How far two markers of the same things agree beyond what their habits alone would give. Ratings are numbers on one
 * scale of equal steps (0, 0.5, 1, or 0 to 5). Cohen (1960) for kappa, Cohen (1968) for weights, Fleiss and Cohen (1973)
 * for the quadratic ones, in which a difference of two steps counts four times a difference of one.
 */

/** Share of pairs that are equal; NaN for none. */
export function exactAgreement(first: readonly number[], second: readonly number[]): number {
  return first.filter((rating, i) => rating === second[i]).length / first.length;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * `\kappa_w = 1 - \frac{\overline{(a_i - b_i)^2}}{\overline{(a_i - b_j)^2}}`: the mean squared difference within pairs over
 * that of all ratings of one marker with all of the other. For quadratic weights this is the sum over the table of
 * Fleiss and Cohen (1973) without making the table.
 *
 * @returns 1 for equal ratings, 0 for what chance gives, below 0 for less; NaN for no pairs, and when both markers gave
 *   one and the same rating throughout, where chance cannot be told from agreement
 */
export function quadraticWeightedKappa(first: readonly number[], second: readonly number[]): number {
  const [meanFirst, meanSecond] = [mean(first), mean(second)];
  const observed = mean(first.map((rating, i) => (rating - (second[i] as number)) ** 2));
  const spread = (ratings: readonly number[], centre: number) =>
    mean(ratings.map((rating) => (rating - centre) ** 2));
  const expected = spread(first, meanFirst) + spread(second, meanSecond) + (meanFirst - meanSecond) ** 2;
  return 1 - observed / expected;
}

/** Kappa in the words of Landis and Koch (1977), whose bounds are custom, not law. */
export function kappaWords(kappa: number): string {
  if (Number.isNaN(kappa)) return "agreement that cannot be told from chance";
  if (kappa < 0) return "less agreement than chance";
  const bands = [
    [0.2, "slight agreement"],
    [0.4, "fair agreement"],
    [0.6, "moderate agreement"],
    [0.8, "substantial agreement"],
  ] as const;
  return bands.find(([most]) => kappa <= most)?.[1] ?? "almost perfect agreement";
}
