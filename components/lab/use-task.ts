"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { CallOptions } from "@/lib/pipeline/workers/client";
import type { Progress } from "@/lib/pipeline/workers/protocol";

export type Task<Input, Result> = {
  isBusy: boolean;
  /** Of the last run that finished; stays while the next one is under way. */
  result: Result | null;
  progress: Progress | null;
  /** For the person who sees it; null when the last run finished or was cancelled. */
  error: string | null;
  start(input: Input): void;
  cancel(): void;
};

type Work<Input, Result> = (
  input: Input,
  options: Required<Pick<CallOptions, "signal" | "onProgress">>,
) => Promise<Result>;

const isAbort = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

/** An AppError is written for people; anything else is a fault of ours. */
function describe(error: unknown, failed: string): string {
  const isExpected = error instanceof Error && "code" in error && error.code !== "unexpected";
  return isExpected ? error.message : failed;
}

/**
 * Something slow that a person asks the worker for: progress, cancel, and an error that can be shown. The last start
 * wins; what it replaces is cancelled. `failed` says what to do when the reason is not for people.
 */
export function useTask<Input, Result>(work: Work<Input, Result>, failed: string): Task<Input, Result> {
  const [state, setState] = useState<Pick<Task<Input, Result>, "isBusy" | "result" | "progress" | "error">>({
    isBusy: false,
    result: null,
    progress: null,
    error: null,
  });
  const controller = useRef<AbortController | null>(null);
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(
    (input: Input) => {
      controller.current?.abort();
      const own = new AbortController();
      controller.current = own;
      const isCurrent = () => controller.current === own;
      setState((before) => ({ ...before, isBusy: true, progress: null, error: null }));
      const onProgress = (progress: Progress) =>
        isCurrent() && setState((before) => ({ ...before, progress }));
      const finish = (change: Partial<Task<Input, Result>>) =>
        isCurrent() && setState((before) => ({ ...before, isBusy: false, progress: null, ...change }));
      latest.current(input, { signal: own.signal, onProgress }).then(
        (result) => finish({ result }),
        (error: unknown) => finish(isAbort(error) ? {} : { error: describe(error, failed) }),
      );
    },
    [failed],
  );
  const cancel = useCallback(() => controller.current?.abort(), []);
  return { ...state, start, cancel };
}
