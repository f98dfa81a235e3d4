/**
 * Runs calls one after the other, reports progress, waits at a checkpoint while paused (a step lets one pass), and turns
 * a cancel message into an AbortError at the next one. Knows nothing of pipelines: `handlers` does the work, `post` sends the answer.
 */
import { AppError } from "@/lib/errors";
import type { Checkpoint } from "../types";
import { CALLS, type CallName, type Progress, requestSchema, type WorkerResponse } from "./protocol";

export type CallContext = {
  report(progress: Progress): void;
  /** Lets messages in; throws when this call was cancelled. */
  checkpoint: Checkpoint;
};
export type Handlers = {
  [Name in CallName]: (params: never, context: CallContext) => Promise<unknown> | unknown;
};

const abortError = () => new DOMException("The run was cancelled.", "AbortError");

/** A macrotask turn, so that a waiting message is delivered. */
const nextTurn = () =>
  new Promise<void>((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });

function describeError(id: number, error: unknown): WorkerResponse {
  if (error instanceof DOMException && error.name === "AbortError")
    return { kind: "error", id, reason: "aborted", message: error.message };
  if (error instanceof AppError) return { kind: "error", id, reason: "invalid", message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: "error", id, reason: "failed", message };
}

const isCallName = (name: string): name is CallName => Object.hasOwn(CALLS, name);

/** Returns the function that receives messages. */
export function createDispatcher(handlers: Handlers, post: (response: WorkerResponse) => void) {
  /** Calls that were asked for and not yet answered. */
  const open = new Set<number>();
  const cancelled = new Set<number>();
  /** Paused calls, each with the checkpoints that it may still pass. */
  const paused = new Map<number, number>();
  let running: number | null = null;
  let wake: () => void = () => undefined;
  let queue: Promise<void> = Promise.resolve();

  async function run(id: number, name: string, params: unknown): Promise<WorkerResponse> {
    const checkpoint = async () => {
      await nextTurn();
      while (paused.get(id) === 0 && !cancelled.has(id)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (cancelled.has(id)) throw abortError();
      const passes = paused.get(id);
      if (passes !== undefined) paused.set(id, passes - 1);
    };
    try {
      await checkpoint();
      running = id;
      if (!isCallName(name)) throw new AppError("invalid-input", `There is no call named ${name}.`);
      const parsed = CALLS[name].params.safeParse(params);
      if (!parsed.success)
        throw new AppError("invalid-input", parsed.error.issues[0]?.message ?? "Invalid input.");
      const report = (progress: Progress) => post({ kind: "progress", id, progress });
      const value = await handlers[name](parsed.data as never, { report, checkpoint });
      return { kind: "result", id, value };
    } catch (error) {
      return describeError(id, error);
    } finally {
      running = null;
      open.delete(id);
      cancelled.delete(id);
      paused.delete(id);
    }
  }

  /** Answers one call. What cannot be posted (too large, not to be copied) is an error of that call alone. */
  async function answer(id: number, name: string, params: unknown) {
    const response = await run(id, name, params);
    try {
      post(response);
    } catch (error) {
      post(describeError(id, error));
    }
  }

  function hold({ kind, id }: { kind: "cancel" | "pause" | "resume" | "step"; id: number }) {
    // What is answered already has nothing to hold.
    if (!open.has(id)) return;
    if (kind === "cancel") cancelled.add(id);
    if (kind === "pause") paused.set(id, 0);
    if (kind === "resume") paused.delete(id);
    const passes = paused.get(id);
    // What waits in the queue has no step to take yet.
    if (kind === "step" && id === running && passes !== undefined) paused.set(id, passes + 1);
  }

  return (data: unknown) => {
    const request = requestSchema.parse(data);
    if (request.kind !== "call") {
      hold(request);
      wake();
      return;
    }
    open.add(request.id);
    queue = queue.then(() => answer(request.id, request.name, request.params));
  };
}
