/** The worker's entry: messages in, answers out. The work is in handlers.ts and below. */
import { createDispatcher } from "./dispatch";
import { createHandlers } from "./handlers";

const scope = self as unknown as DedicatedWorkerGlobalScope;
const receive = createDispatcher(createHandlers(), (response) => scope.postMessage(response));
scope.onmessage = (event: MessageEvent<unknown>) => receive(event.data);
scope.postMessage({ kind: "ready" });
