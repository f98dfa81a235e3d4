/** The little linear algebra that latent semantic analysis needs: tall matrices row by row, and a sparse one. */

/** Rows of a sparse matrix: row r has `columns[i]`, `values[i]` for i in [starts[r], starts[r + 1]). */
export type SparseRows = {
  readonly rows: number;
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
};

/** `A X`: [rows, rank] from X [width, rank]. Four terms at a time: the sum is read and written a quarter as often. */
export function multiply(a: SparseRows, x: Float32Array, rank: number): Float32Array {
  const product = new Float32Array(a.rows * rank);
  const { starts, columns, values } = a;
  for (let row = 0; row < a.rows; row++) {
    const to = row * rank;
    const end = starts[row + 1] as number;
    let at = starts[row] as number;
    for (; at + 3 < end; at += 4) {
      const [v, w, p, q] = [values[at], values[at + 1], values[at + 2], values[at + 3]] as [
        number,
        number,
        number,
        number,
      ];
      const first = (columns[at] as number) * rank;
      const second = (columns[at + 1] as number) * rank;
      const third = (columns[at + 2] as number) * rank;
      const fourth = (columns[at + 3] as number) * rank;
      for (let k = 0; k < rank; k++)
        product[to + k] =
          (product[to + k] as number) +
          v * (x[first + k] as number) +
          w * (x[second + k] as number) +
          p * (x[third + k] as number) +
          q * (x[fourth + k] as number);
    }
    for (; at < end; at++) {
      const value = values[at] as number;
      const from = (columns[at] as number) * rank;
      for (let k = 0; k < rank; k++)
        product[to + k] = (product[to + k] as number) + value * (x[from + k] as number);
    }
  }
  return product;
}

/** `A^T`, with the columns of each row in ascending order. */
export function transpose({ rows, width, starts, columns, values }: SparseRows): SparseRows {
  const turned = new Int32Array(width + 1);
  for (const column of columns) turned[column + 1] = (turned[column + 1] as number) + 1;
  for (let column = 0; column < width; column++)
    turned[column + 1] = (turned[column + 1] as number) + (turned[column] as number);
  const result = { columns: new Int32Array(columns.length), values: new Float32Array(columns.length) };
  const next = turned.slice(0, width);
  for (let row = 0; row < rows; row++)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const column = columns[at] as number;
      const to = next[column] as number;
      next[column] = to + 1;
      result.columns[to] = row;
      result.values[to] = values[at] as number;
    }
  return { rows: width, width: rows, starts: turned, ...result };
}

/** `Y^T Y`, [rank, rank]; four rows at a time. */
export function gramMatrix(y: Float32Array, rank: number): Float64Array {
  const gram = new Float64Array(rank * rank);
  const whole = y.length - (y.length % (4 * rank));
  for (let a = 0; a < whole; a += 4 * rank) {
    const [b, c, d] = [a + rank, a + 2 * rank, a + 3 * rank];
    for (let i = 0; i < rank; i++) {
      const [p, q, r, s] = [y[a + i], y[b + i], y[c + i], y[d + i]] as [number, number, number, number];
      const to = i * rank;
      for (let j = i; j < rank; j++)
        gram[to + j] =
          (gram[to + j] as number) +
          p * (y[a + j] as number) +
          q * (y[b + j] as number) +
          r * (y[c + j] as number) +
          s * (y[d + j] as number);
    }
  }
  for (let from = whole; from < y.length; from += rank)
    for (let i = 0; i < rank; i++)
      for (let j = i; j < rank; j++)
        gram[i * rank + j] =
          (gram[i * rank + j] as number) + (y[from + i] as number) * (y[from + j] as number);
  for (let i = 0; i < rank; i++)
    for (let j = 0; j < i; j++) gram[i * rank + j] = gram[j * rank + i] as number;
  return gram;
}

/**
 * Lower L with `L L^T = G` (Cholesky), row-major. A column that the earlier ones already span gets a zero pivot.
 */
export function cholesky(gram: Float64Array, rank: number): Float64Array {
  const lower = gram.slice();
  for (let i = 0; i < rank; i++) {
    const scale = lower[i * rank + i] as number;
    for (let j = 0; j <= i; j++) {
      let sum = lower[i * rank + j] as number;
      for (let k = 0; k < j; k++) sum -= (lower[i * rank + k] as number) * (lower[j * rank + k] as number);
      const pivot = lower[j * rank + j] as number;
      if (i === j) lower[i * rank + i] = sum > 1e-7 * scale ? Math.sqrt(sum) : 0;
      else lower[i * rank + j] = pivot > 0 ? sum / pivot : 0;
    }
  }
  return lower;
}

/**
 * `Y \leftarrow Y L^{-T}`, in place: with L of `Y^T Y` the columns of Y become orthonormal. Four rows at a time, so that
 * their sums do not wait for one another; rows of zeros stay as they are.
 */
export function solveColumns(y: Float32Array, lower: Float64Array, rank: number): void {
  const filled: number[] = [];
  for (let from = 0; from < y.length; from += rank) if (hasValue(y, from, rank)) filled.push(from);
  const whole = filled.length - (filled.length % 4);
  for (let row = 0; row < whole; row += 4)
    solveFour(y, filled.slice(row, row + 4) as [number, number, number, number], lower, rank);
  for (const from of filled.slice(whole)) solveFour(y, [from, from, from, from], lower, rank);
}

function hasValue(y: Float32Array, from: number, length: number): boolean {
  for (let k = from; k < from + length; k++) if (y[k] !== 0) return true;
  return false;
}

/** The rows that begin at a, b, c and d; the same row four times is one row. */
function solveFour(
  y: Float32Array,
  [a, b, c, d]: [number, number, number, number],
  lower: Float64Array,
  rank: number,
): void {
  for (let i = 0; i < rank; i++) {
    const row = i * rank;
    let [p, q, r, s] = [y[a + i], y[b + i], y[c + i], y[d + i]] as [number, number, number, number];
    for (let k = 0; k < i; k++) {
      const factor = lower[row + k] as number;
      p -= factor * (y[a + k] as number);
      q -= factor * (y[b + k] as number);
      r -= factor * (y[c + k] as number);
      s -= factor * (y[d + k] as number);
    }
    const pivot = lower[row + i] as number;
    const inverse = pivot > 0 ? 1 / pivot : 0;
    y[a + i] = p * inverse;
    y[b + i] = q * inverse;
    y[c + i] = r * inverse;
    y[d + i] = s * inverse;
  }
}

/** Makes the columns of Y orthonormal in place. */
export function orthonormalise(y: Float32Array, rank: number): void {
  solveColumns(y, cholesky(gramMatrix(y, rank), rank), rank);
}
