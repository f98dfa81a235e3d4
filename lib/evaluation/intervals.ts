/**
 * Intervals of 95 %: of a rate (Wilson, 1927), of a mean of few values (Student, 1908), and of expected over observed events
 * when few were observed (Anscombe, 1948).
 */

/** Two-sided 95 % of the standard normal distribution: its 97.5 % quantile. */
export const NORMAL_QUANTILE_975 = 1.959963984540054;

/** 97.5 % quantiles of Student's t for 1, 2, ... degrees of freedom. */
const T_QUANTILES = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

/**
 * 97.5 % quantile of Student's t: a table up to 10 degrees of freedom, beyond it the expansion
 * `z + \frac{z^3 + z}{4\nu} + \frac{5z^5 + 16z^3 + 3z}{96\nu^2} + \frac{3z^7 + 19z^5 + 17z^3 - 15z}{384\nu^3}`
 * (Abramowitz & Stegun, 26.7.5), good to 0.0002 there.
 */
export function studentQuantile975(degreesOfFreedom: number): number {
  const known = T_QUANTILES[degreesOfFreedom - 1];
  if (known !== undefined) return known;
  const z = NORMAL_QUANTILE_975;
  return (
    z +
    (z ** 3 + z) / (4 * degreesOfFreedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degreesOfFreedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degreesOfFreedom ** 3)
  );
}

/** `\bar x \pm t_{0.975,\,n-1}\, s / \sqrt n`; a single value is its own interval, none has NaN. */
export function meanInterval(values: readonly number[]): { mean: number; low: number; high: number } {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count < 2) return { mean, low: mean, high: mean };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const half = studentQuantile975(count - 1) * Math.sqrt(variance / count);
  return { mean, low: mean - half, high: mean + half };
}

/**
 * Wilson score interval: `\frac{\hat p + \frac{z^2}{2n} \pm z \sqrt{\frac{\hat p (1 - \hat p)}{n} + \frac{z^2}{4n^2}}}{1 + z^2/n}`.
 * `count` above 0.
 */
export function wilsonInterval(
  ones: number,
  count: number,
  z = NORMAL_QUANTILE_975,
): readonly [low: number, high: number] {
  const rate = ones / count;
  const spread = z * Math.sqrt((rate * (1 - rate)) / count + (z * z) / (4 * count * count));
  const centre = rate + (z * z) / (2 * count);
  const scale = 1 + (z * z) / count;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

/**
 * Interval of expected over observed events when these are Poisson: the square root of a count has a deviation of about
 * one half whatever its mean (Anscombe, 1948), so the mean lies within `(\sqrt{c} \pm z/2)^2`. Without events enough to bound
 * it, `high` is the largest number there is.
 */
export function ratioInterval(expected: number, observed: number): { low: number; high: number } {
  const root = Math.sqrt(observed);
  const least = Math.max(0, root - NORMAL_QUANTILE_975 / 2) ** 2;
  return {
    low: expected / (root + NORMAL_QUANTILE_975 / 2) ** 2,
    high: least > 0 ? expected / least : Number.MAX_VALUE,
  };
}
