/** Small measurements that the stage chapters quote: each name says what is quoted, and the test measures it again. */
import { expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { drawShares } from "./binomial";
import { normalQuantileEdges, normalShares, psi } from "./drift";
import { demandByBand, drawPopulation, retrieveByPopularity } from "./retrieval-by-popularity";

it("in-batch negatives: recall@10 is 0.39 without logQ and 0.63 with it; the top fifth is wanted 69%, retrieved 22% and 78%", () => {
  const population = drawPopulation(
    { items: 200, users: 150, exponent: 1, tasteSpread: 1.5 },
    createRandom("log-q"),
  );
  const [without, corrected] = [0, 1].map((part) => retrieveByPopularity(population, part, 10, 5));
  expect([without?.recall.toFixed(2), corrected?.recall.toFixed(2)]).toEqual(["0.39", "0.63"]);
  const top = [demandByBand(population, 5), without?.retrievedShares, corrected?.retrievedShares];
  expect(top.map((shares) => (shares?.[0] ?? 0).toFixed(2))).toEqual(["0.69", "0.22", "0.78"]);
});

/** Chance that the true item stands in the first ten when it is ranked among 99 of the other 9,999, drawn at random. */
function sampledHitAt10(rank: number): number {
  const outranked = (rank - 1) / 9_999;
  let chance = 0;
  let term = (1 - outranked) ** 99;
  for (let above = 0; above < 10; above++) {
    chance += term;
    term *= ((99 - above) / (above + 1)) * (outranked / (1 - outranked));
  }
  return chance;
}

it("sampled metrics: always rank 40 of 10,000 scores 1.000; rank 1 for a tenth and 2,001 for the rest scores 0.102", () => {
  expect(sampledHitAt10(40).toFixed(3)).toBe("1.000");
  expect((0.1 * 1 + 0.9 * sampledHitAt10(2_001)).toFixed(3)).toBe("0.102");
});

it("PSI of ten equal bins and 500 rows a side, nothing moved: 0.037 on average over 4,000 draws", () => {
  const random = createRandom("psi-noise");
  const even = Array.from({ length: 10 }, () => 0.1);
  let total = 0;
  for (let round = 0; round < 4_000; round++)
    total += psi(drawShares(500, even, random), drawShares(500, even, random));
  expect(Math.abs(total / 4_000 - 0.037)).toBeLessThan(0.001);
});

it("PSI of a normal that moved: 0.24 for half a standard deviation, 0.06 for a quarter", () => {
  const shares = (shift: number) => normalShares(normalQuantileEdges(10), shift, 1);
  expect([0.5, 0.25].map((shift) => psi(shares(0), shares(shift)).toFixed(2))).toEqual(["0.24", "0.06"]);
});

it("two exponential steps of 10 ms: each below 46 ms and their sum below 66 ms in 99 of 100", () => {
  const random = createRandom("steps");
  const step = () => -10 * Math.log(1 - random.next());
  const totals = Array.from({ length: 200_000 }, () => step() + step()).sort((a, b) => a - b);
  expect(Math.abs((totals[198_000] ?? 0) - 66.4)).toBeLessThan(0.7);
  expect(10 * Math.log(100)).toBeCloseTo(46.05, 2);
});
