import { expect, it } from "vitest";
import { createPipelineClient } from "./client";
import type { WorkerResponse } from "./protocol";

/** A worker that answers every call with `responseTo` and keeps what it was sent. */
function createWorkerDouble(responseTo: (id: number) => WorkerResponse | null) {
  const sent: { id: number; kind: string }[] = [];
  const worker = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    onerror: null as ((event: { preventDefault(): void }) => void) | null,
    isTerminated: false,
    postMessage(message: { id: number; kind: string }) {
      sent.push(message);
      const response = message.kind === "call" ? responseTo(message.id) : null;
      if (response) queueMicrotask(() => worker.onmessage?.({ data: response }));
    },
    terminate: () => {
      worker.isTerminated = true;
    },
  };
  return { worker, sent, client: createPipelineClient(() => worker as unknown as Worker) };
}

it("rejects a call whose answer has another shape than agreed, instead of leaving it waiting", async () => {
  const { client } = createWorkerDouble((id) => ({ kind: "result", id, value: { total: "many" } }));
  await expect(client.call("list-users", {})).rejects.toThrow(/does not understand/);
});

it("sends a cancel for an aborted call and nothing after the call is settled", async () => {
  const { client, sent } = createWorkerDouble((id) => ({
    kind: "result",
    id,
    value: { total: 0, users: [] },
  }));
  const abort = new AbortController();
  const calling = client.call("list-users", {}, { signal: abort.signal });
  abort.abort();
  await calling;
  expect(sent.map(({ kind }) => kind)).toEqual(["call", "cancel"]);
  const late = new AbortController();
  await client.call("list-users", {}, { signal: late.signal });
  late.abort();
  expect(sent.map(({ kind }) => kind)).toEqual(["call", "cancel", "call"]);
});

it("rejects what is pending when the worker breaks or is closed, and starts another worker after a break", async () => {
  const { client, worker } = createWorkerDouble(() => null);
  const broken = client.call("memory", {});
  worker.onerror?.({ preventDefault: () => {} });
  await expect(broken).rejects.toThrow(/could not start/);
  expect(worker.isTerminated).toBe(true);
  const closed = client.call("memory", {});
  client.close();
  await expect(closed).rejects.toMatchObject({ name: "AbortError" });
  await expect(client.call("memory", {})).rejects.toMatchObject({ name: "AbortError" });
});
