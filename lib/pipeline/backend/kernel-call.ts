/** What a kernel of our WebAssembly backend is called with, and what all of them need. */
import type { NamedAttrMap } from "@tensorflow/tfjs-core/dist/kernel_registry";
import type { TensorInfo } from "@tensorflow/tfjs-core/dist/tensor_info";
import type { WasmBackend } from "./wasm-backend";

export type Call = {
  inputs: Record<string, TensorInfo> & TensorInfo[];
  backend: WasmBackend;
  attrs: NamedAttrMap;
};
export type Kernel = (call: Call) => TensorInfo | TensorInfo[];

export function input({ inputs }: Call, name: string): TensorInfo {
  const tensor = inputs[name];
  if (!tensor) throw new Error(`Kernel input ${name} is missing.`);
  return tensor;
}
export const product = (shape: readonly number[]) => shape.reduce((size, length) => size * length, 1);
