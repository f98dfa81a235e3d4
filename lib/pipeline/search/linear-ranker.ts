/**
 * A linear ranker with a listwise loss: softmax cross-entropy between scores and grades of one query's candidates
 * (ListNet: Cao et al., 2007). Measures are standardised within the query, so weights compare. For few training queries
 * it is hard to beat. The loss is convex, so Newton's method finds its one minimum in a few steps.
 */
import { solveSymmetric } from "../learning-to-rank/linear";

/** Rows of one query: row-major [rows, width], and their grades. */
export type JudgedRows = { readonly features: Float32Array; readonly grades: Float32Array };

/** Weight of half the squared weights, beside the mean loss of a query. */
export type LinearSettings = { readonly l2: number };
export const LINEAR_DEFAULTS: LinearSettings = { l2: 0.03 };

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

/** Value, slopes and curvatures of the loss at one point; `hessian` is row-major, its lower triangle filled. */
type Expansion = { loss: number; readonly gradient: Float64Array; readonly hessian: Float64Array };

/** Adds one query's `-\sum_r t_r \ln p_r` with `t` the grades and `p` the softmax of the scores, times `weight`. */
function addQuery(
  { features, grades }: JudgedRows,
  weights: Float64Array,
  weight: number,
  sums: Expansion,
): void {
  const width = weights.length;
  const total = grades.reduce((sum, grade) => sum + grade, 0);
  if (total === 0) return;
  const scores = linearScores(features, weights);
  const largest = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const sum = scores.reduce((all, score) => all + Math.exp(score - largest), 0);
  const { gradient, hessian } = sums;
  const means = new Float64Array(width);
  for (let row = 0; row < grades.length; row++) {
    const share = Math.exp((scores[row] as number) - largest) / sum;
    const target = (grades[row] as number) / total;
    if (target > 0) sums.loss -= weight * target * Math.log(Math.max(Number.MIN_VALUE, share));
    const from = row * width;
    for (let k = 0; k < width; k++) {
      const value = features[from + k] as number;
      gradient[k] = (gradient[k] as number) + weight * (share - target) * value;
      means[k] = (means[k] as number) + share * value;
    }
    addOuter(features, from, weight * share, hessian, width);
  }
  addOuter(means, 0, -weight, hessian, width);
}

/** Adds `factor x x^T` to the lower triangle, x being `values[from, from + width)`. */
function addOuter(
  values: Float32Array | Float64Array,
  from: number,
  factor: number,
  matrix: Float64Array,
  width: number,
): void {
  for (let k = 0; k < width; k++) {
    const scaled = factor * (values[from + k] as number);
    const to = k * width;
    for (let l = 0; l <= k; l++)
      matrix[to + l] = (matrix[to + l] as number) + scaled * (values[from + l] as number);
  }
}

/** Mean loss of the queries and the penalty. */
function expand(queries: readonly JudgedRows[], weights: Float64Array, l2: number): Expansion {
  const width = weights.length;
  const sums: Expansion = {
    loss: 0.5 * l2 * weights.reduce((sum, weight) => sum + weight * weight, 0),
    gradient: weights.map((weight) => l2 * weight),
    hessian: new Float64Array(width * width),
  };
  for (let k = 0; k < width; k++) sums.hessian[k * width + k] = l2;
  for (const query of queries) addQuery(query, weights, 1 / queries.length, sums);
  return sums;
}

const MAX_STEPS = 30;
/** Newton's decrement, about twice what the loss can still fall by; below this it is rounding. */
const SMALLEST_DECREMENT = 1e-8;

/** The weights of the smallest loss; `features` of each query are already standardised. */
export function trainLinearRanker(
  queries: readonly JudgedRows[],
  width: number,
  { l2 }: LinearSettings,
): Float64Array {
  let weights = new Float64Array(width);
  let here = expand(queries, weights, l2);
  for (let step = 0; step < MAX_STEPS; step++) {
    const direction = solveSymmetric(here.hessian, here.gradient);
    const decrement = direction.reduce((sum, value, k) => sum + value * (here.gradient[k] as number), 0);
    if (decrement < SMALLEST_DECREMENT) break;
    // Far from the minimum a whole step can go too far.
    let share = 1;
    const move = () => weights.map((weight, k) => weight - share * (direction[k] as number));
    let tried = move();
    let there = expand(queries, tried, l2);
    while (there.loss > here.loss && share > 1e-3) {
      share /= 2;
      tried = move();
      there = expand(queries, tried, l2);
    }
    [weights, here] = [tried, there];
  }
  return weights;
}
