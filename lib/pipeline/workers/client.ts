/**
 * The page's side of the worker: typed promises with progress, abort and close. The worker is started by the first
 * call, so making a client costs nothing.
 *
 *   const client = createPipelineClient();
 *   await client.call("create-world", { seed: 7 }, { onProgress });
 *   await client.call("load-models", { baseUrl: SHIPPED_MODELS_URL });
 *   const { slate } = await client.call("recommend", { audience: { kind: "user", userId: 3 }, knobs: DEFAULT_KNOBS });
 *   client.close();
 */
import { AppError } from "@/lib/errors";
import {
  CALLS,
  type CallName,
  type CallParams,
  type CallResult,
  type Progress,
  responseSchema,
} from "./protocol";

export const SHIPPED_MODELS_URL = "/models/video/v1/";
export const SHIPPED_AD_MODELS_URL = "/models/ads/v1/";
export const SHIPPED_SEARCH_MODELS_URL = "/models/search/v1/";

export type CallOptions = { onProgress?: (progress: Progress) => void; signal?: AbortSignal };

export type PipelineClient = {
  /** Rejects with an AbortError when `signal` fires, and with an AppError that can be shown otherwise. */
  call<Name extends CallName>(
    name: Name,
    params: CallParams<Name>,
    options?: CallOptions,
  ): Promise<CallResult<Name>>;
  /** Holds what runs now at its next checkpoint, or lets it go on. */
  setPaused(isPaused: boolean): void;
  /** Lets what is paused pass one checkpoint, and holds it at the next; does nothing to what is not paused. */
  step(): void;
  /** Ends the worker; pending calls reject with an AbortError. */
  close(): void;
};

type Pending = {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  onProgress?: (progress: Progress) => void;
  parse: (value: unknown) => unknown;
};

/** A result of another shape than agreed rejects the call; it must not be left waiting. */
function settleWith(call: Pending, value: unknown) {
  try {
    call.resolve(call.parse(value));
  } catch {
    call.reject(
      new AppError("unexpected", "The pipeline gave an answer that this page does not understand."),
    );
  }
}

const abortError = () => new DOMException("The run was cancelled.", "AbortError");

function startPipelineWorker(): Worker {
  return new Worker(new URL("./pipeline.worker.ts", import.meta.url), { type: "module", name: "pipeline" });
}

/** `start` can be replaced to run against a worker bundled otherwise (the bench does). */
export function createPipelineClient(start: () => Worker = startPipelineWorker): PipelineClient {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let nextId = 1;
  let isClosed = false;

  function rejectAll(error: Error) {
    for (const call of pending.values()) call.reject(error);
    pending.clear();
  }

  function receive(event: MessageEvent<unknown>) {
    const response = responseSchema.parse(event.data);
    if (response.kind === "ready") return;
    const call = pending.get(response.id);
    if (!call) return;
    if (response.kind === "progress") return call.onProgress?.(response.progress);
    pending.delete(response.id);
    if (response.kind === "result") settleWith(call, response.value);
    else if (response.reason === "aborted") call.reject(abortError());
    else
      call.reject(
        new AppError(response.reason === "invalid" ? "invalid-input" : "unexpected", response.message),
      );
  }

  function ensureWorker(): Worker {
    if (worker) return worker;
    worker = start();
    worker.onmessage = receive;
    worker.onerror = (event) => {
      event.preventDefault();
      rejectAll(
        new AppError(
          "unavailable",
          "The pipeline could not start in this browser. Reload the page to try again.",
        ),
      );
      worker?.terminate();
      worker = null;
    };
    return worker;
  }

  return {
    call(name, params, options = {}) {
      if (isClosed || options.signal?.aborted) return Promise.reject(abortError());
      const id = nextId++;
      const target = ensureWorker();
      return new Promise((resolve, reject) => {
        const abort = () => target.postMessage({ id, kind: "cancel" });
        const settle = () => options.signal?.removeEventListener("abort", abort);
        pending.set(id, {
          resolve: (value) => {
            settle();
            resolve(value as CallResult<typeof name>);
          },
          reject: (error) => {
            settle();
            reject(error);
          },
          onProgress: options.onProgress,
          parse: (value) => CALLS[name].result.parse(value),
        });
        options.signal?.addEventListener("abort", abort, { once: true });
        target.postMessage({ id, kind: "call", name, params });
      });
    },
    setPaused(isPaused) {
      for (const id of pending.keys()) worker?.postMessage({ id, kind: isPaused ? "pause" : "resume" });
    },
    step() {
      for (const id of pending.keys()) worker?.postMessage({ id, kind: "step" });
    },
    close() {
      isClosed = true;
      worker?.terminate();
      worker = null;
      rejectAll(abortError());
    },
  };
}
