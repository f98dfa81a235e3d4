/** The page's side of the bench: the app's own client, around the worker that the bench serves. */
import { AppError } from "@/lib/errors";
import { createPipelineClient } from "@/lib/pipeline/workers/client";
import type { CallName, CallParams, CallResult, Progress } from "@/lib/pipeline/workers/protocol";

export type ClickOptions = Pick<CallParams<"measure-clicks">, "model" | "seed">;

export type PipelineBench = {
  /** Runs one call; progress goes to the console, which the bench prints on stderr. */
  call(name: CallName, params: unknown): Promise<unknown>;
  /** Trains and measures on the shared files "train" and "test". */
  evaluateRatings(k: number): Promise<CallResult<"evaluate-ratings">>;
  /**
   * Trains and measures on the shared files "train", "valid" and "test". A fault of the files comes back as words: errors
   * lose their class on the way out of the page.
   */
  measureClicks(options: ClickOptions): Promise<CallResult<"measure-clicks"> | { problem: string }>;
  /** Milliseconds from starting a new worker until its model runtime is ready. */
  readyMilliseconds(): Promise<number>;
};

const startWorker = () => new Worker("/worker.js", { type: "module", name: "pipeline" });
const client = createPipelineClient(startWorker);
let lastLine = "";

function printProgress(activity: string, fraction: number) {
  const line = `${activity}: ${Math.round(fraction * 20) * 5} %`;
  if (line === lastLine) return;
  lastLine = line;
  console.log(line);
}

const readShared = async (name: string) => (await fetch(`/files/${name}`)).text();

const bench: PipelineBench = {
  call: (name, params) =>
    client.call(name, params as never, {
      onProgress: ({ activity, fraction }) => printProgress(activity, fraction),
    }),
  async evaluateRatings(k) {
    const [train, test] = await Promise.all([readShared("train"), readShared("test")]);
    const onProgress = ({ activity, fraction }: Progress) => printProgress(activity, fraction);
    return client.call("evaluate-ratings", { train, test, k }, { onProgress });
  },
  async measureClicks(options) {
    const blobs = ["train", "valid", "test"].map(async (name) => (await fetch(`/files/${name}`)).blob());
    const [train, valid, test] = (await Promise.all(blobs)) as [Blob, Blob, Blob];
    const onProgress = ({ activity, fraction }: Progress) => printProgress(activity, fraction);
    try {
      return await client.call("measure-clicks", { train, valid, test, ...options }, { onProgress });
    } catch (error) {
      if (error instanceof AppError && error.code === "invalid-input") return { problem: error.message };
      throw error;
    }
  },
  async readyMilliseconds() {
    const start = performance.now();
    const fresh = createPipelineClient(startWorker);
    await fresh.call("start", {});
    const elapsed = performance.now() - start;
    fresh.close();
    return elapsed;
  },
};

Object.assign(globalThis, { pipelineBench: bench });
