/** A worker with one task: parameters in, progress lines and one result out. */
import { attempt, hasFailed } from "./outcome";

export type TaskMessage =
  | { readonly kind: "progress"; readonly line: string }
  | { readonly kind: "result"; readonly result: unknown }
  | { readonly kind: "error"; readonly message: string };

export type Task<Params, Result> = (params: Params, report: (line: string) => void) => Promise<Result>;

/** Parameters are those that our own command sends, so they are not checked again. */
export function serveTask<Params, Result>(task: Task<Params, Result>) {
  const scope = self as unknown as DedicatedWorkerGlobalScope;
  const post = (message: TaskMessage) => scope.postMessage(message);
  scope.onmessage = async (event: MessageEvent<unknown>) => {
    const outcome = await attempt(() =>
      task(event.data as Params, (line) => post({ kind: "progress", line })),
    );
    if (hasFailed(outcome)) post({ kind: "error", message: outcome.error });
    else post({ kind: "result", result: outcome });
  };
}
