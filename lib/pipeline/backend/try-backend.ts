/**
 * Tries WebGL or WebGPU and keeps it only if it starts, computes what WebAssembly computes, and is faster at scoring
 * the candidates of a request. A graphics card is no gain for models this small unless it is a fast one, and a wrong
 * driver must not change a slate.
 */
import { removeBackend, setBackend } from "@tensorflow/tfjs-core";
import type { BackendName } from "../workers/protocol";
import { computeTiny, largestError, timeScoring } from "./probe";

type GraphicsBackend = Exclude<BackendName, "wasm">;

const LABELS: Record<GraphicsBackend, string> = { webgl: "WebGL", webgpu: "WebGPU" };

/** Half-precision textures, as on some phones, are off by about 1e-3. */
const TOLERANCE = 1e-3;

/** Loads a backend's code, a chunk of its own, and registers it with the kernels that the models use. */
async function load(name: GraphicsBackend): Promise<void> {
  if (name === "webgl") (await import("./webgl-backend")).registerWebgl();
}

const milliseconds = (value: number) => `${value.toFixed(1)} ms`;

/** Why the backend that runs now should not be kept, or null. */
function judge(label: string, expected: readonly number[], wasmMilliseconds: number): string | null {
  const error = largestError(expected, computeTiny());
  if (error > TOLERANCE)
    return `${label} computes other numbers than WebAssembly here (off by ${(error * 100).toPrecision(2)} %), so WebAssembly runs.`;
  const taken = timeScoring();
  if (taken < wasmMilliseconds) return null;
  return `${label} took ${milliseconds(taken)} to score 500 candidates and WebAssembly ${milliseconds(wasmMilliseconds)}, so WebAssembly runs.`;
}

/** Makes `name` the running backend and returns null, or returns why not, as a sentence; then WebAssembly runs. */
export async function tryBackend(name: GraphicsBackend): Promise<string | null> {
  const label = LABELS[name];
  await setBackend("wasm");
  const expected = computeTiny();
  const wasmMilliseconds = timeScoring();
  let refusal: string | null;
  try {
    await load(name);
    refusal = (await setBackend(name))
      ? judge(label, expected, wasmMilliseconds)
      : `This browser does not offer ${label} to a background worker, so WebAssembly runs.`;
  } catch {
    refusal = `${label} could not be started in this browser, so WebAssembly runs.`;
  }
  if (refusal !== null) {
    await setBackend("wasm");
    removeBackend(name);
  }
  return refusal;
}
