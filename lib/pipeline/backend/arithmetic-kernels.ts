/**
 * Operations that compute. Products and sums of tensors are functions of the WebAssembly module; sums of rows are loops
 * over its memory: the module has none by segment, and transposes first to sum over rows.
 */
import { BatchMatMul, Step } from "@tensorflow/tfjs-core/dist/kernel_names";
import { assertAndGetBroadcastShape } from "@tensorflow/tfjs-core/dist/ops/broadcast_util";
import type { TensorInfo } from "@tensorflow/tfjs-core/dist/tensor_info";
import { parseAxisParam } from "@tensorflow/tfjs-core/dist/util_base";
import { input, type Kernel, product } from "./kernel-call";
import { shapeBytes } from "./wasm-backend";

/** The numbers by which the module knows types. */
const typeCode = ({ dtype }: TensorInfo) => (dtype === "int32" ? 1 : 0);

export const binary =
  (name: string): Kernel =>
  (call) => {
    const [a, b] = [input(call, "a"), input(call, "b")];
    const { backend } = call;
    const out = backend.makeOutput(assertAndGetBroadcastShape(a.shape, b.shape), a.dtype);
    const run = backend.native(name, [
      "number",
      "array",
      "number",
      "number",
      "array",
      "number",
      "number",
      "number",
    ]);
    run(
      backend.idOf(a),
      shapeBytes(a.shape),
      a.shape.length,
      backend.idOf(b),
      shapeBytes(b.shape),
      b.shape.length,
      typeCode(a),
      backend.idOf(out),
    );
    return out;
  };

export const unary =
  (name: string): Kernel =>
  (call) => {
    const x = input(call, "x");
    const out = call.backend.makeOutput(x.shape, x.dtype);
    const run = call.backend.native(name, ["number", "number", "number"]);
    run(call.backend.idOf(x), typeCode(x), call.backend.idOf(out));
    return out;
  };

export const step: Kernel = (call) => {
  const x = input(call, "x");
  const out = call.backend.makeOutput(x.shape, x.dtype);
  const run = call.backend.native(Step, ["number", "number", "number", "number"]);
  run(call.backend.idOf(x), Number(call.attrs.alpha), typeCode(x), call.backend.idOf(out));
  return out;
};

/** Two matrices. Slow with a transposed operand: transpose first. */
export const matMul: Kernel = (call) => {
  const [a, b] = [input(call, "a"), input(call, "b")];
  const { backend } = call;
  if (a.shape.length !== 2 || b.shape.length !== 2)
    throw new Error("Only products of two matrices are here.");
  const isFlippedA = Boolean(call.attrs.transposeA);
  const isFlippedB = Boolean(call.attrs.transposeB);
  const rows = a.shape[isFlippedA ? 1 : 0] ?? 0;
  const columns = b.shape[isFlippedB ? 0 : 1] ?? 0;
  const out = backend.makeOutput([rows, columns], "float32");
  const run = backend.native(BatchMatMul, [
    "number",
    "array",
    "number",
    "number",
    "array",
    "number",
    "number",
    "number",
    "number",
  ]);
  // The module multiplies batches of matrices; ours has one.
  const [shapeA, shapeB] = [shapeBytes([1, ...a.shape]), shapeBytes([1, ...b.shape])];
  run(backend.idOf(a), shapeA, 3, backend.idOf(b), shapeB, 3, isFlippedA, isFlippedB, backend.idOf(out));
  return out;
};

/** Over leading axes, which is what the gradient of a bias needs: [leading, rest] -> [rest]. */
export const sum: Kernel = (call) => {
  const x = input(call, "x");
  const axes = parseAxisParam(call.attrs.axis as number[], x.shape);
  if (axes.some((axis, i) => axis !== i)) throw new Error("Only leading axes are summed here.");
  const kept = x.shape.slice(axes.length);
  const shape = call.attrs.keepDims ? [...axes.map(() => 1), ...kept] : kept;
  const out = call.backend.makeOutput(shape, x.dtype);
  const sums = call.backend.view(out.dataId);
  const source = call.backend.view(x.dataId);
  const width = product(kept);
  sums.fill(0);
  for (let from = 0; from < source.length; from += width)
    for (let i = 0; i < width; i++) sums[i] = (sums[i] as number) + (source[from + i] as number);
  return out;
};

/** x [rows, ...inner], segmentIds [rows] -> [segments, ...inner]: rows of the same segment are added up. */
export const unsortedSegmentSum: Kernel = (call) => {
  const x = input(call, "x");
  const inner = x.shape.slice(1);
  const width = product(inner);
  const out = call.backend.makeOutput([Number(call.attrs.numSegments), ...inner], x.dtype);
  const sums = call.backend.view(out.dataId);
  const rows = call.backend.view(x.dataId);
  const ids = call.backend.view(input(call, "segmentIds").dataId);
  sums.fill(0);
  for (let row = 0; row < ids.length; row++) {
    const from = row * width;
    const to = (ids[row] as number) * width;
    for (let d = 0; d < width; d++) sums[to + d] = (sums[to + d] as number) + (rows[from + d] as number);
  }
  return out;
};
