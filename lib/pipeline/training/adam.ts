/**
 * Adam (Kingma and Ba, 2015) on plain arrays. Two forms: dense parameters, all updated each step, and rows of an
 * embedding table, of which a step touches few ("lazy" Adam: untouched rows keep their moments).
 * Weights live in JavaScript arrays and are handed to tfjs as fresh tensors: tfjs's own optimizer costs ten kernel
 * calls per parameter, and its wasm backend caches the right side of a matMul by identity.
 */
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

export type Moments = { readonly first: Float32Array; readonly second: Float32Array };

export const createMoments = (size: number): Moments => ({
  first: new Float32Array(size),
  second: new Float32Array(size),
});

/** The learning rate with the bias corrections of step `step` (from 1) folded in. */
export function correctedRate(learningRate: number, step: number): number {
  return (learningRate * Math.sqrt(1 - BETA2 ** step)) / (1 - BETA1 ** step);
}

/**
 * One update of weights [at, at + length) from gradient [gradientAt, gradientAt + length).
 * `rate` is a corrected rate. `decay` adds decay * weight to the gradient (L2).
 */
export function adamUpdate(
  weights: Float32Array,
  moments: Moments,
  gradient: Float32Array,
  at: number,
  gradientAt: number,
  length: number,
  rate: number,
  decay = 0,
) {
  const { first, second } = moments;
  for (let i = 0; i < length; i++) {
    const w = at + i;
    const weight = weights[w] as number;
    const g = (gradient[gradientAt + i] as number) + decay * weight;
    const m = BETA1 * (first[w] as number) + (1 - BETA1) * g;
    const v = BETA2 * (second[w] as number) + (1 - BETA2) * g * g;
    first[w] = m;
    second[w] = v;
    weights[w] = weight - (rate * m) / (Math.sqrt(v) + EPSILON);
  }
}
