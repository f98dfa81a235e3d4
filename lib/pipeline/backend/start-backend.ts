/**
 * Starts the model runtime. tfjs on WebAssembly SIMD always runs first: it trains and serves everywhere, without a
 * graphics card. WebGL and WebGPU are tried on request only, loaded then, and kept only if they are there, right and
 * faster (try-backend.ts). The .wasm file comes from our own origin.
 */
import { AppError } from "@/lib/errors";
import type { BackendName } from "../workers/protocol";
import { registerUsedGradients } from "./gradients";
import { getBackend, registerBackend, setBackend } from "./tfjs";
import { tryBackend } from "./try-backend";
import { loadWasmBackend } from "./wasm-backend";
import { registerWasmKernels } from "./wasm-kernels";

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

/** A module with one function that uses a SIMD instruction: browsers without SIMD reject it. */
const SIMD_MODULE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11],
);

let wasmStart: Promise<void> | null = null;

async function startWasm(folder: string) {
  if (!WebAssembly.validate(SIMD_MODULE))
    throw new AppError(
      "unavailable",
      "This browser has no WebAssembly SIMD, which the models need. Use a newer one.",
    );
  const wasm = await loadWasmBackend(folder).catch(() => {
    throw new AppError("unavailable", "The model runtime could not be loaded. Try again.");
  });
  registerWasmKernels();
  registerUsedGradients();
  registerBackend("wasm", () => wasm);
  await setBackend("wasm");
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
