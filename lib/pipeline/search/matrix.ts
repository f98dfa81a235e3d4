/** The little linear algebra that latent semantic analysis needs: tall matrices row by row, and a sparse one. */

/** Rows of a sparse matrix: row r has `columns[i]`, `values[i]` for i in [starts[r], starts[r + 1]). */
export type SparseRows = {
  readonly rows: number;
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
};

/** `A X`: [rows, rank] from X [width, rank]. */
export function multiply(a: SparseRows, x: Float32Array, rank: number): Float32Array {
  const product = new Float32Array(a.rows * rank);
  for (let row = 0; row < a.rows; row++) {
    const to = product.subarray(row * rank, (row + 1) * rank);
    for (let at = a.starts[row] as number; at < (a.starts[row + 1] as number); at++) {
      const value = a.values[at] as number;
      const from = (a.columns[at] as number) * rank;
      for (let k = 0; k < rank; k++) to[k] = (to[k] as number) + value * (x[from + k] as number);
    }
  }
  return product;
}

/** `A^T Y`: [width, rank] from Y [rows, rank]. */
export function multiplyTransposed(a: SparseRows, y: Float32Array, rank: number): Float32Array {
  const product = new Float32Array(a.width * rank);
  for (let row = 0; row < a.rows; row++) {
    const from = row * rank;
    for (let at = a.starts[row] as number; at < (a.starts[row + 1] as number); at++) {
      const value = a.values[at] as number;
      const to = (a.columns[at] as number) * rank;
      for (let k = 0; k < rank; k++)
        product[to + k] = (product[to + k] as number) + value * (y[from + k] as number);
    }
  }
  return product;
}

/** `Y^T Y`, [rank, rank]. */
export function gramMatrix(y: Float32Array, rank: number): Float64Array {
  const gram = new Float64Array(rank * rank);
  for (let from = 0; from < y.length; from += rank) {
    for (let i = 0; i < rank; i++) {
      const value = y[from + i] as number;
      for (let j = i; j < rank; j++)
        gram[i * rank + j] = (gram[i * rank + j] as number) + value * (y[from + j] as number);
    }
  }
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

/** `Y \leftarrow Y L^{-T}`, row by row, in place: with L of `Y^T Y` the columns of Y become orthonormal. */
export function solveColumns(y: Float32Array, lower: Float64Array, rank: number): void {
  for (let from = 0; from < y.length; from += rank) {
    for (let i = 0; i < rank; i++) {
      let sum = y[from + i] as number;
      for (let k = 0; k < i; k++) sum -= (lower[i * rank + k] as number) * (y[from + k] as number);
      const pivot = lower[i * rank + i] as number;
      y[from + i] = pivot > 0 ? sum / pivot : 0;
    }
  }
}

/** Makes the columns of Y orthonormal in place. */
export function orthonormalise(y: Float32Array, rank: number): void {
  solveColumns(y, cholesky(gramMatrix(y, rank), rank), rank);
}
