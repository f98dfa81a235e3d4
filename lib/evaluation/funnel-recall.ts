/**
 * How many of the best items survive a funnel. Each stage's score agrees with the final judgement only so far; what it
 * cuts by mistake no later stage can bring back.
 *
 * Model: the last ranker's judgement v of an item is standard normal over the catalogue, a stage scores
 * `\rho v + \sqrt{1 - \rho^2}\,\varepsilon` with noise of its own and passes its best `keep` on. Recall is then an integral over v
 * (a Gaussian copula), which holds for any monotone scale of the scores. Stages that err on the same items do worse.
 */
import { normalCdf, normalDensity, normalQuantile } from "./normal";

export type FunnelFilter = {
  /** Items that it passes on. */
  readonly keep: number;
  /** Correlation of its score with the final judgement, in [0, 1). */
  readonly agreement: number;
};

const REACH = 9;
const STEP = 0.02;
const BISECTIONS = 50;
const TAIL_STEPS = 400;

/**
 * For each filter in turn, the share of the catalogue's `slate` best items that are still there after it. A filter that
 * keeps as many as it is given changes nothing.
 */
export function survivalOfBest(catalogue: number, filters: readonly FunnelFilter[], slate: number): number[] {
  const best = -normalQuantile(Math.min(0.5, slate / catalogue));
  const grid = weightedGrid(-REACH, REACH, Math.round((2 * REACH) / STEP));
  const tail = weightedGrid(best, Math.max(best + 4, REACH), TAIL_STEPS);
  const tailMass = tail.reduce((sum, { weight }) => sum + weight, 0);
  let left = catalogue;
  return filters.map(({ keep, agreement }) => {
    if (keep < left) {
      const cut = cutFor(grid, keep / catalogue, agreement);
      for (const point of [...grid, ...tail]) point.weight *= passShare(point.value, cut, agreement);
      left = keep;
    }
    return tail.reduce((sum, { weight }) => sum + weight, 0) / tailMass;
  });
}

/** `P(\mathrm{score} > c \mid v) = \Phi\bigl((\rho v - c) / \sqrt{1 - \rho^2}\bigr)`. */
export function passShare(value: number, cut: number, agreement: number): number {
  return normalCdf((agreement * value - cut) / Math.sqrt(1 - agreement * agreement));
}

type Weighted = { readonly value: number; weight: number };

/** Trapezoids of the normal density. */
function weightedGrid(from: number, to: number, steps: number): Weighted[] {
  const width = (to - from) / steps;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const value = from + i * width;
    return { value, weight: normalDensity(value) * width * (i === 0 || i === steps ? 0.5 : 1) };
  });
}

/** The cut above which `share` of the whole catalogue lies, among what the grid still holds. */
function cutFor(grid: readonly Weighted[], share: number, agreement: number): number {
  let [low, high] = [-REACH, REACH];
  for (let i = 0; i < BISECTIONS; i++) {
    const cut = (low + high) / 2;
    const passing = grid.reduce(
      (sum, { value, weight }) => (weight < 1e-18 ? sum : sum + weight * passShare(value, cut, agreement)),
      0,
    );
    if (passing > share) low = cut;
    else high = cut;
  }
  return (low + high) / 2;
}
