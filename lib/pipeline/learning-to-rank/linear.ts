/**
 * Ridge regression of grades on features, both less their mean within the query: the straight line that a blend sets
 * against the trees. Closed form (Hoerl & Kennard, 1970), by Cholesky factors.
 */
import type { RankData, RankModel } from "./rank-data";

/** The factorisation takes cubic time in the width. */
export const MAX_LINEAR_WIDTH = 1_000;

type NormalEquations = {
  readonly matrix: Float64Array;
  readonly target: Float64Array;
  readonly rows: number;
};

/** `X^T X` (row-major, lower triangle) and `X^T y` of deviations from the means within the queries listed. */
function normalEquations(data: RankData, queries: readonly number[]): NormalEquations {
  const { features, grades, offsets, width } = data;
  const matrix = new Float64Array(width * width);
  const target = new Float64Array(width);
  const row = new Float64Array(width);
  let rows = 0;
  for (const q of queries) {
    const start = offsets[q] as number;
    const end = offsets[q + 1] as number;
    const means = new Float64Array(width);
    let gradeMean = 0;
    for (let r = start; r < end; r++) {
      gradeMean += (grades[r] as number) / (end - start);
      for (let f = 0; f < width; f++)
        means[f] = (means[f] as number) + (features[r * width + f] as number) / (end - start);
    }
    for (let r = start; r < end; r++) {
      const grade = (grades[r] as number) - gradeMean;
      for (let f = 0; f < width; f++) row[f] = (features[r * width + f] as number) - (means[f] as number);
      for (let f = 0; f < width; f++) {
        const value = row[f] as number;
        if (value === 0) continue;
        target[f] = (target[f] as number) + value * grade;
        for (let g = 0; g <= f; g++)
          matrix[f * width + g] = (matrix[f * width + g] as number) + value * (row[g] as number);
      }
    }
    rows += end - start;
  }
  return { matrix, target, rows };
}

/** Solves `A x = b` for a symmetric positive definite A given by its lower triangle, which is overwritten. */
export function solveSymmetric(matrix: Float64Array, target: Float64Array): Float64Array {
  const n = target.length;
  const at = (i: number, j: number) => matrix[i * n + j] as number;
  const solution = target.slice();
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      matrix[i * n + j] = i === j ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / at(j, j);
    }
    let sum = solution[i] as number;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (solution[k] as number);
    solution[i] = sum / at(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = solution[i] as number;
    for (let k = i + 1; k < n; k++) sum -= at(k, i) * (solution[k] as number);
    solution[i] = sum / at(i, i);
  }
  return solution;
}

/** `penalty` is the weight of the squared coefficients of standardised features, as a share of the rows. */
export function trainLinear(data: RankData, queries: readonly number[], penalty: number): RankModel {
  const { width } = data;
  const { matrix, target, rows } = normalEquations(data, queries);
  const spreads = Float64Array.from({ length: width }, (_, f) =>
    Math.sqrt((matrix[f * width + f] as number) / Math.max(1, rows)),
  );
  // A feature that never differs within a query says nothing; weight 0 instead of a division by 0.
  const scales = spreads.map((spread) => (spread > 1e-9 ? 1 / spread : 0));
  for (let f = 0; f < width; f++) {
    target[f] = (target[f] as number) * (scales[f] as number);
    for (let g = 0; g <= f; g++)
      matrix[f * width + g] =
        (matrix[f * width + g] as number) * (scales[f] as number) * (scales[g] as number);
    matrix[f * width + f] = (matrix[f * width + f] as number) + penalty * rows + 1e-9;
  }
  const weights = solveSymmetric(matrix, target).map((weight, f) => weight * (scales[f] as number));
  return linearModel(weights, spreads);
}

function linearModel(weights: Float64Array, spreads: Float64Array): RankModel {
  const width = weights.length;
  const effects = weights.map((weight, f) => Math.abs(weight * (spreads[f] as number)));
  const total = effects.reduce((sum, effect) => sum + effect, 0);
  return {
    featureGains: Float32Array.from(effects, (effect) => (total > 0 ? effect / total : 0)),
    score(features, rows) {
      const scores = new Float32Array(rows);
      for (let row = 0; row < rows; row++) {
        let sum = 0;
        for (let f = 0; f < width; f++) sum += (weights[f] as number) * (features[row * width + f] as number);
        scores[row] = sum;
      }
      return scores;
    },
  };
}
