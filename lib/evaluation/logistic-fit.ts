/**
 * Logistic regression of a few features by Newton's method, for the small simulations of this folder. What trains on
 * real logs is in lib/pipeline.
 */
import { sigmoid } from "./logit";

const NEWTON_STEPS = 30;
const TOLERANCE = 1e-10;

/** Intercept first, then one weight a feature. */
export type LogisticWeights = readonly number[];

/** `w_0 + \sum_j w_j x_j`. */
export function logitOf(weights: LogisticWeights, features: readonly number[]): number {
  let logit = weights[0] ?? 0;
  for (let j = 0; j < features.length; j++) logit += (weights[j + 1] ?? 0) * (features[j] ?? 0);
  return logit;
}

/**
 * Maximum likelihood with an L2 penalty `\frac{\lambda}{2} \lVert w \rVert^2` on everything but the intercept.
 * @param rows features of each row, all of the same length; a handful, since the step solves a dense system
 */
export function fitLogistic(
  labels: readonly number[],
  rows: readonly (readonly number[])[],
  ridge = 1e-6,
): LogisticWeights {
  const size = (rows[0]?.length ?? 0) + 1;
  let weights: number[] = Array.from({ length: size }, () => 0);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const { gradient, hessian } = derivatives(labels, rows, weights, ridge);
    const move = solve(hessian, gradient);
    weights = weights.map((weight, j) => weight - (move[j] ?? 0));
    if (Math.max(...move.map(Math.abs)) < TOLERANCE) break;
  }
  return weights;
}

function derivatives(
  labels: readonly number[],
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  ridge: number,
) {
  const size = weights.length;
  const gradient = weights.map((weight, j) => (j === 0 ? 0 : ridge * weight));
  const hessian = weights.map((_, j) => weights.map((__, k) => (j === k ? (j === 0 ? 1e-12 : ridge) : 0)));
  rows.forEach((row, i) => {
    const probability = sigmoid(logitOf(weights, row));
    const error = probability - (labels[i] ?? 0);
    const curvature = probability * (1 - probability);
    for (let j = 0; j < size; j++) {
      const a = j === 0 ? 1 : (row[j - 1] ?? 0);
      gradient[j] = (gradient[j] ?? 0) + error * a;
      const line = hessian[j] ?? [];
      for (let k = 0; k < size; k++)
        line[k] = (line[k] ?? 0) + curvature * a * (k === 0 ? 1 : (row[k - 1] ?? 0));
    }
  });
  return { gradient, hessian };
}

/** Gaussian elimination with partial pivoting; the matrix is small and positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((line, i) => [...line, right[i] ?? 0]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++)
      if (Math.abs(at(i, column)) > Math.abs(at(pivot, column))) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const factor = at(i, column) / at(column, column);
      rows[i] = (rows[i] ?? []).map((value, j) => value - factor * at(column, j));
    }
  }
  return rows.map((_, i) => at(i, size) / at(i, i));
}
