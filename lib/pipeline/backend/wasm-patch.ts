/**
 * Repairs of tfjs-backend-wasm 4.22 without which nothing here could be trained with it:
 * - UnsortedSegmentSum is not registered, so the gradient of `gather` (every embedding) throws (tfjs issue 8082).
 * - matMul with a transposed operand leaves the fast path (15x slower), and the gradient of matMul uses exactly
 *   those; transposing first is faster.
 * - gather along axis 0 is five times slower than copying rows.
 * A test compares the gradients with those of the cpu backend. To be dropped when the package is fixed.
 */

import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm";
import {
  BatchMatMul,
  GatherV2,
  type KernelFunc,
  matMul,
  type NamedAttrMap,
  registerGradient,
  registerKernel,
  type Tensor,
  type TensorInfo,
  transpose,
  UnsortedSegmentSum,
} from "@tensorflow/tfjs-core";

type KernelArguments = { inputs: Record<string, TensorInfo>; backend: BackendWasm; attrs: NamedAttrMap };
const asKernel = (run: (call: KernelArguments) => TensorInfo) => run as unknown as KernelFunc;
const input = (call: KernelArguments, name: string): TensorInfo => {
  const tensor = call.inputs[name];
  if (!tensor) throw new Error(`Kernel input ${name} is missing.`);
  return tensor;
};
const product = (shape: readonly number[]) => shape.reduce((size, length) => size * length, 1);

/** x [rows, ...inner], segmentIds [rows] -> [segments, ...inner]: rows of the same segment are added up. */
function unsortedSegmentSum(call: KernelArguments): TensorInfo {
  const x = input(call, "x");
  const segments = Number(call.attrs.numSegments);
  const inner = x.shape.slice(1);
  const width = product(inner);
  const out = call.backend.makeOutput([segments, ...inner], "float32");
  const sums = call.backend.typedArrayFromHeap(out) as Float32Array;
  const rows = call.backend.typedArrayFromHeap(x) as Float32Array;
  const ids = call.backend.typedArrayFromHeap(input(call, "segmentIds")) as Int32Array;
  sums.fill(0);
  for (let row = 0; row < ids.length; row++) {
    const from = row * width;
    const to = (ids[row] as number) * width;
    for (let d = 0; d < width; d++) sums[to + d] = (sums[to + d] as number) + (rows[from + d] as number);
  }
  return out;
}

/** x [rows, ...inner], indices [...outer] -> [...outer, ...inner]; axis 0 and no batch dimensions. */
function gatherRows(call: KernelArguments): TensorInfo {
  const x = input(call, "x");
  const indices = input(call, "indices");
  if (call.attrs.axis !== 0 || call.attrs.batchDims)
    throw new Error("Only gather along axis 0 is registered.");
  const inner = x.shape.slice(1);
  const width = product(inner);
  const out = call.backend.makeOutput([...indices.shape, ...inner], x.dtype);
  const target = call.backend.typedArrayFromHeap(out);
  const source = call.backend.typedArrayFromHeap(x);
  const ids = call.backend.typedArrayFromHeap(indices) as Int32Array;
  const limit = x.shape[0] ?? 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    if (id < 0 || id >= limit) throw new Error(`gather: index ${id} is not in [0, ${limit}).`);
    const from = id * width;
    const to = i * width;
    // Rows are short: a loop is faster than a view of each.
    for (let d = 0; d < width; d++) target[to + d] = source[from + d] as number;
  }
  return out;
}

/** Transposes the last two axes. */
function flip(x: Tensor): Tensor {
  const axes = x.shape.map((_, axis) => axis);
  const last = axes.length - 1;
  return transpose(x, [...axes.slice(0, last - 1), last, last - 1]);
}

function matMulGradient(dy: Tensor | Tensor[], saved: Tensor[], attrs: NamedAttrMap) {
  const [a, b] = saved;
  if (!a || !b || Array.isArray(dy)) throw new Error("The gradient of matMul needs both operands.");
  const { transposeA, transposeB } = attrs;
  // With A = a or a^T and B = b or b^T: dA = dy B^T and dB = A^T dy, flipped back where the operand was flipped.
  const plainA = () => matMul(dy, transposeB ? b : flip(b));
  const plainB = () => matMul(transposeA ? a : flip(a), dy);
  return {
    a: () => (transposeA ? flip(plainA()) : plainA()),
    b: () => (transposeB ? flip(plainB()) : plainB()),
  };
}

/** The gradient of matMul by explicit transposes. */
function patchMatMulGradient() {
  registerGradient({ kernelName: BatchMatMul, inputsToSave: ["a", "b"], gradFunc: matMulGradient });
}

/** Call once, before the backend is chosen. */
export function patchWasmBackend() {
  registerKernel({ kernelName: GatherV2, backendName: "wasm", kernelFunc: asKernel(gatherRows) });
  registerKernel({
    kernelName: UnsortedSegmentSum,
    backendName: "wasm",
    kernelFunc: asKernel(unsortedSegmentSum),
  });
  patchMatMulGradient();
}
