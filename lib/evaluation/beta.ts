/**
 * The beta distribution: what is believed of a rate after some successes and failures. A prior worth a views of a rate m has
 * `\alpha = a m, \beta = a (1 - m)`; seeing c clicks in n views adds c and n - c. Shrinkage, intervals and Thompson sampling in one.
 *
 * Log gamma: Lanczos (1964) with g = 7. Distribution function: the continued fraction of the incomplete beta function by Lentz's
 * method (Abramowitz & Stegun 26.5.8). Draws: gamma variates by Marsaglia & Tsang (2000).
 */
import type { Random } from "@/lib/random";

export type Beta = { readonly alpha: number; readonly beta: number };

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** `\ln \Gamma(x)`, x above 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x + 6.5;
  const sum = LANCZOS.reduce((total, c, i) => total + c / (x + i), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

/** Belief after `clicks` in `views`, from a prior that is worth `strength` views of rate `mean`. */
export function posterior(mean: number, strength: number, clicks: number, views: number): Beta {
  return { alpha: strength * mean + clicks, beta: strength * (1 - mean) + views - clicks };
}

/** `\frac{\alpha}{\alpha + \beta}`: prior and data weighted by the views that each is worth. */
export function betaMean({ alpha, beta }: Beta): number {
  return alpha / (alpha + beta);
}

/** `x^{\alpha - 1} (1 - x)^{\beta - 1} / B(\alpha, \beta)`; 0 outside of (0, 1). */
export function betaDensity({ alpha, beta }: Beta, x: number): number {
  if (x <= 0 || x >= 1) return 0;
  return Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x) - logBeta(alpha, beta));
}

/** `P(X \le x)`: the regularised incomplete beta function. */
export function betaCdf({ alpha, beta }: Beta, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(alpha * Math.log(x) + beta * Math.log1p(-x) - logBeta(alpha, beta));
  return x < (alpha + 1) / (alpha + beta + 2)
    ? (front * continuedFraction(alpha, beta, x)) / alpha
    : 1 - (front * continuedFraction(beta, alpha, 1 - x)) / beta;
}

/** The x with `P(X \le x) = p`, by bisection to double precision. */
export function betaQuantile(belief: Beta, p: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (betaCdf(belief, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The middle 95 % of the belief. */
export function credibleInterval(belief: Beta): readonly [low: number, high: number] {
  return [betaQuantile(belief, 0.025), betaQuantile(belief, 0.975)];
}

/** A draw from the belief: `X / (X + Y)` of two gamma variates. */
export function drawBeta({ alpha, beta }: Beta, random: Random): number {
  const first = drawGamma(alpha, random);
  return first / (first + drawGamma(beta, random));
}

/** A gamma variate of the given shape and scale 1; below 1 by way of shape + 1. */
function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function logBeta(alpha: number, beta: number): number {
  return logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
}

const TINY = 1e-300;

function continuedFraction(a: number, b: number, x: number): number {
  const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      change = c * d;
      result *= change;
    }
    if (Math.abs(change - 1) < 1e-14) return result;
  }
  return result;
}
