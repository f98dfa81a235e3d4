/**
 * What each feature adds to the score of a network: integrated gradients (Sundararajan, Taly & Yan, 2017) along the
 * straight way from a base to the row. They add up to score(row) - score(base) up to the error of the integral, which
 * is returned with them and not spread over the features. What comes out depends on the base.
 */
import type { LambdaNetwork } from "./lambda-network";

/** Points on the way; the network is linear in pieces, so few suffice. */
const STEPS = 16;

type Layers = ReturnType<LambdaNetwork["layers"]>;

/** `\max(0, W^T x + b)`. */
function forward(input: Float64Array, { weights, bias }: Layers["hidden"][number]): Float64Array {
  const output = Float64Array.from(bias);
  const width = bias.length;
  for (let i = 0; i < input.length; i++) {
    const value = input[i] as number;
    if (value === 0) continue;
    const row = i * width;
    for (let o = 0; o < width; o++) output[o] = (output[o] as number) + value * (weights[row + o] as number);
  }
  for (let o = 0; o < width; o++) if ((output[o] as number) < 0) output[o] = 0;
  return output;
}

/** The gradient by a layer's input from that by its output; what was 0 lets nothing through. */
function backward(
  gradient: Float64Array,
  output: Float64Array,
  { weights, bias }: Layers["hidden"][number],
): Float64Array {
  const width = bias.length;
  const before = new Float64Array(weights.length / width);
  for (let o = 0; o < width; o++) if ((output[o] as number) <= 0) gradient[o] = 0;
  for (let i = 0; i < before.length; i++) {
    let sum = 0;
    for (let o = 0; o < width; o++) sum += (weights[i * width + o] as number) * (gradient[o] as number);
    before[i] = sum;
  }
  return before;
}

/** Score and gradient by the input of one standardised row. */
function evaluate({ hidden, out, line }: Layers, x: Float64Array): { score: number; gradient: Float64Array } {
  const gradient = Float64Array.from(line);
  let score = 0;
  for (let k = 0; k < line.length; k++) score += (line[k] as number) * (x[k] as number);
  if (hidden.length === 0) return { score, gradient };
  const activations = [x];
  for (const layer of hidden)
    activations.push(forward(activations[activations.length - 1] as Float64Array, layer));
  const last = activations[activations.length - 1] as Float64Array;
  for (let i = 0; i < out.length; i++) score += (out[i] as number) * (last[i] as number);
  let back: Float64Array = Float64Array.from(out);
  for (let layer = hidden.length - 1; layer >= 0; layer--)
    back = backward(back, activations[layer + 1] as Float64Array, hidden[layer] as Layers["hidden"][number]);
  for (let k = 0; k < gradient.length; k++) gradient[k] = (gradient[k] as number) + (back[k] as number);
  return { score, gradient };
}

/** `\phi_k = (x_k - b_k) \int_0^1 \partial_k f(b + t (x - b))\,dt`, by the midpoint rule. All in raw feature values. */
export function integratedGradients(network: LambdaNetwork, row: Float32Array, base: Float32Array) {
  const layers = network.layers();
  const x = Float64Array.from(network.standardise(row));
  const from = Float64Array.from(network.standardise(base));
  const way = x.map((value, k) => value - (from[k] as number));
  const sums = new Float64Array(x.length);
  const point = new Float64Array(x.length);
  for (let step = 0; step < STEPS; step++) {
    const share = (step + 0.5) / STEPS;
    for (let k = 0; k < x.length; k++) point[k] = (from[k] as number) + share * (way[k] as number);
    const { gradient } = evaluate(layers, point);
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + (gradient[k] as number) / STEPS;
  }
  const contributions = sums.map((slope, k) => slope * (way[k] as number));
  const baseScore = evaluate(layers, from).score;
  const { score } = evaluate(layers, x);
  const remainder = score - baseScore - contributions.reduce((sum, value) => sum + value, 0);
  return { base: baseScore, contributions, remainder };
}
