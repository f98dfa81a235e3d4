/**
 * The operations that the models use, on WebAssembly. Arithmetic is done by the module's functions; what only moves
 * values is a loop over its memory. Where the package has none or a slow one, that is why ours differs: no
 * UnsortedSegmentSum (so embeddings could not be trained, tfjs issue 8082), and a gather, a transpose and a sum over
 * rows that take several times as long. A test compares all with the cpu backend.
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
import type { KernelFunc, NamedAttrMap } from "@tensorflow/tfjs-core/dist/kernel_registry";
import { assertAndGetBroadcastShape } from "@tensorflow/tfjs-core/dist/ops/broadcast_util";
import type { TensorInfo } from "@tensorflow/tfjs-core/dist/tensor_info";
import { inferFromImplicitShape, parseAxisParam } from "@tensorflow/tfjs-core/dist/util_base";
import { registerKernel } from "./tfjs";
import { shapeBytes, type WasmBackend } from "./wasm-backend";

type Call = {
  inputs: Record<string, TensorInfo> & TensorInfo[];
  backend: WasmBackend;
  attrs: NamedAttrMap;
};
type Kernel = (call: Call) => TensorInfo | TensorInfo[];

function input({ inputs }: Call, name: string): TensorInfo {
  const tensor = inputs[name];
  if (!tensor) throw new Error(`Kernel input ${name} is missing.`);
  return tensor;
}
const product = (shape: readonly number[]) => shape.reduce((size, length) => size * length, 1);
/** The numbers by which the module knows types. */
const typeCode = ({ dtype }: TensorInfo) => (dtype === "int32" ? 1 : 0);

const binary =
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

const unary =
  (name: string): Kernel =>
  (call) => {
    const x = input(call, "x");
    const out = call.backend.makeOutput(x.shape, x.dtype);
    const run = call.backend.native(name, ["number", "number", "number"]);
    run(call.backend.idOf(x), typeCode(x), call.backend.idOf(out));
    return out;
  };

const step: Kernel = (call) => {
  const x = input(call, "x");
  const out = call.backend.makeOutput(x.shape, x.dtype);
  const run = call.backend.native(Step, ["number", "number", "number", "number"]);
  run(call.backend.idOf(x), Number(call.attrs.alpha), typeCode(x), call.backend.idOf(out));
  return out;
};

