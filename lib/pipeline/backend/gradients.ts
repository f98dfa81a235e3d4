/**
 * The gradients that training needs, and no others. That of matMul is ours: the package's multiplies by transposed
 * operands, for which its wasm backend leaves the fast path (15 times slower); transposing first is faster.
 */
import { addGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Add_grad";
import { concatGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Concat_grad";
import { gatherGradConfig } from "@tensorflow/tfjs-core/dist/gradients/GatherV2_grad";
import { identityGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Identity_grad";
import { multiplyGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Multiply_grad";
import { reluGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Relu_grad";
import { reshapeGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Reshape_grad";
import { subGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Sub_grad";
import { BatchMatMul } from "@tensorflow/tfjs-core/dist/kernel_names";
import type { NamedAttrMap } from "@tensorflow/tfjs-core/dist/kernel_registry";
import { matMul, registerGradient, type Tensor, transpose } from "./tfjs";

function matMulGradient(dy: Tensor | Tensor[], saved: Tensor[], attrs: NamedAttrMap) {
  const [a, b] = saved;
  if (!a || !b || Array.isArray(dy)) throw new Error("The gradient of matMul needs both operands.");
  const { transposeA, transposeB } = attrs;
  // With A = a or a^T and B = b or b^T: dA = dy B^T and dB = A^T dy, flipped back where the operand was flipped.
  const plainA = () => matMul(dy, transposeB ? b : transpose(b));
  const plainB = () => matMul(transposeA ? a : transpose(a), dy);
  return {
    a: () => (transposeA ? transpose(plainA()) : plainA()),
    b: () => (transposeB ? transpose(plainB()) : plainB()),
  };
}

export function registerUsedGradients() {
  const used = [
    addGradConfig,
    concatGradConfig,
    gatherGradConfig,
    identityGradConfig,
    { kernelName: BatchMatMul, inputsToSave: ["a", "b"], gradFunc: matMulGradient },
    multiplyGradConfig,
    reluGradConfig,
    reshapeGradConfig,
    subGradConfig,
  ];
  for (const gradient of used) registerGradient(gradient);
}
