import { expect, test } from "vitest";
import { ndcgAtK } from "@/lib/evaluation/ranking";
import { createRandom } from "@/lib/random";
import {
  crossEntropyGradients,
  type GradientFunction,
  lambdaGradients,
  squaredErrorGradients,
} from "./gradients";
import type { RankData } from "./rank-data";

const GRADES = [0, 2, 1, 0, 3, 1];
const SCORES = [0.9, 0.1, 0.5, -0.2, 0.3, 1.4];

const oneQuery = (grades: number[]): RankData => ({
  features: new Float32Array(grades.length),
  grades: Float32Array.from(grades),
  offsets: Int32Array.of(0, grades.length),
  width: 1,
});

function gradientsAt(gradients: GradientFunction, scores: number[]) {
  const forces = new Float64Array(scores.length).fill(7);
  const curvatures = new Float64Array(scores.length).fill(7);
  gradients(0, Float64Array.from(scores), forces, curvatures);
  return { forces: [...forces], curvatures: [...curvatures] };
}

/** Rows in the order of their scores. */
const ranking = (scores: number[]) =>
  scores.map((_, row) => row).sort((a, b) => (scores[b] as number) - (scores[a] as number));

/** NDCG before a swap less NDCG after it, by the definition: both lists scored as a whole. */
function swapByDefinition(left: number, right: number): number {
  const order = ranking(SCORES);
  const swapped = order.map((row) => (row === left ? right : row === right ? left : row));
  const ndcg = (rows: number[]) =>
    ndcgAtK(
      rows.map((row) => GRADES[row] as number),
      GRADES,
      GRADES.length,
      "exponential",
    );
  return Math.abs(ndcg(order) - ndcg(swapped));
}

test("a pair's weight is what swapping it does to NDCG, and forces are its logistic loss downhill", () => {
  const { forces, curvatures } = gradientsAt(lambdaGradients(oneQuery(GRADES), 30, false), SCORES);
  // Loss with the swaps held fixed: sum of |swap| * log(1 + exp(worse - better)); its slope by central differences.
  const loss = (scores: number[]) => {
    let sum = 0;
    GRADES.forEach((better, i) => {
      GRADES.forEach((worse, j) => {
        if (better > worse)
          sum +=
            swapByDefinition(i, j) * Math.log(1 + Math.exp((scores[j] as number) - (scores[i] as number)));
      });
    });
    return sum;
  };
  const step = 1e-4;
  SCORES.forEach((_, row) => {
    const moved = (by: number) => loss(SCORES.map((score, i) => (i === row ? score + by : score)));
    expect(forces[row]).toBeCloseTo(-(moved(step) - moved(-step)) / (2 * step), 6);
    expect(curvatures[row]).toBeCloseTo((moved(step) - 2 * moved(0) + moved(-step)) / step ** 2, 4);
  });
});

test("forces do not depend on the scores that were asked for before", () => {
  const gradients = lambdaGradients(oneQuery(GRADES), 30, true);
  const other = SCORES.map((score) => -score);
  gradientsAt(gradients, other);
  gradientsAt(gradients, [1, 1, 0, 1, 1, 2]);
  expect(gradientsAt(gradients, SCORES)).toEqual(
    gradientsAt(lambdaGradients(oneQuery(GRADES), 30, true), SCORES),
  );
});

test("pairs below the truncation exert no force", () => {
  const { forces } = gradientsAt(lambdaGradients(oneQuery([0, 0, 1, 2]), 1, false), [4, 3, 2, 1]);
  // Only pairs with the first row count, and the second row is as bad as the first.
  expect(forces[1]).toBe(0);
  expect(forces[2]).toBeGreaterThan(0);
  expect(forces[3]).toBeGreaterThan(forces[2] as number);
});

test("gains that are given take the place of those of the grades", () => {
  const gains = Float32Array.from(GRADES, (grade) => 2 ** grade - 1);
  const given = { ...oneQuery(GRADES.map(() => 0)), gains };
  expect(gradientsAt(lambdaGradients(given, 30, true), SCORES)).toEqual(
    gradientsAt(lambdaGradients(oneQuery(GRADES), 30, true), SCORES),
  );
});

test("a query without relevant rows, or of one row, exerts none", () => {
  const random = createRandom(1);
  for (const create of [
    (data: RankData) => lambdaGradients(data, 10, true),
    (data: RankData) => crossEntropyGradients(data, random),
    squaredErrorGradients,
  ])
    expect(gradientsAt(create(oneQuery([2])), [0.4]).forces).toEqual([0]);
  expect(gradientsAt(lambdaGradients(oneQuery([0, 0]), 10, true), [1, 2]).forces).toEqual([0, 0]);
});

test("forces of a query add up to nothing: only differences within it count", () => {
  for (const gradients of [
    lambdaGradients(oneQuery(GRADES), 3, true),
    squaredErrorGradients(oneQuery(GRADES)),
  ]) {
    const { forces } = gradientsAt(gradients, SCORES);
    expect(forces.reduce((sum, force) => sum + force, 0)).toBeCloseTo(0, 12);
    expect(forces[4]).toBeGreaterThan(0);
  }
});
