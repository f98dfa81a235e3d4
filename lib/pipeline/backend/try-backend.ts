/**
 * Tries WebGL or WebGPU and keeps it only if it starts, computes what WebAssembly computes, and is faster at scoring
 * the candidates of a request. A graphics card is no gain for models this small unless it is a fast one, and a wrong
 * driver must not change a slate.
 */

import type { BackendName } from "../workers/protocol";
import { computeTiny, largestError, timeScoring } from "./probe";
import { findBackendFactory, removeBackend, setBackend } from "./tfjs";

type GraphicsBackend = Exclude<BackendName, "wasm">;

const LABELS: Record<GraphicsBackend, string> = { webgl: "WebGL", webgpu: "WebGPU" };

/** Half-precision textures, as on some phones, are off by about 1e-3. */
const TOLERANCE = 1e-3;

/**
 * WebGPU hands results over asynchronously. tfjs 4.22 imitates the synchronous reading that a ranker needs by drawing
 * on canvases, which gave wrong numbers where we could try it; so its code is not shipped.
 */
const WEBGPU_REFUSAL =
  "WebGPU hands results over too late for a ranker that answers at once, so WebAssembly runs.";

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

async function start(name: GraphicsBackend): Promise<string | null> {
  if (name === "webgpu") return WEBGPU_REFUSAL;
  const label = LABELS[name];
  await setBackend("wasm");
  const expected = computeTiny();
  const wasmMilliseconds = timeScoring();
  try {
    // The code is a chunk of its own, loaded when it is asked for.
    if (!findBackendFactory(name)) (await import("./webgl-backend")).registerWebgl();
    if (!(await setBackend(name)))
      return `This browser does not offer ${label} to a background worker, so WebAssembly runs.`;
    return judge(label, expected, wasmMilliseconds);
  } catch {
    return `${label} could not be started in this browser, so WebAssembly runs.`;
  }
}

const refusals = new Map<GraphicsBackend, string>();

/**
 * Makes `name` the running backend and returns null, or returns why not, as a sentence; then WebAssembly runs. A
 * refusal holds for the life of the worker.
 */
export async function tryBackend(name: GraphicsBackend): Promise<string | null> {
  const refusal = refusals.get(name) ?? (await start(name));
  if (refusal !== null) {
    refusals.set(name, refusal);
    await setBackend("wasm");
    if (findBackendFactory(name)) removeBackend(name);
  }
  return refusal;
}
