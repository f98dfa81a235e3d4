/**
 * A second worker for the exact scan. Both workers claim chunks of rows until none are left, so a helper that gets no
 * processor time costs nothing: the rows it did not claim are scanned here. Needs shared memory (a cross-origin
 * isolated page); when the helper does not start, or stops answering, scanning goes on with one thread for good.
 */
import { KEY_CAPACITY, type Kernel } from "./scan-kernel";
import type { ScanLayout } from "./scan-layout";
import { CLAIM_BASE, CONTROL, type ScanWorkerSetup, scanWorker } from "./scan-worker";

/** About 1 MB of rows a chunk at a million rows: long enough that claiming costs nothing. */
const CHUNKS = 64;
const NONE_LEFT = CLAIM_BASE - 1;
const SEQUENCES = 0x3f_ffff;
const START_MILLISECONDS = 3_000;
const ANSWER_MILLISECONDS = 500;

export type ScanHelper = {
  /**
   * Offers all rows to the kernel's selection of the `wanted` best, which must have begun, with the query already
   * prepared there. `writeQuery` puts the query where both see it. False when the helper did not answer: scan again alone.
   */
  scan(wanted: number, ids: number, writeQuery: () => void): boolean;
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

  /** Scans the chunks that the helper leaves; returns how many those were. */
  function scanOwnShare(): number {
    for (let own = 0; ; own++) {
      const chunk = Atomics.add(words, CONTROL.claim, 1) % CLAIM_BASE;
      if (chunk >= shape.chunks) return own;
      functions.scan(layout.prepared, chunk * chunkRows, Math.min(size, (chunk + 1) * chunkRows));
    }
  }

  return {
    scan(wanted, ids, writeQuery) {
      sequence = (sequence % SEQUENCES) + 1;
      // First nothing can be claimed, then the request changes, then claiming begins: see scan-worker.ts.
      Atomics.store(words, CONTROL.claim, sequence * CLAIM_BASE + NONE_LEFT);
      writeQuery();
      Atomics.store(words, CONTROL.wanted, wanted);
      Atomics.store(words, CONTROL.ids, ids);
      Atomics.store(words, CONTROL.claim, sequence * CLAIM_BASE);
      Atomics.store(words, CONTROL.request, sequence);
      Atomics.notify(words, CONTROL.request);
      const theirs = shape.chunks - scanOwnShare();
      if (theirs === 0) return true;
      const finished = sequence * CLAIM_BASE + theirs;
      for (let done = Atomics.load(words, CONTROL.done); done !== finished; ) {
        if (Atomics.wait(words, CONTROL.done, done, ANSWER_MILLISECONDS) === "timed-out") return false;
        done = Atomics.load(words, CONTROL.done);
      }
      functions.offerKeys(layout.helperKeys, Atomics.load(words, CONTROL.held));
      return true;
    },
    close: () => worker.terminate(),
  };
}
