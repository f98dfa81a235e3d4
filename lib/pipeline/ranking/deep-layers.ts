/** Fully connected layers with ReLU, as shapes of weights and as an operation. */
import { add, matMul, relu, type Tensor2D } from "../backend/tfjs";
import type { DenseShape } from "../training/dense-parameters";
import type { WeightOf } from "./tabular-model";

export function deepShapes(inputWidth: number, sizes: readonly number[]): DenseShape[] {
  return sizes.flatMap((size, layer) => [
    { name: `deep/${layer}`, shape: [sizes[layer - 1] ?? inputWidth, size], init: "glorot" as const },
    { name: `deep/${layer}-bias`, shape: [size], init: "zeros" as const },
  ]);
}

/** What is done to the output of each layer, [count, size], while training. */
export type AfterLayer = (output: Tensor2D, layer: number) => Tensor2D;

/** x [count, inputWidth] -> [count, last size]. */
export function deepLayers(
  x: Tensor2D,
  sizes: readonly number[],
  weight: WeightOf,
  after?: AfterLayer,
): Tensor2D {
  let output = x;
  for (const layer of sizes.keys()) {
    output = relu(
      add(matMul(output, weight(`deep/${layer}`) as Tensor2D), weight(`deep/${layer}-bias`)),
    ) as Tensor2D;
    if (after) output = after(output, layer);
  }
  return output;
}
