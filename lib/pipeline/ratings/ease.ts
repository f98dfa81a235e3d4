/**
 * EASE^R (Steck, 2019): the linear item-to-item model with zero diagonal that best reconstructs the interactions, in
 * closed form: `B = I - P diag(1 / P_jj)` with `P = (G + lambda I)^-1`. With G the plain co-occurrence it is EASE^R;
 * with the closeness-weighted one it prefers items that were met together.
 */
import { invertSymmetric } from "./invert";

/** Row-major [size, size]; column j are the weights with which all items speak for item j. */
export type ItemWeights = { readonly size: number; readonly weights: Float32Array };

export function fitEase(gram: Float32Array, size: number, lambda: number): ItemWeights {
  const regularised = gram.slice();
  for (let i = 0; i < size; i++) regularised[i * size + i] = (regularised[i * size + i] as number) + lambda;
  const weights = invertSymmetric(regularised, size);
  const scales = Float32Array.from({ length: size }, (_, j) => -1 / (weights[j * size + j] as number));
  for (let i = 0; i < size; i++) {
    for (let j = 0, at = i * size; j < size; j++, at++)
      weights[at] = (weights[at] as number) * (scales[j] as number);
    weights[i * size + i] = 0;
  }
  return { size, weights };
}

/** Adds to `scores` the rows of `items` (catalogue numbers; those outside the core add nothing), times `strength`. */
export function addRows(
  { size, weights }: ItemWeights,
  items: ArrayLike<number>,
  scores: Float32Array,
  strength = 1,
) {
  for (let k = 0; k < items.length; k++) {
    const item = items[k] as number;
    if (item >= size) continue;
    for (let j = 0, at = item * size; j < size; j++, at++)
      scores[j] = (scores[j] as number) + strength * (weights[at] as number);
  }
}

/** Cosine-like similarities from a co-occurrence matrix: `G_ij / (sqrt(n_i n_j) + shrinkage)`, zero diagonal. */
export function fitNeighbours(gram: Float32Array, size: number, shrinkage: number): ItemWeights {
  const weights = new Float32Array(size * size);
  const roots = Float32Array.from({ length: size }, (_, i) => Math.sqrt(gram[i * size + i] as number));
  for (let i = 0; i < size; i++) {
    const root = roots[i] as number;
    for (let j = 0, at = i * size; j < size; j++, at++)
      weights[at] = (gram[at] as number) / (root * (roots[j] as number) + shrinkage);
    weights[i * size + i] = 0;
  }
  return { size, weights };
}
