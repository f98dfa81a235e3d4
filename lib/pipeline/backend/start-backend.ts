/**
 * Starts the model runtime. tfjs on WebAssembly SIMD always runs first: it trains and serves everywhere, without a
 * graphics card. WebGL and WebGPU are tried on request only, loaded then, and kept only if they are there, right and
 * faster (try-backend.ts). The .wasm file comes from our own origin.
 */
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm/dist/base";
import { env, getBackend, ready, setBackend } from "@tensorflow/tfjs-core";
import { AppError } from "@/lib/errors";
import type { BackendName } from "../workers/protocol";
import { registerUsedGradients } from "./gradients";
import { registerUsedKernels } from "./kernels";
import { tryBackend } from "./try-backend";
import { patchWasmBackend } from "./wasm-patch";

const WASM_FOLDER = "/wasm/";

export type BackendOptions = {
  /** Where the .wasm file is; ends in a slash. */
  readonly folder?: string;
  /** Without it, what already runs stays, or WebAssembly starts. */
  readonly backend?: BackendName;
};

export type BackendStart = {
  /** What runs now. */
  readonly backend: BackendName;
  readonly milliseconds: number;
  /** Why the wanted backend does not run, as a sentence. */
  readonly refusal?: string;
};

let wasmStart: Promise<void> | null = null;

async function startWasm(folder: string) {
  // Threads start slowly and never run in 4.22.
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

/** Starts WebAssembly once and then, if asked, tries another backend. Throws AppError when not even WebAssembly runs. */
export async function startBackend(options: BackendOptions = {}): Promise<BackendStart> {
  const start = performance.now();
  wasmStart ??= startWasm(options.folder ?? WASM_FOLDER).catch((error: unknown) => {
    wasmStart = null;
    throw error;
  });
  await wasmStart;
  let refusal: string | null = null;
  const wanted = options.backend;
  if (wanted === "wasm") await setBackend("wasm");
  else if (wanted && wanted !== getBackend()) refusal = await tryBackend(wanted);
  const running = { backend: getBackend() as BackendName, milliseconds: performance.now() - start };
  return refusal === null ? running : { ...running, refusal };
}
