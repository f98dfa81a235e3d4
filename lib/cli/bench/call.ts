/** Calls the worker from the command line. */
import type { CallName, CallParams, CallResult } from "@/lib/pipeline/workers/protocol";
import type { BrowserHost } from "./browser-host";
import type { PipelineBench } from "./page";

export function callWorker<Name extends CallName>(
  host: BrowserHost,
  name: Name,
  params: CallParams<Name>,
): Promise<CallResult<Name>> {
  return host.page.evaluate(
    ([call, argument]) =>
      (globalThis as unknown as { pipelineBench: PipelineBench }).pipelineBench.call(call as never, argument),
    [name, params] as const,
  ) as Promise<CallResult<Name>>;
}

export const workerReadyMilliseconds = (host: BrowserHost): Promise<number> =>
  host.page.evaluate(() =>
    (globalThis as unknown as { pipelineBench: PipelineBench }).pipelineBench.readyMilliseconds(),
  );
