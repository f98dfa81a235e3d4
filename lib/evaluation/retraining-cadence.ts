/**
 * How often to retrain: a run costs something each time, staleness costs something each day. With a loss that grows linearly this is the
 * economic-order-quantity problem (Harris, 1913); with one that levels off the optimum is found by search.
 */

export type Decay = {
  /** Loss of quality per day of age, at first; in units of the metric. */
  readonly perDay: number;
  /** Where it levels off; infinity for a straight line. */
  readonly limit: number;
};
export type CadenceCosts = {
  /** One training run with its evaluation and rollout. */
  readonly perRun: number;
  /** A day with one unit of quality less. */
  readonly perUnitDay: number;
  /** Days from the last row of a training set to the model that serves. */
  readonly delayDays: number;
};

/** Loss at an age in days: `L (1 - e^{-a t / L})`, which begins with slope a; `a t` without a limit. */
export function lossAtAge(days: number, { perDay, limit }: Decay): number {
  return Number.isFinite(limit) ? limit * -Math.expm1((-perDay * days) / limit) : perDay * days;
}

/**
 * Mean loss when a model is retrained every `interval` days: ages are even between the delay d and d + T.
 * `L - \frac{L^2}{a T} \left( e^{-a d / L} - e^{-a (d + T) / L} \right)`, or `a (d + T / 2)`.
 */
export function meanLoss(interval: number, delayDays: number, { perDay, limit }: Decay): number {
  if (!Number.isFinite(limit)) return perDay * (delayDays + interval / 2);
  if (perDay === 0) return 0;
  const rate = perDay / limit;
  const gap = Math.exp(-rate * delayDays) - Math.exp(-rate * (delayDays + interval));
  return limit - (limit * gap) / (rate * interval);
}

/** Money a day: `c_{run} / T + v \cdot \bar\ell(T)`. */
export function costPerDay(interval: number, decay: Decay, costs: CadenceCosts): number {
  return costs.perRun / interval + costs.perUnitDay * meanLoss(interval, costs.delayDays, decay);
}

/** Best interval of a straight line: `T^* = \sqrt{2 c_{run} / (a v)}`; infinity when nothing decays. */
export function bestLinearInterval(perDay: number, { perRun, perUnitDay }: CadenceCosts): number {
  return Math.sqrt((2 * perRun) / (perDay * perUnitDay));
}

/** Best interval between `shortest` and `longest` days on a logarithmic grid, refined once; the cost need not be convex. */
export function bestInterval(decay: Decay, costs: CadenceCosts, shortest = 1 / 24, longest = 365): number {
  const search = (low: number, high: number) => {
    let best = low;
    for (let step = 0; step <= 400; step++) {
      const interval = low * (high / low) ** (step / 400);
      if (costPerDay(interval, decay, costs) < costPerDay(best, decay, costs)) best = interval;
    }
    return best;
  };
  const coarse = search(shortest, longest);
  return search(Math.max(shortest, coarse / 1.05), Math.min(longest, coarse * 1.05));
}
