/** jax-js on its WebAssembly device, which uses a thread per core where memory can be shared. */
import { defaultDevice, init } from "@jax-js/jax";

export async function startJax() {
  const devices = await init("wasm");
  if (!devices.includes("wasm")) throw new Error("jax-js has no WebAssembly device here");
  defaultDevice("wasm");
}
