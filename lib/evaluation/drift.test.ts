import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import {
  ks,
  ksCritical,
  ksOfNormals,
  ksOfShares,
  normalQuantileEdges,
  normalShares,
  psi,
  psiNoise,
} from "./drift";

const EXPECTED = [0.1, 0.2, 0.4, 0.2, 0.1];
const ACTUAL = [0.05, 0.15, 0.35, 0.25, 0.2];
const EDGES = normalQuantileEdges(10);
const psiOfShift = (shift: number) => psi(normalShares(EDGES, 0, 1), normalShares(EDGES, shift, 1));

describe("drift statistics", () => {
  it("gives the golden values of the worked example", () => {
    expect(psi(EXPECTED, ACTUAL)).toBeCloseTo(0.13619, 6);
    expect(ksOfShares(EXPECTED, ACTUAL)).toBeCloseTo(0.15, 12);
    expect(ksCritical(1000, 1000)).toBeCloseTo(0.0607, 4);
  });
  it("gives the exact values of shifted normals", () => {
    expect(psiOfShift(0.1)).toBeCloseTo(0.0096, 4);
    expect(psiOfShift(0.25)).toBeCloseTo(0.0598, 4);
    expect(psiOfShift(0.5)).toBeCloseTo(0.2377, 4);
    expect(psiOfShift(1)).toBeCloseTo(0.926, 3);
    expect(ksOfNormals(0.25, 1)).toBeCloseTo(0.099, 3);
    expect(ksOfNormals(1, 1)).toBeCloseTo(0.383, 3);
    expect(ksOfNormals(0, 1)).toBe(0);
  });
  it("finds the widest gap when the spread changes too", () => {
    const grid = Array.from({ length: 4001 }, (_, i) => -8 + i * 0.004);
    const cumulative = (mean: number, sd: number, x: number) => normalShares([x], mean, sd)[0] ?? 0;
    const widest = Math.max(...grid.map((x) => Math.abs(cumulative(0, 1, x) - cumulative(0.4, 1.6, x))));
    expect(ksOfNormals(0.4, 1.6)).toBeCloseTo(widest, 5);
  });
  it("keeps an empty bin finite", () => {
    expect(psi([0.5, 0.5], [1, 0])).toBeLessThan(10);
  });
  it("finds the gap of two samples, ties included", () => {
    expect(ks([1, 2, 3, 4], [1, 2, 3, 4])).toBe(0);
    expect(ks([1, 1, 2, 2], [2, 2, 3, 3])).toBe(0.5);
    expect(ks([0, 1], [5, 6, 7])).toBe(1);
  });
});

describe("noise floor", () => {
  it("predicts the mean that a simulation without any shift measures", () => {
    const random = createRandom("noise");
    const bins = 10;
    const n = 1000;
    const shares = () => {
      const counts = new Array<number>(bins).fill(0);
      for (let i = 0; i < n; i++) {
        const bin = random.integer(bins);
        counts[bin] = (counts[bin] ?? 0) + 1 / n;
      }
      return counts;
    };
    let total = 0;
    for (let round = 0; round < 400; round++) total += psi(shares(), shares());
    expect(psiNoise(n, n, bins).mean).toBeCloseTo(0.018, 6);
    expect(Math.abs(total / 400 / psiNoise(n, n, bins).mean - 1)).toBeLessThan(0.1);
    expect(psiNoise(500, 500, bins).p99).toBeCloseTo(0.087, 3);
  });
});
