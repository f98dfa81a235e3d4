/**
 * The scan kernel and its memory. One WebAssembly memory holds the rows, the query and the result keys; rows are
 * written straight into it, so an index is never copied. `shared: true` memories and row ranges make it possible to
 * scan with several workers. Where WebAssembly SIMD is missing, the same scan runs in JavaScript on the same memory.
 */
import { type ScanFunction, scanInt8InScript } from "./scan-fallback";
import { SCAN_KERNEL_BASE64 } from "./scan-kernel-binary";

const PAGE_BYTES = 65_536;
/** Keys kept between two quickselects. */
const KEY_CAPACITY = 4_096;
const KEY_BYTES = 8;
/** Widest query: 512 dimensions as float32. */
const QUERY_BYTES = 2_048;
/** The compiled module keeps nothing in memory, but address 0 stays unused. */
const BASE = 1_024;
export const MAX_NEIGHBOURS = 2_000;

export type ScanKernel = {
  readonly implementation: "wasm-simd" | "javascript";
  readonly memory: WebAssembly.Memory;
  /** Byte address of the first row. */
  readonly rowsAddress: number;
  /**
   * The k rows of [from, to) with the largest dot product, best first, ties to the lower row.
   * `query` is int16 (int8 values widened). Returns rows and integer scores.
   */
  searchInt8(
    query: Int16Array,
    from: number,
    to: number,
    k: number,
  ): { rows: Int32Array; scores: Int32Array };
  /** As searchInt8 on float32 rows. JavaScript fallback: not available, throws. */
  searchFloat(query: Float32Array, from: number, to: number, k: number): { rows: Int32Array };
};

type KernelExports = { scanInt8: ScanFunction; scanFloat: ScanFunction };

let compiled: Promise<WebAssembly.Module | null> | null = null;

function compile(): Promise<WebAssembly.Module | null> {
  compiled ??= (async () => {
    try {
      return await WebAssembly.compile(
        Uint8Array.from(atob(SCAN_KERNEL_BASE64), (char) => char.charCodeAt(0)),
      );
    } catch {
      return null;
    }
  })();
  return compiled;
}

/**
 * A kernel with room for `rowBytes` bytes of rows of `dimension` components (a multiple of 16).
 * `forceScript` takes the JavaScript fallback.
 */
export async function createScanKernel(
  rowBytes: number,
  dimension: number,
  forceScript = false,
): Promise<ScanKernel> {
  const queryAddress = BASE;
  const keysAddress = queryAddress + QUERY_BYTES;
  const rowsAddress = keysAddress + KEY_CAPACITY * KEY_BYTES;
  const pages = Math.ceil((rowsAddress + rowBytes) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages });
  const module = forceScript ? null : await compile();
  const exports = module
    ? ((await WebAssembly.instantiate(module, { env: { memory } })).exports as unknown as KernelExports)
    : null;

  function run(scan: ScanFunction, from: number, to: number, k: number) {
    const wanted = Math.min(k, MAX_NEIGHBOURS, to - from);
    const count = scan(rowsAddress, from, to, dimension, queryAddress, wanted, keysAddress, KEY_CAPACITY);
    const halves = new Int32Array(memory.buffer, keysAddress, count * 2);
    const rows = new Int32Array(count);
    const scores = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      rows[i] = ~(halves[i * 2] ?? 0);
      scores[i] = halves[i * 2 + 1] ?? 0;
    }
    return { rows, scores };
  }

  return {
    implementation: exports ? "wasm-simd" : "javascript",
    memory,
    rowsAddress,
    searchInt8(query, from, to, k) {
      new Int16Array(memory.buffer, queryAddress, dimension).set(query);
      return run(exports?.scanInt8 ?? scanInt8InScript(memory), from, to, k);
    },
    searchFloat(query, from, to, k) {
      if (!exports) throw new Error("Float rows are scanned with WebAssembly SIMD only.");
      new Float32Array(memory.buffer, queryAddress, dimension).set(query);
      return { rows: run(exports.scanFloat, from, to, k).rows };
    },
  };
}
