/** Intervals of 95 % for rates and ratios of few clicks. */
const Z = 1.96;
export type Interval = { low: number; high: number };

/**
 * Wilson's interval of a rate (Wilson, 1927): `\frac{\hat p + z^2/2n \pm z \sqrt{\hat p (1 - \hat p)/n + z^2/4n^2}}{1 + z^2/n}`.
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const rate = successes / trials;
  const scale = 1 + Z ** 2 / trials;
  const centre = (rate + Z ** 2 / (2 * trials)) / scale;
  const half = (Z * Math.sqrt((rate * (1 - rate)) / trials + Z ** 2 / (4 * trials ** 2))) / scale;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * Interval of expected over observed clicks when the clicks are Poisson: the square root of a count has a deviation of
 * about one half whatever its mean (Anscombe, 1948), so the mean lies within `(\sqrt{c} \pm z/2)^2`.
 */
export function ratioInterval(expected: number, clicks: number): Interval {
  const root = Math.sqrt(clicks);
  const least = Math.max(0, root - Z / 2) ** 2;
  return { low: expected / (root + Z / 2) ** 2, high: least > 0 ? expected / least : Number.MAX_VALUE };
}
