/** jax-js on its WebAssembly device. */
import { defaultDevice, init, type Array as JaxArray } from "@jax-js/jax";
import type { JaxMode } from "./jax-modes";

export async function startJax() {
  const devices = await init("wasm");
  if (!devices.includes("wasm")) throw new Error("jax-js has no WebAssembly device here");
  defaultDevice("wasm");
}

/** Gives the array's reference away. */
export const readArray = async (array: JaxArray, { hasThreads }: JaxMode): Promise<Float32Array> =>
  (hasThreads ? await array.data() : array.dataSync()) as Float32Array;
