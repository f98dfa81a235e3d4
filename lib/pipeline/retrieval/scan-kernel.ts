/**
 * The scan's functions, compiled for what this machine can do: relaxed SIMD, baseline SIMD or plain JavaScript. All
 * three work on the same memory and give the same integers. Addresses are byte offsets into that memory.
 */
import { AppError } from "@/lib/errors";
import { createScriptKernel } from "./scan-fallback";
import { SCAN_KERNEL_BUILDS } from "./scan-kernel-binary";

export type Implementation = "relaxed-simd" | "simd" | "javascript";

/** See kernel/scan.ts, kernel/keys.ts and kernel/lists.ts; a key is (inverted id, score), two int32. */
export type KernelFunctions = {
  configure(rows: number, scales: number, ids: number, dimension: number): void;
  prepareQuery(query: number, prepared: number, dimension: number): void;
  beginKeys(address: number, capacity: number, k: number): void;
  scan(query: number, from: number, to: number): void;
  offerKeys(address: number, count: number): void;
  heldKeys(): number;
  finishKeys(): number;
  rescore(query: number, rowOf: number, k: number): number;
  scanFloat(rows: number, count: number, dimension: number, query: number): void;
  readAll(from: number, bytes: number): number;
  configureAssign(
    rows: number,
    dimension: number,
    groups: number,
    groupCount: number,
    groupStarts: number,
    visits: number,
    centroids: number,
    lists: number,
    groupScores: number,
  ): void;
  assign(chosen: number, count: number, nearest: number): void;
  permute(scales: number, itemOf: number, rowOf: number, size: number): void;
};

export type Kernel = {
  readonly implementation: Implementation;
  readonly memory: WebAssembly.Memory;
  readonly functions: KernelFunctions;
  /** Null in JavaScript. A second worker instantiates it on the same memory. */
  readonly module: WebAssembly.Module | null;
};

const PAGE_BYTES = 65_536;
/** The largest k of a search. */
export const MAX_NEIGHBOURS = 2_000;
/** Keys that a selection holds between two cuts. */
export const KEY_CAPACITY = 4_096;
export const KEY_BYTES = 8;

const compiled = new Map<string, Promise<WebAssembly.Module | null>>();

/** Null where this engine does not know the instructions. */
function compile(base64: string): Promise<WebAssembly.Module | null> {
  const known = compiled.get(base64);
  if (known) return known;
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const compiling = WebAssembly.compile(bytes).catch(() => null);
  compiled.set(base64, compiling);
  return compiling;
}

/** @throws an AppError that can be shown when the device has no such memory left. */
function allocate(bytes: number, shared: boolean): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
  } catch {
    throw new AppError(
      "unavailable",
      `This device has no ${Math.ceil(bytes / 1e6)} MB left for the index. Choose fewer videos.`,
    );
  }
}

/**
 * A kernel on `bytes` bytes of memory: the fastest implementation there is, or the one asked for.
 * @throws when the one asked for is not available here.
 */
export async function createKernel(
  bytes: number,
  shared: boolean,
  implementation?: Implementation,
): Promise<Kernel> {
  const memory = allocate(bytes, shared);
  const builds = SCAN_KERNEL_BUILDS;
  for (const [name, base64] of [
    ["relaxed-simd", shared ? builds.relaxedShared : builds.relaxed],
    ["simd", shared ? builds.baselineShared : builds.baseline],
  ] as const) {
    const module = implementation === undefined || implementation === name ? await compile(base64) : null;
    if (!module) continue;
    const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
    return { implementation: name, memory, module, functions: exports as unknown as KernelFunctions };
  }
  if (implementation !== undefined && implementation !== "javascript")
    throw new Error(`This engine has no ${implementation}.`);
  return { implementation: "javascript", memory, module: null, functions: createScriptKernel(memory) };
}

/** The keys at `address`, best first, as ids and integer scores. */
export function readKeys(memory: WebAssembly.Memory, address: number, count: number) {
  const halves = new Int32Array(memory.buffer, address, count * 2);
  const ids = new Int32Array(count);
  const scores = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    ids[i] = ~(halves[i * 2] as number);
    scores[i] = halves[i * 2 + 1] as number;
  }
  return { ids, scores };
}
