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
 * Makes the columns of Y orthonormal in place: `Y \leftarrow Y L^{-T}` with `L L^T = Y^T Y` (Cholesky). A column that
 * the earlier ones already span becomes zero.
 */
export function orthonormalise(y: Float32Array, rank: number): void {
  const lower = gramMatrix(y, rank);
  for (let i = 0; i < rank; i++) {
    const scale = lower[i * rank + i] as number;
    for (let j = 0; j <= i; j++) {
      let sum = lower[i * rank + j] as number;
      for (let k = 0; k < j; k++) sum -= (lower[i * rank + k] as number) * (lower[j * rank + k] as number);
      if (i === j) lower[i * rank + i] = sum > 1e-7 * scale ? Math.sqrt(sum) : 0;
      else lower[i * rank + j] = (lower[j * rank + j] as number) > 0 ? sum / (lower[j * rank + j] as number) : 0;
    }
  }
  for (let from = 0; from < y.length; from += rank) {
    for (let i = 0; i < rank; i++) {
      let sum = y[from + i] as number;
      for (let k = 0; k < i; k++) sum -= (lower[i * rank + k] as number) * (y[from + k] as number);
      const pivot = lower[i * rank + i] as number;
      y[from + i] = pivot > 0 ? sum / pivot : 0;
    }
  }
}

/**
 * Eigenvalues (descending) and eigenvectors (columns, [n, n]) of a symmetric matrix, by Jacobi rotations
 * (Golub & Van Loan, 2013, section 8.5).
 */
export function symmetricEigen(matrix: Float64Array, n: number): { values: Float64Array; vectors: Float64Array } {
  const a = matrix.slice();
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < 12; sweep++) {
    let off = 0;
    let diagonal = 0;
    for (let p = 0; p < n; p++) {
      diagonal += (a[p * n + p] as number) ** 2;
      for (let q = p + 1; q < n; q++) off += (a[p * n + q] as number) ** 2;
    }
    if (off <= 1e-16 * diagonal) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => (a[j * n + j] as number) - (a[i * n + i] as number) || i - j,
  );
  const values = Float64Array.from(order, (i) => a[i * n + i] as number);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let row = 0; row < n; row++) vectors[row * n + to] = v[from * n + row] as number;
  });
  return { values, vectors };
}

/** One rotation that makes a[p, q] zero. `v` holds the eigenvectors as rows. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q] as number;
  if (apq === 0) return;
  const theta = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const left = a[k * n + p] as number;
    const right = a[k * n + q] as number;
    a[k * n + p] = c * left - s * right;
    a[k * n + q] = s * left + c * right;
  }
  turnRows(a, n, p, q, c, s);
  turnRows(v, n, p, q, c, s);
}

function turnRows(m: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < n; k++) {
    const left = m[p * n + k] as number;
    const right = m[q * n + k] as number;
    m[p * n + k] = c * left - s * right;
    m[q * n + k] = s * left + c * right;
  }
}

/** `X R` in place of X [rows, rank], R [rank, rank]. */
export function rotateColumns(x: Float32Array, r: Float64Array, rank: number): Float32Array {
  const result = new Float32Array(x.length);
  for (let from = 0; from < x.length; from += rank)
    for (let k = 0; k < rank; k++) {
      const value = x[from + k] as number;
      for (let j = 0; j < rank; j++)
        result[from + j] = (result[from + j] as number) + value * (r[k * rank + j] as number);
    }
  return result;
}
