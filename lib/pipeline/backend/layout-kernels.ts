/** Operations that only move values: loops over the memory of the WebAssembly module, or the same values shared. */
import type { TensorInfo } from "@tensorflow/tfjs-core/dist/tensor_info";
import { inferFromImplicitShape, parseAxisParam } from "@tensorflow/tfjs-core/dist/util_base";
import { input, type Kernel, product } from "./kernel-call";

export const reshape: Kernel = (call) => {
  const x = input(call, "x");
  return call.backend.share(x, inferFromImplicitShape(call.attrs.shape as number[], product(x.shape)));
};

export const identity: Kernel = (call) => {
  const x = input(call, "x");
  return call.backend.share(x, x.shape);
};

export const cast: Kernel = (call) => {
  const x = input(call, "x");
  const dtype = call.attrs.dtype as TensorInfo["dtype"];
  if (dtype === x.dtype) return call.backend.share(x, x.shape);
  const out = call.backend.makeOutput(x.shape, dtype);
  call.backend.view(out.dataId).set(call.backend.view(x.dataId));
  return out;
};

/** Along one axis: [outer, axis, inner] with the parts' axes side by side. */
export const concat: Kernel = (call) => {
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
export const split: Kernel = (call) => {
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
export const slice: Kernel = (call) => {
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
export const transpose: Kernel = (call) => {
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

/** x [rows, ...inner], indices [...outer] -> [...outer, ...inner]. */
export const gatherRows: Kernel = (call) => {
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
