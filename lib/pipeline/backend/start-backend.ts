/**
 * Starts tfjs on WebAssembly SIMD, the fastest backend that trains here without a graphics card. Its threads are
 * switched off: in 4.22 they start slowly and never run. The .wasm file comes from our own origin.
 */
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm/dist/base";
import { env, ready, setBackend } from "@tensorflow/tfjs-core";
import { AppError } from "@/lib/errors";
import { registerUsedGradients } from "./gradients";
import { registerUsedKernels } from "./kernels";
import { patchWasmBackend } from "./wasm-patch";

export const WASM_FOLDER = "/wasm/";
export const BACKEND_NAME = "wasm-simd";

let started: Promise<void> | null = null;

async function start(folder: string) {
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!(await env().getAsync("WASM_HAS_SIMD_SUPPORT")))
    throw new AppError(
      "unavailable",
      "This browser has no WebAssembly SIMD, which the models need. Use a newer one.",
    );
  setWasmPaths(folder);
  registerUsedKernels();
  registerUsedGradients();
  patchWasmBackend();
  if (!(await setBackend("wasm")))
    throw new AppError("unavailable", "The model runtime could not be loaded. Try again.");
  await ready();
}

/** Starts the backend once; later calls wait for the first. `folder` ends in a slash. */
export function startBackend(folder = WASM_FOLDER): Promise<void> {
  started ??= start(folder).catch((error: unknown) => {
    started = null;
    throw error;
  });
  return started;
}
