/**
 * How far two markers of the same things agree, and how far beyond what their habits alone would give. Ratings are
 * numbers on one scale of equal steps (0, 0.5, 1, or 0 to 5). Pearson (1895); Cohen (1960) for kappa, Cohen (1968) for
 * weights, Fleiss and Cohen (1973) for the quadratic ones, in which a difference of two steps counts four times a
 * difference of one; macro-F1 as scikit-learn averages it. Arrays are parallel; unequal lengths throw a RangeError.
 */
import { mean } from "./classification";

function assertSameLength(first: readonly number[], second: readonly number[]): void {
  if (first.length !== second.length) throw new RangeError(`${first.length} ratings beside ${second.length}`);
}

/** Share of pairs that are equal; NaN for none. */
export function exactAgreement(first: readonly number[], second: readonly number[]): number {
  return first.filter((rating, i) => rating === second[i]).length / first.length;
}

/** `r = \frac{\sum (x - \bar x)(y - \bar y)}{\sqrt{\sum (x - \bar x)^2 \sum (y - \bar y)^2}}`; NaN when one side is constant. */
export function pearson(first: readonly number[], second: readonly number[]): number {
  assertSameLength(first, second);
  const [meanFirst, meanSecond] = [mean(first), mean(second)];
  let [xy, xx, yy] = [0, 0, 0];
  first.forEach((rating, i) => {
    const [dx, dy] = [rating - meanFirst, (second[i] as number) - meanSecond];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Number.NaN;
}

/** `\sqrt{\frac{1}{N} \sum (x - y)^2}`, in the unit of the ratings; NaN for none. */
export function rootMeanSquareError(first: readonly number[], second: readonly number[]): number {
  assertSameLength(first, second);
  return Math.sqrt(mean(first.map((rating, i) => (rating - (second[i] as number)) ** 2)));
}

/** Share of pairs on the same side of `cut`; a rating at the cut counts as above it. */
export function accuracyAt(first: readonly number[], second: readonly number[], cut = 0.5): number {
  assertSameLength(first, second);
  return mean(first.map((rating, i) => (rating >= cut === (second[i] as number) >= cut ? 1 : 0)));
}

/**
 * Mean over the ratings that occur on either side of `F_1 = \frac{2 TP}{2 TP + FP + FN}`.
 *
 * @param truth what the marker gave
 * @returns NaN for no pairs
 */
export function macroF1(truth: readonly number[], predicted: readonly number[]): number {
  assertSameLength(truth, predicted);
  const counts = new Map<number, { both: number; either: number }>();
  const countOf = (rating: number) => {
    const known = counts.get(rating) ?? { both: 0, either: 0 };
    counts.set(rating, known);
    return known;
  };
  truth.forEach((rating, i) => {
    countOf(rating).either++;
    countOf(predicted[i] as number).either++;
    if (rating === predicted[i]) countOf(rating).both++;
  });
  return mean([...counts.values()].map(({ both, either }) => (2 * both) / either));
}

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
