/**
 * The linear part of a model over tables: a bias, one weight for each value of each categorical field and one for each
 * dense feature, for every head. Shared by logistic regression and the factorization machine.
 */
import { add, matMul, type Tensor1D, type Tensor2D, tensor2d } from "../backend/tfjs";
import type { DenseShape } from "../training/dense-parameters";
import { embed, type TabularConfig, type WeightOf } from "./tabular-model";

export const linearShapes = ({ tableRows, denseFeatures, heads }: TabularConfig): DenseShape[] => [
  // Weights that start at zero learn the same from every seed; nothing here has a symmetry to break.
  { name: "linear", shape: [tableRows, heads], init: "zeros" },
  { name: "linear-dense", shape: [denseFeatures, heads], init: "zeros" },
  { name: "bias", shape: [heads], init: "zeros" },
];

/**
 * Adds up blocks: multiplying [count, blocks * width] by the result, [blocks * width, width], gives their sum
 * [count, width]. Summing along a middle axis would cost a transpose there and a broadcast in the gradient.
 */
export function blockSum(blocks: number, width: number): Tensor2D {
  const values = new Float32Array(blocks * width * width);
  for (let row = 0; row < blocks * width; row++) values[row * width + (row % width)] = 1;
  return tensor2d(values, [blocks * width, width]);
}

/** `bias + sum of field weights + dense * weights`, [count, heads]. */
export function linearPart(
  config: TabularConfig,
  rows: Tensor1D,
  features: Tensor2D,
  weight: WeightOf,
): Tensor2D {
  const ofFields = matMul(
    embed(weight("linear"), rows, config.fields),
    blockSum(config.fields, config.heads),
  );
  const ofDense = matMul(features, weight("linear-dense") as Tensor2D);
  return add(add(ofFields, ofDense), weight("bias"));
}
