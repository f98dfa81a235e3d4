/**
 * Classical test theory: what the answers of many say about one item of a test and about the test. Lord and Novick,
 * "Statistical Theories of Mental Test Scores" (1968), chapters 4 and 15; Ebel, "Measuring Educational Achievement" (1965);
 * Cronbach (1951). Credits are 0 to 1; arrays over people are parallel, unequal lengths throw a RangeError.
 */
import { pearson } from "./agreement";
import { mean } from "./classification";
import { NORMAL_QUANTILE_975 } from "./intervals";

/**
 * `p = \bar x`: the mean credit of an item (Lord and Novick, 15.2). By custom it is called difficulty, and a high value
 * means an easy item. NaN for nobody.
 */
export const itemDifficulty = (credits: readonly number[]): number => mean(credits);

/**
 * `r(x_i, \sum_{j \neq i} x_j)`: the correlation of an item with the rest of the test, so that it is not correlated
 * with itself (Lord and Novick, 15.3; Henrysson, 1963, "Correction of item-total correlations in item analysis").
 *
 * @param totals the sum of all items including this one, in the unit of `item`
 * @returns NaN when everybody has the same credit or the same rest
 */
export function correctedItemTotal(item: readonly number[], totals: readonly number[]): number {
  if (item.length !== totals.length) throw new RangeError(`${item.length} credits beside ${totals.length}`);
  return pearson(
    item,
    totals.map((total, i) => total - (item[i] as number)),
  );
}

/** Share of people in the upper and in the lower group: Kelley (1939) showed 27 % to tell them apart best. */
export const EXTREME_SHARE = 0.27;

/** Weights of the `size` highest values, 1 inside and 0 outside; those that tie at the cut share what is left of it. */
function weightsOfHighest(values: readonly number[], size: number): number[] {
  const cut = values.toSorted((first, second) => second - first)[size - 1] as number;
  const above = values.filter((value) => value > cut).length;
  const tied = values.filter((value) => value === cut).length;
  return values.map((value) => (value > cut ? 1 : value === cut ? (size - above) / tied : 0));
}

/**
 * `D = \bar x_{upper} - \bar x_{lower}`: the mean credit of the 27 % with the highest criterion less that of the 27 % with
 * the lowest (Ebel, 1965). From 0.4 on Ebel calls an item very good, below 0.2 poor.
 *
 * @returns NaN for nobody
 */
export function upperLowerDiscrimination(item: readonly number[], criterion: readonly number[]): number {
  if (item.length !== criterion.length)
    throw new RangeError(`${item.length} credits beside ${criterion.length}`);
  if (item.length === 0) return Number.NaN;
  const size = Math.max(1, Math.round(EXTREME_SHARE * item.length));
  const meanOf = (weights: readonly number[]) =>
    item.reduce((sum, credit, i) => sum + credit * (weights[i] as number), 0) / size;
  const upper = weightsOfHighest(criterion, size);
  const lower = weightsOfHighest(
    criterion.map((value) => -value),
    size,
  );
  return meanOf(upper) - meanOf(lower);
}

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

/**
 * `\alpha = \frac{k}{k - 1} \left(1 - \frac{\sum_i s_i^2}{s_X^2}\right)`: how consistently the items of a test order its
 * people (Cronbach, 1951).
 *
 * @param people a row of item scores for each person, all of one length, as they enter the total (weights included)
 * @returns at most 1; NaN for fewer than two people or items, and when all totals are equal
 */
export function cronbachAlpha(people: readonly (readonly number[])[]): number {
  const items = people[0]?.length ?? 0;
  if (people.some(({ length }) => length !== items)) throw new RangeError("rows of unequal length");
  if (people.length < 2 || items < 2) return Number.NaN;
  const total = variance(people.map((row) => row.reduce((sum, score) => sum + score, 0)));
  const parts = Array.from({ length: items }, (_, item) =>
    variance(people.map((row) => row[item] as number)),
  );
  if (total === 0) return Number.NaN;
  return (items / (items - 1)) * (1 - parts.reduce((sum, part) => sum + part, 0) / total);
}

/**
 * 95 % interval of a correlation of `count` pairs: `\tanh(\operatorname{artanh} r \pm z / \sqrt{n - 3})` (Fisher, 1921);
 * NaN to NaN below four pairs.
 */
export function correlationInterval(correlation: number, count: number): { low: number; high: number } {
  if (count < 4) return { low: Number.NaN, high: Number.NaN };
  const half = NORMAL_QUANTILE_975 / Math.sqrt(count - 3);
  const centre = Math.atanh(correlation);
  return { low: Math.tanh(centre - half), high: Math.tanh(centre + half) };
}
