/**
 * Exact neighbours by float32 vectors, the truth that a quantised index is held against. Rows come chunk by chunk, so
 * that no copy of the whole catalogue in float32 is ever needed; the caller merges the chunks' results.
 */
import { createKernel, KEY_BYTES, KEY_CAPACITY, MAX_NEIGHBOURS, readKeys } from "./scan-kernel";

const KEYS = 1_024;
const QUERY = KEYS + KEY_CAPACITY * KEY_BYTES;

export type FloatSearch = {
  /** Takes `count` rows ([count, dimension]) for the searches that follow. */
  load(rows: Float32Array, count: number): void;
  /** The k loaded rows with the largest inner products, best first, equal ones in order. */
  search(query: Float32Array, k: number): { readonly rows: Int32Array; readonly scores: Float32Array };
};

/** The inverse of the kernel's orderedBits. */
function scoresOf(ordered: Int32Array): Float32Array {
  return new Float32Array(ordered.map((bits) => (bits >= 0 ? bits : bits ^ 0x7fff_ffff)).buffer);
}

/** Room for chunks of at most `chunkRows` rows; `dimension` is a multiple of 4. */
export async function createFloatSearch(dimension: number, chunkRows: number): Promise<FloatSearch> {
  const rowsAt = QUERY + Math.ceil((dimension * 4) / 64) * 64;
  const { memory, functions } = await createKernel(rowsAt + chunkRows * dimension * 4, false);
  let loaded = 0;
  return {
    load(rows, count) {
      if (count > chunkRows) throw new RangeError(`At most ${chunkRows} rows at a time.`);
      new Float32Array(memory.buffer, rowsAt, count * dimension).set(rows.subarray(0, count * dimension));
      loaded = count;
    },
    search(query, k) {
      new Float32Array(memory.buffer, QUERY, dimension).set(query);
      functions.beginKeys(KEYS, KEY_CAPACITY, Math.min(k, MAX_NEIGHBOURS));
      functions.scanFloat(rowsAt, loaded, dimension, QUERY);
      const { ids, scores } = readKeys(memory, KEYS, functions.finishKeys());
      return { rows: ids, scores: scoresOf(scores) };
    },
  };
}
