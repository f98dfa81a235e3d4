/**
 * An inner-product index of unit vectors: one byte per component, one copy of the rows (74 MB at 1,000,000 x 64 with
 * all that belongs to it). It is searched exactly, row by row, or through inverted lists that are built on demand on
 * the same rows. Items keep their numbers; rows may be reordered behind them.
 */
import type { Random } from "@/lib/random";
import type { Checkpoint } from "../types";
import { buildInvertedLists } from "./lists-build";
import { quantiseQuery, quantiseRows, ROW_UNIT } from "./quantise";
import { canShare, type ScanHelper, startScanHelper } from "./scan-helper";
import {
  createKernel,
  type Implementation,
  KEY_CAPACITY,
  type Kernel,
  MAX_NEIGHBOURS,
  readKeys,
} from "./scan-kernel";
import { layOut, MAX_LIST_COUNT, type ScanLayout } from "./scan-layout";

/** Best first. `scanned`: rows that were compared with the query. */
export type SearchResult = {
  readonly items: Int32Array;
  readonly scores: Float32Array;
  readonly scanned: number;
};

export type VectorIndex = {
  readonly size: number;
  readonly dimension: number;
  /** All memory the index holds: rows, scales, id maps, centroids, buffers. */
  readonly bytes: number;
  readonly implementation: Implementation;
  readonly threads: 1 | 2;
  /** 0 until lists are built. */
  readonly lists: number;
  /** Quantises `count` vectors ([count, dimension]) as items [at, at + count). @throws once lists are built. */
  write(vectors: Float32Array, at: number, count: number): void;
  /** The k best of all items and their inner products (of the quantised vectors); equal ones to the lower item. */
  search(query: Float32Array, k: number): SearchResult;
  /** The same inner products for chosen items, into `scores`. */
  score(query: Float32Array, items: Int32Array, scores: Float32Array): void;
  /** Cosine of two items; 0 when one is the zero vector. */
  cosine(a: number, b: number): number;
  /** A copy of the item's vector as the index knows it. */
  vector(item: number): Float32Array;
  /** Groups the rows into lists, again if need be. When cancelled the index stays whole but has no lists. */
  buildLists(
    lists: number,
    random: Random,
    checkpoint: Checkpoint,
    onProgress?: (fraction: number) => void,
  ): Promise<void>;
  /** As `search`, over the `probes` lists nearest to the query. @throws when there are no lists. */
  searchLists(query: Float32Array, k: number, probes: number): SearchResult;
  /** Reads every byte of the rows as the scan does and nothing else, to time the memory; returns a checksum. */
  readAll(): number;
  /** Ends the second worker. */
  close(): void;
};

export type IndexOptions = { readonly threads?: 1 | 2; readonly implementation?: Implementation };

/** Below this a second worker takes longer to wake than it saves. */
const THREADS_FROM = 200_000;

/** Candidates of the 8-bit scan that are scored again for the k best. */
const candidatesFor = (k: number) => k + 32 + (k >> 4);

/** The power of two nearest to the square root: 1,024 at a million. */
export function defaultListCount(size: number): number {
  return Math.min(MAX_LIST_COUNT, 2 ** Math.max(0, Math.round(Math.log2(Math.max(1, size)) / 2)));
}

class MemoryIndex implements VectorIndex {
  private readonly rows: Int8Array;
  private readonly scales: Uint8Array;
  private readonly coarse: Int8Array;
  private readonly fine: Int16Array;
  private readonly rowOf: Int32Array;
  private permuted = false;
  private starts: Int32Array = new Int32Array(1);

  constructor(
    readonly size: number,
    readonly dimension: number,
    private readonly kernel: Kernel,
    private readonly layout: ScanLayout,
    private helper: ScanHelper | null,
  ) {
    const { buffer } = kernel.memory;
    this.rows = new Int8Array(buffer, layout.rows, size * dimension);
    this.scales = new Uint8Array(buffer, layout.scales, size);
    this.coarse = new Int8Array(buffer, layout.query, dimension);
    this.fine = new Int16Array(buffer, layout.fineQuery, dimension);
    this.rowOf = new Int32Array(buffer, layout.rowOf, size);
    new Uint8Array(buffer, layout.centroidScales, Math.min(size, MAX_LIST_COUNT)).fill(1);
  }

  get bytes() {
    return this.kernel.memory.buffer.byteLength + this.starts.byteLength;
  }
  get implementation() {
    return this.kernel.implementation;
  }
  get threads() {
    return this.helper ? 2 : 1;
  }
  get lists() {
    return this.starts.length - 1;
  }

  write(vectors: Float32Array, at: number, count: number) {
    if (this.permuted) throw new Error("Rows cannot be written once lists are built.");
    const { dimension } = this;
    const rows = this.rows.subarray(at * dimension, (at + count) * dimension);
    quantiseRows(vectors, rows, this.scales.subarray(at, at + count));
  }

  search(query: Float32Array, k: number): SearchResult {
    const wanted = Math.min(k, MAX_NEIGHBOURS, this.size);
    if (wanted < 1) return { items: new Int32Array(), scores: new Float32Array(), scanned: 0 };
    let unit = 0;
    const prepare = () => {
      unit = this.prepare(query);
    };
    this.beginRows(wanted);
    if (this.helper) this.helper.scan(candidatesFor(wanted), this.idsAddress(), prepare);
    else {
      prepare();
      this.kernel.functions.scan(this.layout.prepared, 0, this.size);
    }
    return this.finish(wanted, unit, this.size);
  }

