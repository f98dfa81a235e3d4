/** The page's side of the comparison: each task runs in a worker of its own, which ends with it. */
import type { TaskMessage } from "./serve-task";

export type TaskEnd = {
  /** From starting the worker to its result. */
  readonly milliseconds: number;
  readonly result: unknown;
};
export type PeersBench = {
  /** Runs the task at `address`; fails when it fails, cannot be loaded or takes too long. */
  run(address: string, params: unknown, limitSeconds: number): Promise<TaskEnd>;
};

const bench: PeersBench = {
  run: (address, params, limitSeconds) =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      const worker = new Worker(address, { type: "module" });
      const timer = setTimeout(
        () => end(() => reject(new Error(`no result within ${limitSeconds} s`))),
        limitSeconds * 1000,
      );
      function end(settle: () => void) {
        clearTimeout(timer);
        worker.terminate();
        settle();
      }
      worker.onerror = (event) =>
        end(() => reject(new Error(event.message || "the worker could not be loaded")));
      worker.onmessage = ({ data }: MessageEvent<TaskMessage>) => {
        if (data.kind === "progress") console.info(data.line);
        if (data.kind === "error") end(() => reject(new Error(data.message)));
        if (data.kind === "result")
          end(() => resolve({ milliseconds: performance.now() - start, result: data.result }));
      };
      worker.postMessage(params);
    }),
};

Object.assign(globalThis, { peersBench: bench });
