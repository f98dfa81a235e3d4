/**
 * What each feature adds to the score of a network: integrated gradients (Sundararajan, Taly & Yan, 2017) along the
 * straight way from a base to the row. They add up to score(row) - score(base) up to the error of the integral, which
 * is returned with them and not spread over the features. What comes out depends on the base.
 */
import type { LambdaNetwork } from "./lambda-network";

/** Points on the way; the network is linear in pieces, so few suffice. */
const STEPS = 16;

/** Score and gradient by the input of one standardised row. */
export function scoreWithGradient(
  network: LambdaNetwork,
  x: Float32Array,
): { score: number; gradient: Float64Array } {
  const { hidden, out, line } = network.layers();
  const gradient = Float64Array.from(line);
  let score = line.reduce((sum, weight, k) => sum + weight * (x[k] as number), 0);
  if (hidden.length === 0) return { score, gradient };
  const activations: ArrayLike<number>[] = [x];
  for (const { weights, bias } of hidden) {
    const input = activations[activations.length - 1] as ArrayLike<number>;
    activations.push(
      Float64Array.from(bias, (start, o) => {
        let sum = start;
        for (let i = 0; i < input.length; i++)
          sum += (input[i] as number) * (weights[i * bias.length + o] as number);
        return Math.max(0, sum);
      }),
    );
  }
  const last = activations[activations.length - 1] as ArrayLike<number>;
  let back: Float64Array = Float64Array.from(out);
  for (let i = 0; i < out.length; i++) score += (out[i] as number) * (last[i] as number);
  for (let layer = hidden.length - 1; layer >= 0; layer--) {
    const { weights, bias } = hidden[layer] as { weights: Float32Array; bias: Float32Array };
    const output = activations[layer + 1] as ArrayLike<number>;
    const input = activations[layer] as ArrayLike<number>;
    const before = new Float64Array(input.length);
    for (let o = 0; o < bias.length; o++) {
      if ((output[o] as number) <= 0) continue;
      for (let i = 0; i < input.length; i++)
        before[i] = (before[i] as number) + (weights[i * bias.length + o] as number) * (back[o] as number);
    }
    back = before;
  }
  for (let k = 0; k < gradient.length; k++) gradient[k] = (gradient[k] as number) + (back[k] as number);
  return { score, gradient };
}

/** `\phi_k = (x_k - b_k) \int_0^1 \partial_k f(b + t (x - b))\,dt`, by the midpoint rule. All in raw feature values. */
export function integratedGradients(network: LambdaNetwork, row: Float32Array, base: Float32Array) {
  const x = network.standardise(row);
  const from = network.standardise(base);
  const sums = new Float64Array(x.length);
  for (let step = 0; step < STEPS; step++) {
    const share = (step + 0.5) / STEPS;
    const point = x.map((value, k) => (from[k] as number) + share * (value - (from[k] as number)));
    const { gradient } = scoreWithGradient(network, point);
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + (gradient[k] as number) / STEPS;
  }
  const contributions = sums.map((slope, k) => slope * ((x[k] as number) - (from[k] as number)));
  const baseScore = scoreWithGradient(network, from).score;
  const { score } = scoreWithGradient(network, x);
  const remainder = score - baseScore - contributions.reduce((sum, value) => sum + value, 0);
  return { base: baseScore, contributions, remainder };
}
