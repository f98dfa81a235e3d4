/**
 * What the second scanning worker runs. Its source text becomes the worker's script (scan-helper.ts), so the function
 * must not refer to anything outside itself; that way it needs no file of its own in any bundle and loads no model
 * runtime. It waits for a request, claims chunks of rows until none are left, and waits again.
 */
import type { KernelFunctions } from "./scan-kernel";
import type { ScanLayout } from "./scan-layout";

/** The int32 words at layout.control. */
export const CONTROL = { request: 0, claim: 1, done: 2, held: 3, wanted: 4, ids: 5 } as const;
/** A claim is sequence * 256 + the next chunk; fewer chunks than 255, so that 255 always means "none left". */
export const CLAIM_BASE = 256;

export type ScanWorkerSetup = {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly layout: ScanLayout;
  readonly control: typeof CONTROL;
  readonly claimBase: number;
  readonly keyCapacity: number;
  readonly dimension: number;
  readonly size: number;
  readonly chunks: number;
  readonly chunkRows: number;
};

export function scanWorker() {
  const scope = self as unknown as DedicatedWorkerGlobalScope;
  scope.onmessage = ({ data }: MessageEvent<ScanWorkerSetup>) => {
    const { layout, control, claimBase } = data;
    const words = new Int32Array(data.memory.buffer, layout.control, 8);
    const instance = new WebAssembly.Instance(data.module, { env: { memory: data.memory } });
    const kernel = instance.exports as unknown as KernelFunctions;
    let sequence = 0;

    function answer() {
      kernel.configure(layout.rows, layout.scales, Atomics.load(words, control.ids), data.dimension);
      kernel.prepareQuery(layout.query, layout.helperPrepared, data.dimension);
      kernel.beginKeys(layout.helperKeys, data.keyCapacity, Atomics.load(words, control.wanted));
      let finished = 0;
      for (;;) {
        const claim = Atomics.load(words, control.claim);
        const chunk = claim % claimBase;
        if ((claim - chunk) / claimBase !== sequence || chunk >= data.chunks) return;
        if (Atomics.compareExchange(words, control.claim, claim, claim + 1) !== claim) continue;
        const from = chunk * data.chunkRows;
        kernel.scan(layout.helperPrepared, from, Math.min(data.size, from + data.chunkRows));
        finished++;
        Atomics.store(words, control.held, kernel.heldKeys());
        Atomics.store(words, control.done, sequence * claimBase + finished);
        Atomics.notify(words, control.done);
      }
    }

    scope.postMessage("ready");
    for (;;) {
      Atomics.wait(words, control.request, sequence);
      sequence = Atomics.load(words, control.request);
      answer();
    }
  };
}