  searchLists(query: Float32Array, k: number, probes: number): SearchResult {
    if (this.lists === 0) throw new Error("The index has no lists yet.");
    const wanted = Math.min(k, MAX_NEIGHBOURS, this.size);
    if (probes >= this.lists || wanted < 1) return this.search(query, k);
    const { layout, starts } = this;
    const { functions, memory } = this.kernel;
    const unit = this.prepare(query);
    functions.configure(layout.centroids, layout.centroidScales, 0, this.dimension);
    functions.beginKeys(layout.keys, KEY_CAPACITY, Math.max(1, Math.min(probes, KEY_CAPACITY - 1)));
    functions.scan(layout.prepared, 0, this.lists);
    const { ids: nearest } = readKeys(memory, layout.keys, functions.finishKeys());
    this.beginRows(wanted);
    let scanned = 0;
    for (const list of nearest) {
      const from = starts[list] as number;
      const to = starts[list + 1] as number;
      functions.scan(layout.prepared, from, to);
      scanned += to - from;
    }
    return this.finish(wanted, unit, scanned);
  }

  score(query: Float32Array, items: Int32Array, scores: Float32Array) {
    const unit = this.prepare(query);
    const fine = this.fine.slice();
    for (let i = 0; i < items.length; i++) {
      const row = this.rowAt(items[i] as number);
      let product = 0;
      for (let d = 0; d < this.dimension; d++)
        product += (this.rows[row * this.dimension + d] as number) * (fine[d] as number);
      scores[i] = product * (this.scales[row] as number) * unit;
    }
  }

  cosine(a: number, b: number): number {
    const atA = this.rowAt(a) * this.dimension;
    const atB = this.rowAt(b) * this.dimension;
    let dot = 0;
    let squareA = 0;
    let squareB = 0;
    for (let d = 0; d < this.dimension; d++) {
      const left = this.rows[atA + d] as number;
      const right = this.rows[atB + d] as number;
      dot += left * right;
      squareA += left * left;
      squareB += right * right;
    }
    return squareA === 0 || squareB === 0 ? 0 : dot / Math.sqrt(squareA * squareB);
  }

  vector(item: number): Float32Array {
    const row = this.rowAt(item);
    const unit = (this.scales[row] as number) * ROW_UNIT;
    const at = row * this.dimension;
    return Float32Array.from({ length: this.dimension }, (_, d) => (this.rows[at + d] as number) * unit);
  }

  async buildLists(
    lists: number,
    random: Random,
    checkpoint: Checkpoint,
    onProgress: (fraction: number) => void = () => undefined,
  ) {
    const wanted = Math.min(lists, this.size);
    if (!Number.isInteger(lists) || lists < 1 || lists > MAX_LIST_COUNT)
      throw new RangeError(`An index has 1 to ${MAX_LIST_COUNT} lists.`);
    const { kernel, layout, size, dimension, permuted } = this;
    this.starts = new Int32Array(1);
    const build = { kernel, layout, size, dimension, permuted, random, checkpoint, onProgress };
    this.starts = (await buildInvertedLists(build, wanted)).starts;
    this.permuted = true;
  }

  readAll() {
    return this.kernel.functions.readAll(this.layout.rows, this.size * this.dimension);
  }

  close() {
    this.helper?.close();
    this.helper = null;
  }

  private rowAt(item: number): number {
    return this.permuted ? (this.rowOf[item] as number) : item;
  }

  private idsAddress(): number {
    return this.permuted ? this.layout.itemOf : 0;
  }

  /** Writes both forms of the query; returns the real value of a fine product of 1. */
  private prepare(query: Float32Array): number {
    const unit = quantiseQuery(query, this.coarse, this.fine);
    this.kernel.functions.prepareQuery(this.layout.query, this.layout.prepared, this.dimension);
    return unit;
  }

  private beginRows(wanted: number) {
    const { layout } = this;
    const { functions } = this.kernel;
    functions.configure(layout.rows, layout.scales, this.idsAddress(), this.dimension);
    functions.beginKeys(layout.keys, KEY_CAPACITY, candidatesFor(wanted));
  }

  private finish(wanted: number, unit: number, scanned: number): SearchResult {
    const { layout, kernel } = this;
    const rowOf = this.permuted ? layout.rowOf : 0;
    const count = kernel.functions.rescore(layout.fineQuery, rowOf, wanted);
    const { ids, scores } = readKeys(kernel.memory, layout.keys, count);
    return { items: ids, scores: Float32Array.from(scores, (score) => score * unit), scanned };
  }
}

/** `dimension` must be a multiple of 16, at most 512. */
export async function createVectorIndex(
  size: number,
  dimension: number,
  options: IndexOptions = {},
): Promise<VectorIndex> {
  const layout = layOut(size, dimension);
  const { implementation, threads = 2 } = options;
  const two = threads === 2 && size >= THREADS_FROM && implementation !== "javascript" && canShare();
  const kernel = await createKernel(layout.bytes, two, implementation);
  const helper = two ? await startScanHelper(kernel, layout, size, dimension) : null;
  return new MemoryIndex(size, dimension, kernel, layout, helper);
}
