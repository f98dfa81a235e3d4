/**
 * A second worker for the exact scan, on shared memory (a cross-origin isolated page). Both workers claim chunks of rows
 * until none are left. A helper that gets no processor time, or has died, costs next to nothing: what it did not claim
 * is scanned here, and what it claimed but does not finish within a millisecond is scanned here again. On a busy machine
 * one thread is the faster way: both ways are timed as they are used, and the faster one is taken.
 */
import { KEY_CAPACITY, type Kernel } from "./scan-kernel";
import type { ScanLayout } from "./scan-layout";
import { CLAIM_BASE, CONTROL, type ScanWorkerSetup, scanWorker } from "./scan-worker";

/** About 1 MB of rows a chunk at a million rows: long enough that claiming costs nothing. */
const CHUNKS = 64;
const NONE_LEFT = CLAIM_BASE - 1;
const SEQUENCES = 0x3f_ffff;
const START_MILLISECONDS = 3_000;
/** About the time of ten chunks. */
const PATIENCE_MILLISECONDS = 1;

/** Every so many searches the slower way is taken, to see whether it still is the slower one. */
const RETRY_EVERY = 16;
/** A faster time tells more than a slower one, which something else may have caused. */
const FASTER_WEIGHT = 0.5;
const SLOWER_WEIGHT = 0.2;

/** Chooses between two ways by their recent times. */
class FasterWay {
  private readonly estimates = { shared: 0, alone: 0 };
  private searches = 0;

  choose(): "shared" | "alone" {
    const { shared, alone } = this.estimates;
    const faster = shared <= alone ? "shared" : "alone";
    if (++this.searches % RETRY_EVERY !== 0) return faster;
    return faster === "shared" ? "alone" : "shared";
  }

  record(way: "shared" | "alone", milliseconds: number) {
    const before = this.estimates[way];
    const change = Math.min(milliseconds, before * 2) - before;
    this.estimates[way] =
      before === 0 ? milliseconds : before + change * (change < 0 ? FASTER_WEIGHT : SLOWER_WEIGHT);
  }
}

export type ScanHelper = {
  /**
   * Offers all rows to the kernel's selection of the `wanted` best, which must have begun. `writeQuery` puts the query
   * where both see it and prepares it here; `ids` is the address of the rows' ids.
   */
  scan(wanted: number, ids: number, writeQuery: () => void): void;
  close(): void;
};

/** Whether two workers may share memory here and wait for each other. */
export function canShare(): boolean {
  return (
    globalThis.crossOriginIsolated === true &&
    typeof SharedArrayBuffer !== "undefined" &&
    typeof Worker !== "undefined" &&
    typeof document === "undefined" &&
    (globalThis.navigator?.hardwareConcurrency ?? 1) >= 2
  );
}

/** Null when the worker reports an error or nothing in time. */
function start(setup: ScanWorkerSetup): Promise<Worker | null> {
  const url = URL.createObjectURL(new Blob([`(${scanWorker.toString()})()`], { type: "text/javascript" }));
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    const finish = (started: boolean) => {
      clearTimeout(timer);
      URL.revokeObjectURL(url);
      if (!started) worker?.terminate();
      resolve(started ? worker : null);
    };
    const timer = setTimeout(() => finish(false), START_MILLISECONDS);
    try {
      worker = new Worker(url, { name: "scan" });
      worker.onmessage = () => finish(true);
      worker.onerror = () => finish(false);
      worker.postMessage(setup);
    } catch {
      finish(false);
    }
  });
}

export async function startScanHelper(
  { memory, module, functions }: Kernel,
  layout: ScanLayout,
  size: number,
  dimension: number,
): Promise<ScanHelper | null> {
  if (!module) return null;
  const chunkRows = Math.ceil(size / CHUNKS / 4) * 4;
  const shape = { dimension, size, chunkRows, chunks: Math.ceil(size / chunkRows) };
  const constants = { control: CONTROL, claimBase: CLAIM_BASE, keyCapacity: KEY_CAPACITY };
  const worker = await start({ module, memory, layout, ...constants, ...shape });
  if (!worker) return null;
  const words = new Int32Array(memory.buffer, layout.control, 8);
  let sequence = 0;

  const mine = new Uint8Array(shape.chunks);
  const scanChunk = (chunk: number) =>
    functions.scan(layout.prepared, chunk * chunkRows, Math.min(size, (chunk + 1) * chunkRows));

  /** Scans the chunks that the helper leaves; returns how many it claimed. */
  function scanOwnShare(): number {
    mine.fill(0);
    for (let own = 0; ; own++) {
      const chunk = Atomics.add(words, CONTROL.claim, 1) % CLAIM_BASE;
      if (chunk >= shape.chunks) return shape.chunks - own;
      mine[chunk] = 1;
      scanChunk(chunk);
    }
  }

  /** False when the helper does not come to the end of its chunks. */
  function waitForHelper(finished: number): boolean {
    for (let done = Atomics.load(words, CONTROL.done); done !== finished; ) {
      if (Atomics.wait(words, CONTROL.done, done, PATIENCE_MILLISECONDS) === "timed-out") return false;
      done = Atomics.load(words, CONTROL.done);
    }
    return true;
  }

  function scanTogether(wanted: number, ids: number, writeQuery: () => void) {
    sequence = (sequence % SEQUENCES) + 1;
    // First nothing can be claimed, then the request changes, then claiming begins: see scan-worker.ts.
    Atomics.store(words, CONTROL.claim, sequence * CLAIM_BASE + NONE_LEFT);
    writeQuery();
    Atomics.store(words, CONTROL.wanted, wanted);
    Atomics.store(words, CONTROL.ids, ids);
    Atomics.store(words, CONTROL.claim, sequence * CLAIM_BASE);
    Atomics.store(words, CONTROL.request, sequence);
    Atomics.notify(words, CONTROL.request);
    const theirs = scanOwnShare();
    if (theirs === 0) return;
    if (waitForHelper(sequence * CLAIM_BASE + theirs))
      functions.offerKeys(layout.helperKeys, Atomics.load(words, CONTROL.held));
    else for (let chunk = 0; chunk < shape.chunks; chunk++) if (!mine[chunk]) scanChunk(chunk);
  }

  const ways = new FasterWay();
  return {
    scan(wanted, ids, writeQuery) {
      const way = ways.choose();
      const start = performance.now();
      if (way === "shared") scanTogether(wanted, ids, writeQuery);
      else {
        writeQuery();
        functions.scan(layout.prepared, 0, size);
      }
      ways.record(way, performance.now() - start);
    },
    close: () => worker.terminate(),
  };
}
