/**
 * Inverse of a symmetric positive definite matrix by recursive 2 x 2 blocks (Schur complements). The products run in
 * tfjs, where they are fast; blocks of at most LEAF rows are inverted here in double precision.
 */
import { concat, matMul, neg, slice, sub, type Tensor2D, tensor2d, tidy, transpose } from "../backend/tfjs";

const LEAF = 192;

/** Gauss-Jordan without pivoting, which positive definite matrices do not need. */
function invertLeaf(values: Float32Array, size: number): Float32Array {
  const a = Float64Array.from(values);
  for (let p = 0; p < size; p++) {
    const pivot = 1 / (a[p * size + p] as number);
    for (let c = 0; c < size; c++) a[p * size + c] = (a[p * size + c] as number) * pivot;
    a[p * size + p] = pivot;
    for (let r = 0; r < size; r++) {
      if (r === p) continue;
      const factor = a[r * size + p] as number;
      if (factor === 0) continue;
      a[r * size + p] = 0;
      for (let c = 0; c < size; c++)
        a[r * size + c] = (a[r * size + c] as number) - factor * (a[p * size + c] as number);
    }
  }
  return Float32Array.from(a);
}

/** [size, size] -> its inverse. Call within a tidy. */
function invertBlock(a: Tensor2D): Tensor2D {
  const size = a.shape[0];
  if (size <= LEAF) return tensor2d(invertLeaf(a.dataSync() as Float32Array, size), [size, size]);
  return tidy(() => {
    const half = size >> 1;
    const rest = size - half;
    const a11 = slice(a, [0, 0], [half, half]);
    const a12 = slice(a, [0, half], [half, rest]);
    const a22 = slice(a, [half, half], [rest, rest]);
    const i11 = invertBlock(a11);
    const w = matMul(i11, a12); // [half, rest]
    const wt = transpose(w);
    const i22 = invertBlock(sub(a22, matMul(transpose(a12), w)));
    const b12 = neg(matMul(w, i22)) as Tensor2D;
    const b11 = sub(i11, matMul(b12, wt));
    const top = concat([b11, b12], 1);
    const bottom = concat([transpose(b12), i22], 1);
    return concat([top, bottom], 0) as Tensor2D;
  });
}

/** Inverse of the symmetric positive definite `matrix` [size, size]. Needs the tfjs backend to be started. */
export function invertSymmetric(matrix: Float32Array, size: number): Float32Array {
  let inverse = matrix;
  tidy(() => {
    inverse = invertBlock(tensor2d(matrix, [size, size])).dataSync() as Float32Array;
  });
  return inverse;
}

/** a [rows, inner] times b [inner, columns], row-major. Needs the tfjs backend to be started. */
export function multiply(
  a: Float32Array,
  b: Float32Array,
  rows: number,
  inner: number,
  columns: number,
): Float32Array {
  let product = a;
  tidy(() => {
    const result = matMul(tensor2d(a, [rows, inner]), tensor2d(b, [inner, columns]));
    product = (result.dataSync() as Float32Array).slice();
  });
  return product;
}
