/**
 * The directions in which rows of numbers differ most (principal components; Pearson, 1901), by power iteration on the
 * covariance matrix with deflation. Meant for few directions of short rows: drawing embeddings on a plane.
 */

export type PrincipalComponents = {
  readonly mean: Float64Array;
  /** Unit vectors, the widest first. The largest entry of each is positive, so that a picture never flips. */
  readonly directions: readonly Float64Array[];
  /** Share of the total variance along each direction, 0 to 1. */
  readonly explained: readonly number[];
};

const ITERATIONS = 200;
const TOLERANCE = 1e-10;

/** `rows` is [count, width], row-major. Asks for `wanted` <= width directions; all-equal rows give zero shares. */
export function principalComponents(
  rows: ArrayLike<number>,
  count: number,
  width: number,
  wanted: number,
): PrincipalComponents {
  const mean = meanOf(rows, count, width);
  const covariance = covarianceOf(rows, count, width, mean);
  let total = 0;
  for (let d = 0; d < width; d++) total += covariance[d * width + d] as number;
  const directions: Float64Array[] = [];
  const explained: number[] = [];
  for (let c = 0; c < wanted; c++) {
    const { direction, variance } = widestDirection(covariance, width, c);
    directions.push(direction);
    explained.push(total > 0 ? Math.max(0, variance) / total : 0);
    deflate(covariance, width, direction, variance);
  }
  return { mean, directions, explained };
}

/** Coordinate of one row along a direction. */
export function projectOn(row: ArrayLike<number>, { mean }: PrincipalComponents, direction: Float64Array) {
  let sum = 0;
  for (let d = 0; d < direction.length; d++)
    sum += ((row[d] as number) - (mean[d] as number)) * (direction[d] as number);
  return sum;
}

function meanOf(rows: ArrayLike<number>, count: number, width: number): Float64Array {
  const mean = new Float64Array(width);
  for (let r = 0; r < count; r++)
    for (let d = 0; d < width; d++) mean[d] = (mean[d] as number) + (rows[r * width + d] as number) / count;
  return mean;
}

/** [width, width], divided by count. */
function covarianceOf(rows: ArrayLike<number>, count: number, width: number, mean: Float64Array) {
  const covariance = new Float64Array(width * width);
  const centred = new Float64Array(width);
  for (let r = 0; r < count; r++) {
    for (let d = 0; d < width; d++) centred[d] = (rows[r * width + d] as number) - (mean[d] as number);
    for (let a = 0; a < width; a++)
      for (let b = 0; b < width; b++)
        covariance[a * width + b] =
          (covariance[a * width + b] as number) + ((centred[a] as number) * (centred[b] as number)) / count;
  }
  return covariance;
}

function multiply(matrix: Float64Array, width: number, vector: Float64Array): Float64Array {
  return vector.map((_, a) => {
    let sum = 0;
    for (let b = 0; b < width; b++) sum += (matrix[a * width + b] as number) * (vector[b] as number);
    return sum;
  });
}

const lengthOf = (vector: Float64Array) => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));

function widestDirection(matrix: Float64Array, width: number, attempt: number) {
  // Any start that is not orthogonal to the answer will do; this one differs in every entry.
  let direction = Float64Array.from({ length: width }, (_, d) => 1 / (1 + ((d * 7 + attempt * 3) % width)));
  let variance = 0;
  for (let i = 0; i < ITERATIONS; i++) {
    const next = multiply(matrix, width, direction);
    const length = lengthOf(next);
    if (length < TOLERANCE) return { direction: unitAxis(width, attempt), variance: 0 };
    direction = next.map((value) => value / length);
    if (Math.abs(length - variance) < TOLERANCE * length) break;
    variance = length;
  }
  const largest = direction.reduce(
    (best, value, d) => (Math.abs(value) > Math.abs(direction[best] as number) ? d : best),
    0,
  );
  if ((direction[largest] as number) < 0) direction = direction.map((value) => -value);
  return { direction, variance };
}

const unitAxis = (width: number, axis: number) =>
  Float64Array.from({ length: width }, (_, d) => Number(d === axis));

function deflate(matrix: Float64Array, width: number, direction: Float64Array, variance: number) {
  for (let a = 0; a < width; a++)
    for (let b = 0; b < width; b++)
      matrix[a * width + b] =
        (matrix[a * width + b] as number) - variance * (direction[a] as number) * (direction[b] as number);
}
