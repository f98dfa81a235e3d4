/** The kernel's int8 scan in plain JavaScript, for browsers without WebAssembly SIMD: same memory, same result. */

export type ScanFunction = (
  rows: number,
  from: number,
  to: number,
  dimension: number,
  query: number,
  k: number,
  keys: number,
  capacity: number,
) => number;

/** A scan over `memory` with the kernel's signature. Keys are (inverted row, score) pairs of int32, best first. */
export function scanInt8InScript(memory: WebAssembly.Memory): ScanFunction {
  return (rowsAddress, from, to, dimension, queryAddress, k, keysAddress) => {
    const rows = new Int8Array(memory.buffer, rowsAddress, to * dimension);
    const query = new Int16Array(memory.buffer, queryAddress, dimension).slice();
    const heap = new BestRows(k);
    for (let i = from; i < to; i++) {
      let score = 0;
      const start = i * dimension;
      for (let d = 0; d < dimension; d++) score += (rows[start + d] as number) * (query[d] as number);
      heap.offer(i, score);
    }
    const best = heap.sorted();
    const keys = new Int32Array(memory.buffer, keysAddress, best.length * 2);
    for (const [rank, { row, score }] of best.entries()) {
      keys[rank * 2] = ~row;
      keys[rank * 2 + 1] = score;
    }
    return best.length;
  };
}

type ScoredRow = { row: number; score: number };

/** The k best rows so far; rows must be offered in rising order, so that equal scores keep the lower row. */
class BestRows {
  private kept: ScoredRow[] = [];
  private threshold = Number.NEGATIVE_INFINITY;
  constructor(private readonly k: number) {}

  offer(row: number, score: number) {
    if (score <= this.threshold) return;
    this.kept.push({ row, score });
    if (this.kept.length >= this.k * 2 + 64) {
      this.kept = this.sorted();
      this.threshold = this.kept[this.k - 1]?.score ?? this.threshold;
    }
  }

  sorted(): ScoredRow[] {
    return this.kept.sort((a, b) => b.score - a.score || a.row - b.row).slice(0, this.k);
  }
}
