/**
 * The part of tfjs-core that is in use, file by file. The package's index keeps its file formats, optimizers and the
 * helpers of hundreds of kernels alive in every bundle (over 20 KB gzipped), and the kernels of its wasm backend import
 * that index; so everything here imports this file instead, and the kernels are our own (wasm-kernels.ts).
 */
import "./tfjs-setup";

export { env } from "@tensorflow/tfjs-core/dist/environment";
export {
  dispose,
  engine,
  findBackendFactory,
  getBackend,
  keep,
  memory,
  registerBackend,
  removeBackend,
  setBackend,
  tidy,
} from "@tensorflow/tfjs-core/dist/globals";
export { customGrad, valueAndGrads } from "@tensorflow/tfjs-core/dist/gradients";
export { registerGradient, registerKernel } from "@tensorflow/tfjs-core/dist/kernel_registry";
export { add } from "@tensorflow/tfjs-core/dist/ops/add";
export { concat } from "@tensorflow/tfjs-core/dist/ops/concat";
export { gather } from "@tensorflow/tfjs-core/dist/ops/gather";
export { matMul } from "@tensorflow/tfjs-core/dist/ops/mat_mul";
export { mul } from "@tensorflow/tfjs-core/dist/ops/mul";
export { neg } from "@tensorflow/tfjs-core/dist/ops/neg";
export { relu } from "@tensorflow/tfjs-core/dist/ops/relu";
export { reshape } from "@tensorflow/tfjs-core/dist/ops/reshape";
export { scalar } from "@tensorflow/tfjs-core/dist/ops/scalar";
export { slice } from "@tensorflow/tfjs-core/dist/ops/slice";
export { sub } from "@tensorflow/tfjs-core/dist/ops/sub";
export { tensor } from "@tensorflow/tfjs-core/dist/ops/tensor";
export { tensor1d } from "@tensorflow/tfjs-core/dist/ops/tensor1d";
export { tensor2d } from "@tensorflow/tfjs-core/dist/ops/tensor2d";
export { transpose } from "@tensorflow/tfjs-core/dist/ops/transpose";
export type { Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core/dist/tensor";
