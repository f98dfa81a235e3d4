import { expect, test } from "vitest";
import { netForces, pairForces, swapNdcg, wrongOrderProbability } from "./lambda-rank";
import { ndcgAtK, rankDiscount } from "./ranking";

const GRADES = [1, 4, 0, 3, 2];
const SCORES = [1.2, 0.9, 0.5, 0.4, 0.1];

test("the weight of a pair is what NDCG changes by when the two change places", () => {
  for (const { better, worse, delta } of pairForces(GRADES, SCORES, "exponential")) {
    const swapped = GRADES.map((grade, place) =>
      place === better ? (GRADES[worse] as number) : place === worse ? (GRADES[better] as number) : grade,
    );
    const change = ndcgAtK(swapped, GRADES, 5, "exponential") - ndcgAtK(GRADES, GRADES, 5, "exponential");
    expect(delta).toBeCloseTo(Math.abs(change), 12);
  }
});

test("the first pair, by hand: 14 of gain times 0.369 of discount over an ideal of 21.35, and scores wrong by 0.3", () => {
  const ideal = 15 + 7 * rankDiscount(2) + 3 * rankDiscount(3) + rankDiscount(4);
  expect(ideal).toBeCloseTo(21.347, 3);
  expect(swapNdcg(14, 1 - rankDiscount(2), ideal)).toBeCloseTo(0.24205, 5);
  expect(wrongOrderProbability(0.9, 1.2)).toBeCloseTo(0.574443, 6);
  expect(pairForces(GRADES, SCORES, "exponential")[0]).toMatchObject({ better: 1, worse: 0 });
  expect(pairForces(GRADES, SCORES, "exponential")[0]?.force).toBeCloseTo(0.13904, 5);
});

test("forces cancel over a list, equal grades exert none, and the buried best product rises most", () => {
  const forces = netForces(pairForces(GRADES, SCORES, "exponential"), GRADES.length);
  expect(forces.reduce((sum, force) => sum + force, 0)).toBeCloseTo(0, 12);
  expect(Math.max(...forces)).toBe(forces[1]);
  expect(Math.min(...forces)).toBe(forces[0]);
  expect(pairForces([2, 2], [1, 0], "linear")).toEqual([]);
});
