/**
 * Experiments that are looked at more than once. With K equally spaced looks the statistic is a random walk, so the chance of
 * crossing a boundary at some look is an integral that can be worked out exactly (Armitage, McPherson & Rowe, 1969). Boundaries:
 * the same at every look (Pocock, 1977), or high first and falling (O'Brien & Fleming, 1979).
 */
import type { Random } from "@/lib/random";
import { normalCdf, normalDensity, normalQuantile } from "./normal";

export type Boundary = "one-look" | "every-look" | "pocock" | "obrien-fleming";

/** Grid of the walk: points per deviation of one look; the midpoint rule is exact to 1e-3 with so many. */
const POINTS_PER_DEVIATION = 5;
/** A limit beyond which nothing is crossed: 6 deviations are passed twice in a billion. */
const NEVER = 6;

/**
 * P(|Z_k| >= bound_k at some look k). `bounds[k - 1]` is the limit of z at look k; `drift` the mean of z at the last look, 0 when the
 * arms do not differ. After each look the density of the sums that go on is carried forward by the midpoint rule:
 * `f_k(s) = \int f_{k-1}(u)\, \varphi(s - u - \theta)\, du` over the continuation region.
 */
export function crossingProbability(bounds: readonly number[], drift = 0): number {
  const looks = bounds.length;
  // The sum after k looks has mean k * step and variance k: z_k = s / sqrt(k).
  const step = drift / Math.sqrt(looks);
  let crossed = 0;
  let points = [0];
  let masses = [1];
  bounds.forEach((bound, index) => {
    const limit = Math.min(bound, NEVER + Math.abs(drift)) * Math.sqrt(index + 1);
    let outside = 0;
    points.forEach((from, i) => {
      const centre = from + step;
      outside += (masses[i] as number) * (1 - normalCdf(limit - centre) + normalCdf(-limit - centre));
    });
    crossed += outside;
    if (index === looks - 1) return;
    const count = Math.ceil(2 * limit * POINTS_PER_DEVIATION);
    const width = (2 * limit) / count;
    const next = Array.from({ length: count }, (_, j) => -limit + (j + 0.5) * width);
    masses = next.map((to) => {
      let density = 0;
      points.forEach((from, i) => {
        const distance = to - from - step;
        if (Math.abs(distance) < NEVER) density += (masses[i] as number) * normalDensity(distance);
      });
      return density * width;
    });
    points = next;
  });
  return crossed;
}

/** The shape of a boundary, up to a constant: flat, or falling like `\sqrt{K / k}`. */
const shapeOf = (boundary: Boundary, looks: number): number[] =>
  Array.from({ length: looks }, (_, index) =>
    boundary === "obrien-fleming" ? Math.sqrt(looks / (index + 1)) : 1,
  );

/**
 * The limits of z at each look that keep the chance of a false alarm at `significance` over all looks; for "every-look" the usual
 * limit each time, which does not keep it, and for "one-look" only the last one. By bisection, to 1e-3.
 */
export function boundaryOf(boundary: Boundary, looks: number, significance = 0.05): number[] {
  const usual = normalQuantile(1 - significance / 2);
  const shape = shapeOf(boundary, looks);
  if (boundary === "every-look") return shape.map(() => usual);
  if (boundary === "one-look")
    return shape.map((_, index) => (index === looks - 1 ? usual : Number.POSITIVE_INFINITY));
  let low = usual * 0.9;
  let high = usual * 2;
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if (crossingProbability(shape.map((factor) => factor * middle)) > significance) low = middle;
    else high = middle;
  }
  return shape.map((factor) => factor * high);
}

export type LookOptions = {
  /** Mean of z at the last look. */
  readonly drift: number;
  readonly runs: number;
  /** The first so many runs come back with every z they had. */
  readonly kept: number;
};

/** Experiments walked look by look; `stoppedAt` counts from 1 and is 0 for those that ran to the end. Shares are of all runs. */
export function simulateLooks(bounds: readonly number[], { drift, runs, kept }: LookOptions, random: Random) {
  const looks = bounds.length;
  const stoppedShare = new Float64Array(looks);
  const paths: { z: number[]; stoppedAt: number }[] = [];
  let used = 0;
  for (let run = 0; run < runs; run++) {
    const z: number[] = [];
    let sum = 0;
    let stoppedAt = 0;
    for (let look = 1; look <= looks; look++) {
      // Every look is drawn even after a stop, so that the next experiment is the same under another limit.
      sum += random.normal() + drift / Math.sqrt(looks);
      if (stoppedAt > 0) continue;
      z.push(sum / Math.sqrt(look));
      if (Math.abs(sum) >= (bounds[look - 1] as number) * Math.sqrt(look)) stoppedAt = look;
    }
    if (stoppedAt > 0) stoppedShare[stoppedAt - 1] = (stoppedShare[stoppedAt - 1] as number) + 1 / runs;
    used += (stoppedAt || looks) / looks / runs;
    if (run < kept) paths.push({ z, stoppedAt });
  }
  return {
    paths,
    stoppedAt: Array.from(stoppedShare),
    crossed: stoppedShare.reduce((total, share) => total + share, 0),
    /** Mean share of the planned users until the stop or the end. */
    meanShare: used,
  };
}
