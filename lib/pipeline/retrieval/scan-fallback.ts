/** The kernel in plain JavaScript, for browsers without WebAssembly SIMD: same memory, same integers, slower. */
import { type AssignSetup, assignInScript, permuteInScript } from "./lists-fallback";
import type { KernelFunctions } from "./scan-kernel";

type Key = { readonly id: number; readonly score: number };

const byScoreThenId = (a: Key, b: Key) => b.score - a.score || a.id - b.id;

/** The k best of what is offered, equal scores to the lower id. */
class Selection {
  kept: Key[] = [];
  private threshold: Key | null = null;
  constructor(
    readonly address: number,
    private readonly capacity: number,
    private readonly k: number,
  ) {}

  offer(id: number, score: number) {
    const { threshold } = this;
    if (threshold && (score < threshold.score || (score === threshold.score && id > threshold.id))) return;
    this.kept.push({ id, score });
    if (this.kept.length < this.capacity) return;
    this.cut(this.k);
    this.threshold = this.kept[this.k - 1] ?? null;
  }

  cut(k: number) {
    this.kept = this.kept.sort(byScoreThenId).slice(0, k);
  }
}

/** A map of int32 at `address`; 0 stands for the identity. */
function idMap(memory: WebAssembly.Memory, address: number): (index: number) => number {
  if (address === 0) return (index) => index;
  const map = new Int32Array(memory.buffer, address);
  return (index) => map[index] as number;
}

/** Maps a float to an integer of the same order. */
function orderedBits(value: number): number {
  const bits = new Int32Array(Float32Array.of(value).buffer)[0] as number;
  return bits >= 0 ? bits : bits ^ 0x7fff_ffff;
}

export function createScriptKernel(memory: WebAssembly.Memory): KernelFunctions {
  const bytes = new Int8Array(memory.buffer);
  let rows = 0;
  let scales = new Uint8Array();
  let idOf = idMap(memory, 0);
  let dimension = 0;
  let selection = new Selection(0, 1, 1);
  let assignSetup: AssignSetup | null = null;

  function product(row: number, query: Int32Array): number {
    let sum = 0;
    for (let d = 0, at = rows + row * dimension; d < dimension; d += 4, at += 4) {
      sum +=
        (bytes[at] as number) * (query[d] as number) +
        (bytes[at + 1] as number) * (query[d + 1] as number) +
        (bytes[at + 2] as number) * (query[d + 2] as number) +
        (bytes[at + 3] as number) * (query[d + 3] as number);
    }
    return sum * (scales[row] as number);
  }
  function finishKeys(k = Number.POSITIVE_INFINITY): number {
    selection.cut(k);
    const keys = new Int32Array(memory.buffer, selection.address, selection.kept.length * 2);
    keys.set(selection.kept.flatMap(({ id, score }) => [~id, score]));
    return selection.kept.length;
  }
  let wanted = 1;

  return {
    configure(rowsAddress, scalesAddress, idsAddress, width) {
      rows = rowsAddress;
      scales = new Uint8Array(memory.buffer, scalesAddress);
      idOf = idMap(memory, idsAddress);
      dimension = width;
    },
    prepareQuery(query, prepared, width) {
      bytes.copyWithin(prepared, query, query + width);
    },
    beginKeys(address, capacity, k) {
      selection = new Selection(address, capacity, k);
      wanted = k;
    },
    scan(queryAddress, from, to) {
      const query = Int32Array.from(bytes.subarray(queryAddress, queryAddress + dimension));
      for (let row = from; row < to; row++) selection.offer(idOf(row), product(row, query));
    },
    offerKeys() {
      throw new Error("Keys of another thread are merged with WebAssembly only.");
    },
    heldKeys: () => selection.kept.length,
    finishKeys: () => finishKeys(wanted),
    rescore(queryAddress, rowOfAddress, k) {
      const query = Int32Array.from(new Int16Array(memory.buffer, queryAddress, dimension));
      const rowOf = idMap(memory, rowOfAddress);
      selection.cut(wanted);
      selection.kept = selection.kept.map(({ id }) => ({ id, score: product(rowOf(id), query) }));
      return finishKeys(k);
    },
    scanFloat(rowsAddress, count, width, queryAddress) {
      const floats = new Float32Array(memory.buffer, rowsAddress, count * width);
      const query = new Float32Array(memory.buffer, queryAddress, width);
      for (let row = 0; row < count; row++) {
        let sum = 0;
        for (let d = 0; d < width; d++) sum += (floats[row * width + d] as number) * (query[d] as number);
        selection.offer(row, orderedBits(sum));
      }
    },
    readAll(from, length) {
      let checksum = 0;
      for (const word of new Int32Array(memory.buffer, from, length >> 2)) checksum ^= word;
      return checksum;
    },
    configureAssign(rowsAddress, width, groups, groupCount, groupStarts, visits, centroids, lists) {
      assignSetup = {
        rows: bytes.subarray(rowsAddress),
        dimension: width,
        groups: bytes.subarray(groups, groups + groupCount * width),
        groupStarts: new Int32Array(memory.buffer, groupStarts, groupCount + 1),
        visits,
        centroids: bytes.subarray(centroids, centroids + lists * width),
      };
    },
    assign(chosen, count, nearest) {
      if (!assignSetup) throw new Error("configureAssign comes first.");
      assignInScript(
        assignSetup,
        new Int32Array(memory.buffer, chosen, count),
        new Uint16Array(memory.buffer, nearest, count),
      );
    },
    permute(scalesAddress, itemOf, rowOf, size) {
      if (!assignSetup) throw new Error("configureAssign comes first.");
      permuteInScript(
        assignSetup.rows,
        assignSetup.dimension,
        new Uint8Array(memory.buffer, scalesAddress, size),
        new Int32Array(memory.buffer, itemOf, size),
        new Int32Array(memory.buffer, rowOf, size),
      );
    },
  };
}
