import { expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { type JudgedRows, linearScores, trainLinearRanker } from "./linear-ranker";

const WIDTH = 4;
const TRUE_WEIGHTS = Float64Array.of(2, -1, 0, 0);

/** The row that the true weights like best is the relevant one. */
function drawQueries(count: number): JudgedRows[] {
  const random = createRandom(6);
  return Array.from({ length: count }, () => {
    const features = Float32Array.from({ length: 8 * WIDTH }, () => random.normal());
    const scores = linearScores(features, TRUE_WEIGHTS).map((score) => score + random.normal());
    const best = scores.indexOf(Math.max(...scores));
    return { features, grades: Float32Array.from({ length: 8 }, (_, row) => Number(row === best)) };
  });
}

/** Mean softmax cross-entropy with its penalty, written down once more. */
function lossOf(queries: readonly JudgedRows[], weights: Float64Array, l2: number): number {
  const losses = queries.map(({ features, grades }) => {
    const scores = [...linearScores(features, weights)];
    const sum = scores.reduce((all, score) => all + Math.exp(score), 0);
    return -scores.reduce((all, score, row) => all + (grades[row] ?? 0) * (score - Math.log(sum)), 0);
  });
  const penalty = weights.reduce((all, weight) => all + weight * weight, 0);
  return losses.reduce((all, loss) => all + loss, 0) / losses.length + (l2 / 2) * penalty;
}

it("finds the smallest loss: no step in any direction makes it smaller", () => {
  const queries = drawQueries(60);
  for (const l2 of [0.3, 0.03]) {
    const weights = trainLinearRanker(queries, WIDTH, { l2 });
    const least = lossOf(queries, weights, l2);
    for (let k = 0; k < WIDTH; k++)
      for (const step of [0.01, -0.01]) {
        const moved = weights.map((weight, l) => (l === k ? weight + step : weight));
        expect(lossOf(queries, moved, l2)).toBeGreaterThan(least);
      }
    expect(weights[0]).toBeGreaterThan(0.3);
    expect(weights[1]).toBeLessThan(-0.1);
  }
});

it("does not run away where the answers can be told apart without a fault", () => {
  const queries = drawQueries(5).map(({ features, grades }) => ({
    features: features.map((value, i) =>
      i % WIDTH === 0 ? 30 * (grades[Math.floor(i / WIDTH)] ?? 0) : value,
    ),
    grades,
  }));
  const weights = trainLinearRanker(queries, WIDTH, { l2: 1e-4 });
  expect(weights.every(Number.isFinite)).toBe(true);
  expect(weights[0]).toBeGreaterThan(0.1);
});

it("has nothing to learn from queries without a relevant row", () => {
  const queries = drawQueries(3).map(({ features }) => ({ features, grades: new Float32Array(8) }));
  expect([...trainLinearRanker(queries, WIDTH, { l2: 0.03 })]).toEqual([0, 0, 0, 0]);
});
