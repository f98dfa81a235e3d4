/** The page's side of the comparison: each task runs in a worker of its own, which ends with it. */
import type { Outcome } from "./outcome";
import type { TaskMessage } from "./serve-task";

export type TaskEnd = {
  /** From starting the worker to its result. */
  readonly milliseconds: number;
  readonly result: unknown;
};
export type PeersBench = {
  /** Runs the task at `address`. It has failed when it says so, cannot be loaded or takes too long. */
  run(address: string, params: unknown, limitSeconds: number): Promise<Outcome<TaskEnd>>;
};

const bench: PeersBench = {
  run: (address, params, limitSeconds) =>
    new Promise((resolve) => {
      const start = performance.now();
      const worker = new Worker(address, { type: "module" });
      const timer = setTimeout(
        () => end({ error: `no result within ${limitSeconds} s` }),
        limitSeconds * 1000,
      );
      function end(outcome: Outcome<TaskEnd>) {
        clearTimeout(timer);
        worker.terminate();
        resolve(outcome);
      }
      worker.onerror = (event) => end({ error: event.message || "the worker could not be loaded" });
      worker.onmessage = ({ data }: MessageEvent<TaskMessage>) => {
        if (data.kind === "progress") console.info(data.line);
        if (data.kind === "error") end({ error: data.message });
        if (data.kind === "result") end({ milliseconds: performance.now() - start, result: data.result });
      };
      worker.postMessage(params);
    }),
};

Object.assign(globalThis, { peersBench: bench });