/** Two matrices. Slow with a transposed operand: transpose first. */
const matMul: Kernel = (call) => {
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

const reshape: Kernel = (call) => {
  const x = input(call, "x");
  return call.backend.share(x, inferFromImplicitShape(call.attrs.shape as number[], product(x.shape)));
};

const identity: Kernel = (call) => {
  const x = input(call, "x");
  return call.backend.share(x, x.shape);
};

const cast: Kernel = (call) => {
  const x = input(call, "x");
  const dtype = call.attrs.dtype as TensorInfo["dtype"];
  if (dtype === x.dtype) return call.backend.share(x, x.shape);
  const out = call.backend.makeOutput(x.shape, dtype);
  call.backend.view(out.dataId).set(call.backend.view(x.dataId));
  return out;
};

/** Along one axis: [outer, axis, inner] with the parts' axes side by side. */
const concat: Kernel = (call) => {
  const { backend } = call;
  const parts = Object.values(call.inputs);
  const shape = [...(parts[0] as TensorInfo).shape];
  const axis = parseAxisParam(Number(call.attrs.axis), shape)[0] as number;
  const widths = parts.map((part) => product(part.shape.slice(axis)));
  const outer = product(shape.slice(0, axis));
  shape[axis] = parts.reduce((sum, part) => sum + (part.shape[axis] ?? 0), 0);
  const out = backend.makeOutput(shape, (parts[0] as TensorInfo).dtype);
  const target = backend.view(out.dataId);
  const stride = product(shape.slice(axis));
  let at = 0;
  for (const [i, part] of parts.entries()) {
    copyBlocks(
      backend.view(part.dataId),
      0,
      widths[i] as number,
      target,
      at,
      stride,
      outer,
      widths[i] as number,
    );
    at += widths[i] as number;
  }
  return out;
};

type Values = Float32Array | Int32Array;

/** Copies `count` blocks of `width` values; both sides have a start and a stride. */
function copyBlocks(
  source: Values,
  sourceAt: number,
  sourceStride: number,
  target: Values,
  targetAt: number,
  targetStride: number,
  count: number,
  width: number,
) {
  for (let block = 0; block < count; block++) {
    const from = sourceAt + block * sourceStride;
    target.set(source.subarray(from, from + width), targetAt + block * targetStride);
  }
}

/** The inverse of concat: `numOrSizeSplits` are the lengths along the axis. */
const split: Kernel = (call) => {
  const { backend } = call;
  const x = input(call, "x");
  const axis = parseAxisParam(Number(call.attrs.axis), x.shape)[0] as number;
  const outer = product(x.shape.slice(0, axis));
  const inner = product(x.shape.slice(axis + 1));
  const stride = product(x.shape.slice(axis));
  let at = 0;
  return (call.attrs.numOrSizeSplits as number[]).map((length) => {
    const shape = [...x.shape];
    shape[axis] = length;
    const out = backend.makeOutput(shape, x.dtype);
    const width = length * inner;
    const target = backend.view(out.dataId);
    copyBlocks(backend.view(x.dataId), at, stride, target, 0, width, outer, width);
    at += width;
    return out;
  });
};

/** A block of a matrix. */
const slice: Kernel = (call) => {
  const x = input(call, "x");
  const [row, column] = call.attrs.begin as [number, number];
  const [rows, columns] = call.attrs.size as [number, number];
  const stride = x.shape[1];
  if (x.shape.length !== 2 || stride === undefined) throw new Error("Only matrices are sliced here.");
  const out = call.backend.makeOutput([rows, columns], x.dtype);
  const target = call.backend.view(out.dataId);
  const source = call.backend.view(x.dataId);
  copyBlocks(source, row * stride + column, stride, target, 0, columns, rows, columns);
  return out;
};

const TILE = 32;

/** A matrix with its two axes exchanged, tile by tile so that both sides stay in the cache. */
const transpose: Kernel = (call) => {
  const x = input(call, "x");
  if ((call.attrs.perm as number[]).every((axis, i) => axis === i)) return call.backend.share(x, x.shape);
  const [rows, columns] = x.shape;
  if (x.shape.length !== 2 || rows === undefined || columns === undefined)
    throw new Error("Only the two axes of a matrix are exchanged here.");
  const out = call.backend.makeOutput([columns, rows], x.dtype);
  const target = call.backend.view(out.dataId);
  const source = call.backend.view(x.dataId);
  for (let top = 0; top < rows; top += TILE)
    for (let left = 0; left < columns; left += TILE) {
      const bottom = Math.min(top + TILE, rows);
      const right = Math.min(left + TILE, columns);
      for (let c = left; c < right; c++)
        for (let r = top; r < bottom; r++) target[c * rows + r] = source[r * columns + c] as number;
    }
  return out;
};

/** Over leading axes, which is what the gradient of a bias needs: [leading, rest] -> [rest]. */
const sum: Kernel = (call) => {
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
const unsortedSegmentSum: Kernel = (call) => {
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

/** x [rows, ...inner], indices [...outer] -> [...outer, ...inner]. */
const gatherRows: Kernel = (call) => {
  const x = input(call, "x");
  const indices = input(call, "indices");
  if (call.attrs.axis !== 0 || call.attrs.batchDims) throw new Error("Only rows are gathered here.");
  const inner = x.shape.slice(1);
  const width = product(inner);
  const out = call.backend.makeOutput([...indices.shape, ...inner], x.dtype);
  const target = call.backend.view(out.dataId);
  const source = call.backend.view(x.dataId);
  const ids = call.backend.view(indices.dataId);
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
};

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
