/**
 * Weights as one binary and a manifest, for the models of any world. Embedding tables are stored as int8 with one scale
 * a row (a quarter of the size, no measurable loss), everything else as float32.
 */
import { AppError } from "@/lib/errors";
import type { TabularModel } from "../ranking/tabular-model";
import { TABLE_NAMES } from "../ranking/tabular-model";
import type { Manifest } from "./weights-manifest";

/** An array of weights under its name in the file; the values are the model's own. */
export type NamedWeights = {
  readonly name: string;
  readonly values: Float32Array;
  readonly encoding: "float32" | "int8-rows";
  readonly width: number;
};

export const floatWeights = (name: string, values: Float32Array): NamedWeights => ({
  name,
  values,
  encoding: "float32",
  width: 1,
});
export const tableWeights = (name: string, values: Float32Array, width: number): NamedWeights => ({
  name,
  values,
  encoding: "int8-rows",
  width,
});

/** All weights of a model over tables; names begin with `prefix`. */
export const listTabularWeights = (prefix: string, { dense, config }: TabularModel): NamedWeights[] =>
  dense
    .entries()
    .map(([weight, values]) =>
      TABLE_NAMES.includes(weight)
        ? tableWeights(prefix + weight, values, values.length / config.tableRows)
        : floatWeights(prefix + weight, values),
    );

function encodeRows(values: Float32Array, width: number): Uint8Array {
  const rows = values.length / width;
  const bytes = new Uint8Array(rows * (4 + width));
  const view = new DataView(bytes.buffer);
  for (let r = 0; r < rows; r++) {
    let top = 1e-12;
    for (let d = 0; d < width; d++) top = Math.max(top, Math.abs(values[r * width + d] as number));
    const scale = top / 127;
    view.setFloat32(r * 4, scale, true);
    for (let d = 0; d < width; d++)
      view.setInt8(rows * 4 + r * width + d, Math.round((values[r * width + d] as number) / scale));
  }
  return bytes;
}

function decodeRows(view: DataView, offset: number, width: number, target: Float32Array) {
  const rows = target.length / width;
  for (let i = 0; i < target.length; i++)
    target[i] =
      view.getInt8(offset + rows * 4 + i) * view.getFloat32(offset + Math.floor(i / width) * 4, true);
}

export function packWeights(arrays: readonly NamedWeights[]): { manifest: Manifest; bytes: Uint8Array } {
  const tensors: Manifest["tensors"] = [];
  const parts: Uint8Array[] = [];
  let byteOffset = 0;
  for (const { name, values, encoding, width } of arrays) {
    const part = encoding === "int8-rows" ? encodeRows(values, width) : new Uint8Array(values.slice().buffer);
    tensors.push({ name, encoding, width, length: values.length, byteOffset });
    parts.push(part);
    byteOffset += part.byteLength;
  }
  const bytes = new Uint8Array(byteOffset);
  for (const [i, part] of parts.entries()) bytes.set(part, tensors[i]?.byteOffset ?? 0);
  return { manifest: { tensors }, bytes };
}

/** Bytes of an array: four a row and one a value, or four a value. */
const storedBytes = ({ encoding, length, width }: Manifest["tensors"][number]) =>
  encoding === "int8-rows" ? (length / width) * 4 + length : length * 4;

/** Fills the arrays of freshly made models from a file. @throws an AppError when the file does not fit. */
export function fillWeights(arrays: readonly NamedWeights[], manifest: Manifest, bytes: ArrayBuffer): void {
  const view = new DataView(bytes);
  for (const { name, values, encoding, width } of arrays) {
    const stored = manifest.tensors.find((tensor) => tensor.name === name);
    const isThere = stored !== undefined && stored.byteOffset + storedBytes(stored) <= bytes.byteLength;
    if (!stored || !isThere || stored.length !== values.length || stored.encoding !== encoding)
      throw new AppError(
        "unavailable",
        "The stored models do not fit this version. Train them here instead.",
      );
    if (encoding === "int8-rows") decodeRows(view, stored.byteOffset, width, values);
    else for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(stored.byteOffset + i * 4, true);
  }
}
