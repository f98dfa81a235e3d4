/**
 * Asks the worker for the data lab, one call at a time: what is being done and how far it is, a cancel, and what came of
 * it in words. A new call cancels the one before it. Nothing is loaded before the first.
 */
import { ViewStore } from "@/components/lab/data/core/view-store";
import { AppError } from "@/lib/errors";
import type { PipelineClient } from "@/lib/pipeline/workers/client";
import type { CallName, CallParams, CallResult } from "@/lib/pipeline/workers/protocol";

const FAILED =
  "That stopped unexpectedly. The file may be too large for this device; nothing was changed in it.";

export type DeskView = {
  /** What the worker is doing, in words; empty when it waits. */
  readonly activity: string;
  /** 0 to 1 while something runs whose end is known. */
  readonly fraction: number | null;
  /** What is read in all while a file is read; null otherwise. */
  readonly bytes: number | null;
  /** What ended last, in words, for the live region. */
  readonly notice: string;
  readonly error: string | null;
};
const IDLE: DeskView = { activity: "", fraction: null, bytes: null, notice: "", error: null };

export type Activity = {
  readonly words: string;
  /** From what the worker says of its phase; `words` without it. */
  readonly describe?: (phase: string) => string;
  readonly bytes?: number;
};

export class WorkerDesk extends ViewStore<DeskView> {
  #client: PipelineClient | null = null;
  #controller = new AbortController();

  constructor(private readonly createClient: () => Promise<PipelineClient>) {
    super(IDLE);
  }

  /** One call with its activity shown; null when it failed or was cancelled, which the view then says. */
  async ask<Name extends CallName>(
    name: Name,
    params: CallParams<Name>,
    { words, describe, bytes }: Activity,
  ): Promise<CallResult<Name> | null> {
    this.#controller.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.update({ activity: words, fraction: null, bytes: bytes ?? null, error: null, notice: "" });
    const isCurrent = () => this.#controller === controller;
    try {
      this.#client ??= await this.createClient();
      const result = await this.#client.call(name, params, {
        signal: controller.signal,
        onProgress: ({ activity, fraction }) =>
          isCurrent() && this.update({ activity: describe?.(activity) ?? words, fraction }),
      });
      return isCurrent() ? result : null;
    } catch (error) {
      if (isCurrent()) this.update(describeFailure(error));
      return null;
    } finally {
      if (isCurrent()) this.update({ activity: "", fraction: null, bytes: null });
    }
  }

  /** A call that neither shows nor cancels anything. */
  async quietly<Name extends CallName>(
    name: Name,
    params: CallParams<Name>,
  ): Promise<CallResult<Name> | null> {
    try {
      this.#client ??= await this.createClient();
      return await this.#client.call(name, params);
    } catch {
      return null;
    }
  }

  say(notice: string): void {
    this.update({ notice });
  }

  /** Stops what runs; what was there before stays. */
  cancel(): void {
    this.#controller.abort();
  }

  /** Ends the worker with all it holds; the next call starts another. */
  reset(): void {
    this.#controller.abort();
    this.#controller = new AbortController();
    this.#client?.close();
    this.#client = null;
    this.update(IDLE);
  }
}

function describeFailure(error: unknown): Pick<DeskView, "notice" | "error"> {
  if (error instanceof DOMException && error.name === "AbortError")
    return { notice: "Cancelled.", error: null };
  const isShown = error instanceof AppError && error.code !== "unexpected";
  return { notice: "", error: isShown ? error.message : FAILED };
}
