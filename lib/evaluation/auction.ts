/**
 * Auctions of ads that are paid per click. Ads are ranked by what an impression is expected to bring, bid times P(click),
 * and a click costs just enough to keep the place: the generalised second-price auction (Edelman, Ostrovsky & Schwarz,
 * 2007). Since the prediction enters the ranking and the price, it must be a probability, not a score.
 */

import { normalCdf } from "./normal";

/** Expected revenue of a thousand impressions: `\mathrm{eCPM} = 1000 \cdot b \cdot p`. */
export function ecpm(bid: number, clickProbability: number): number {
  return 1000 * bid * clickProbability;
}

/**
 * What a click costs the ad that won a place: `\min(b, \max(r, \frac{b_2 p_2}{p_1}))`, the smallest bid that would still
 * have beaten the next ad. `nextScore` is b times p of the next ad, 0 when there is none; r is the reserve price.
 */
export function secondPrice(bid: number, clickProbability: number, nextScore: number, reserve = 0): number {
  return Math.min(bid, Math.max(reserve, nextScore / clickProbability));
}

/** Pacing reacts by a tenth at a time (Agarwal et al., 2014). */
const PACING_STEP = 0.1;

/**
 * Share of auctions a campaign enters next, after a look at its spend: multiplied by 1 - step when it is ahead of plan and
 * by 1 + step when behind, within [minimum, 1]. Both shares are of the day: of its budget, and of its expected traffic.
 */
export function nextPacing(pacing: number, spentShare: number, elapsedShare: number, minimum = 0.05): number {
  const factor = spentShare > elapsedShare ? 1 - PACING_STEP : 1 + PACING_STEP;
  return Math.min(1, Math.max(minimum, pacing * factor));
}

/** Where the density of the largest of any number of normals has long vanished. */
const TAIL = 9;
const INTERVALS = 3_600;

/**
 * Expected largest of n independent standard normals,
 * `\int_0^\infty (1 - \Phi(x)^n)\,dx - \int_{-\infty}^0 \Phi(x)^n\,dx`, by the trapezoidal rule.
 * Grows like `\sqrt{2 \ln n}`.
 */
export function expectedMaximumOfNormals(count: number): number {
  const step = (2 * TAIL) / INTERVALS;
  let sum = 0;
  for (let i = 0; i <= INTERVALS; i++) {
    const x = -TAIL + i * step;
    const below = normalCdf(x) ** count;
    const weight = i === 0 || i === INTERVALS ? 0.5 : 1;
    // At 0 both integrals begin: half of each.
    sum += weight * (x > 1e-9 ? 1 - below : x < -1e-9 ? -below : 0.5 - below);
  }
  return sum * step;
}

/**
 * The winner's curse in an auction of n ads that are equally good: the winner is the one whose P(click) is over-estimated
 * most. With independent errors of deviation s in the logarithm, the winner's prediction is `\exp(s \cdot E[\max])` times
 * the truth in the geometric mean.
 */
export function winnersCurse(count: number, logErrorDeviation: number): number {
  return Math.exp(logErrorDeviation * expectedMaximumOfNormals(count));
}
