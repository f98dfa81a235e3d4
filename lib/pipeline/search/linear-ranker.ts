/**
 * A linear ranker with a listwise loss: softmax cross-entropy between scores and grades of one query's candidates
 * (ListNet: Cao et al., 2007). Measures are standardised within the query, so weights compare. For few training queries
 * it is hard to beat.
 */

/** Rows of one query: row-major [rows, width], and their grades. */
export type JudgedRows = { readonly features: Float32Array; readonly grades: Float32Array };

export type LinearSettings = { readonly l2: number; readonly steps: number; readonly learningRate: number };
export const LINEAR_DEFAULTS: LinearSettings = { l2: 0.03, steps: 300, learningRate: 0.05 };

/** Subtracts mean and divides by standard deviation, column by column; a constant column becomes 0. */
export function standardise(features: Float32Array, width: number, used: number): Float32Array {
  const rows = features.length / width;
  const result = new Float32Array(rows * used);
  for (let k = 0; k < used; k++) {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += (features[row * width + k] as number) / rows;
    let variance = 0;
    for (let row = 0; row < rows; row++)
      variance += ((features[row * width + k] as number) - mean) ** 2 / rows;
    const factor = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
    for (let row = 0; row < rows; row++)
      result[row * used + k] = ((features[row * width + k] as number) - mean) * factor;
  }
  return result;
}

/** `X w`. */
export function linearScores(features: Float32Array, weights: Float64Array): Float32Array {
  const width = weights.length;
  return Float32Array.from({ length: features.length / width }, (_, row) => {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (weights[k] as number) * (features[row * width + k] as number);
    return sum;
  });
}

/** Adds the gradient of one query's loss with respect to the weights. */
function addGradient({ features, grades }: JudgedRows, weights: Float64Array, gradient: Float64Array): void {
  const width = weights.length;
  const total = grades.reduce((sum, grade) => sum + grade, 0);
  if (total === 0) return;
  const scores = linearScores(features, weights);
  const largest = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const exponentials = scores.map((score) => Math.exp(score - largest));
  const sum = exponentials.reduce((all, value) => all + value, 0);
  grades.forEach((grade, row) => {
    const error = (exponentials[row] as number) / sum - grade / total;
    for (let k = 0; k < width; k++)
      gradient[k] = (gradient[k] as number) + error * (features[row * width + k] as number);
  });
}

/** Weights by Adam on all queries at once; `features` of each query are already standardised. */
export function trainLinearRanker(
  queries: readonly JudgedRows[],
  width: number,
  { l2, steps, learningRate }: LinearSettings,
): Float64Array {
  const weights = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(width);
    for (const query of queries) addGradient(query, weights, gradient);
    for (let k = 0; k < width; k++) {
      const slope = (gradient[k] as number) / Math.max(1, queries.length) + l2 * (weights[k] as number);
      first[k] = 0.9 * (first[k] as number) + 0.1 * slope;
      second[k] = 0.99 * (second[k] as number) + 0.01 * slope * slope;
      const speed = Math.sqrt((second[k] as number) / (1 - 0.99 ** step)) + 1e-8;
      weights[k] = (weights[k] as number) - (learningRate * (first[k] as number)) / (1 - 0.9 ** step) / speed;
    }
  }
  return weights;
}
