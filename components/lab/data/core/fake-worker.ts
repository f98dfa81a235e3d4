/** A worker for the tests of this folder: answers what it is told to, and rejects like the real client when cancelled. */
import type { CallOptions, PipelineClient } from "@/lib/pipeline/workers/client";

export type Asked = { readonly name: string; readonly params: unknown };

/** An Error is thrown, `undefined` never answers. */
export function createFakeWorker(answers: Record<string, unknown>) {
  const calls: Asked[] = [];
  let closed = 0;
  const client = {
    call(name: string, params: unknown, options: CallOptions = {}) {
      calls.push({ name, params });
      const answer = answers[name];
      if (answer instanceof Error) return Promise.reject(answer);
      if (answer !== undefined) return Promise.resolve(answer);
      return new Promise((_, reject) => {
        options.onProgress?.({ activity: "Fitting", fraction: 0.5 });
        options.signal?.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")));
      });
    },
    close: () => {
      closed++;
    },
  } as unknown as PipelineClient;
  return { calls, answers, closedTimes: () => closed, createClient: () => Promise.resolve(client) };
}

export const chosen = (path: string, text = "a,b\n1,2\n") => ({ path, file: new File([text], path) });
