/**
 * The operations that the models use, on WebAssembly. They stand in for the package's own kernels, which import the
 * whole index of tfjs-core, have no UnsortedSegmentSum (so embeddings could not be trained, tfjs issue 8082), and take
 * several times as long to gather, transpose and sum over rows. A test compares all with the cpu backend.
 */
import {
  Add,
  BatchMatMul,
  Cast,
  Concat,
  GatherV2,
  Identity,
  Multiply,
  Neg,
  Relu,
  Reshape,
  Slice,
  SplitV,
  Step,
  Sub,
  Sum,
  Transpose,
  UnsortedSegmentSum,
} from "@tensorflow/tfjs-core/dist/kernel_names";
import type { KernelFunc } from "@tensorflow/tfjs-core/dist/kernel_registry";
import { binary, matMul, step, sum, unary, unsortedSegmentSum } from "./arithmetic-kernels";
import type { Kernel } from "./kernel-call";
import { cast, concat, gatherRows, identity, reshape, slice, split, transpose } from "./layout-kernels";
import { registerKernel } from "./tfjs";

const KERNELS: Record<string, Kernel> = {
  [Add]: binary(Add),
  [BatchMatMul]: matMul,
  [Cast]: cast,
  [Concat]: concat,
  [GatherV2]: gatherRows,
  [Identity]: identity,
  [Multiply]: binary(Multiply),
  [Neg]: unary(Neg),
  [Relu]: unary(Relu),
  [Reshape]: reshape,
  [Slice]: slice,
  [SplitV]: split,
  [Step]: step,
  [Sub]: binary(Sub),
  [Sum]: sum,
  [Transpose]: transpose,
  [UnsortedSegmentSum]: unsortedSegmentSum,
};

/** Call once, before the backend starts. */
export function registerWasmKernels() {
  for (const [kernelName, kernelFunc] of Object.entries(KERNELS))
    registerKernel({ kernelName, backendName: "wasm", kernelFunc: kernelFunc as unknown as KernelFunc });
}
