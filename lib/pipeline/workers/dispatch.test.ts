import { expect, it } from "vitest";
import { createDispatcher, type Handlers } from "./dispatch";
import type { WorkerResponse } from "./protocol";

/** A dispatcher whose `list-users` counts checkpoints until it is told to stop. */
function createCounter() {
  const posted: WorkerResponse[] = [];
  const state = { steps: 0, isDone: false };
  const handlers = {
    "list-users": async (_: never, { checkpoint }: { checkpoint: () => Promise<void> }) => {
      while (!state.isDone) {
        await checkpoint();
        state.steps += 1;
      }
      return "done";
    },
  } as unknown as Handlers;
  const receive = createDispatcher(handlers, (response) => posted.push(response));
  return { state, posted, receive };
}

/** One turn of the event loop: a message that waits is delivered, and what it sets free runs. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
/** Turns until something holds; the test's own time limit is the only clock. */
async function until(holds: () => boolean) {
  while (!holds()) await turn();
}
/** More turns than any call here needs: what has not happened by then waits for something. */
async function settle() {
  for (let turns = 0; turns < 50; turns++) await turn();
}

it("stands still while paused, goes on when resumed, and can be cancelled in between", async () => {
  const { state, posted, receive } = createCounter();
  receive({ id: 1, kind: "call", name: "list-users", params: {} });
  await until(() => state.steps > 3);
  receive({ id: 1, kind: "pause" });
  await settle();
  const pausedAt = state.steps;
  await settle();
  expect(state.steps).toBe(pausedAt);

  receive({ id: 1, kind: "resume" });
  await until(() => state.steps > pausedAt);

  receive({ id: 1, kind: "pause" });
  await settle();
  receive({ id: 1, kind: "cancel" });
  await until(() => posted.length > 0);
  expect(posted).toEqual([{ kind: "error", id: 1, reason: "aborted", message: "The run was cancelled." }]);
});

it("lets exactly one checkpoint pass with each step, and none when it is not paused", async () => {
  const { state, posted, receive } = createCounter();
  receive({ id: 1, kind: "call", name: "list-users", params: {} });
  await until(() => state.steps > 3);
  receive({ id: 1, kind: "step" });
  receive({ id: 1, kind: "pause" });
  await settle();
  const pausedAt = state.steps;
  for (let steps = 1; steps <= 3; steps++) {
    receive({ id: 1, kind: "step" });
    await settle();
    expect(state.steps).toBe(pausedAt + steps);
  }

  receive({ id: 1, kind: "step" });
  receive({ id: 1, kind: "step" });
  await settle();
  expect(state.steps).toBe(pausedAt + 5);

  receive({ id: 1, kind: "resume" });
  await until(() => state.steps > pausedAt + 6);
  receive({ id: 1, kind: "cancel" });
  await until(() => posted.length > 0);
  expect(posted.at(-1)).toMatchObject({ kind: "error", reason: "aborted" });
});

it("keeps a paused call in the queue where it is when a step is asked for", async () => {
  const { state, posted, receive } = createCounter();
  receive({ id: 1, kind: "call", name: "list-users", params: {} });
  receive({ id: 2, kind: "call", name: "list-users", params: {} });
  receive({ id: 2, kind: "pause" });
  receive({ id: 2, kind: "step" });
  state.isDone = true;
  await settle();
  expect(posted.map((response) => "id" in response && response.id)).toEqual([1]);
  receive({ id: 2, kind: "resume" });
  await until(() => posted.length === 2);
});

it("runs calls in order and refuses what it does not know", async () => {
  const { state, posted, receive } = createCounter();
  state.isDone = true;
  receive({ id: 1, kind: "call", name: "list-users", params: { limit: 0 } });
  receive({ id: 2, kind: "call", name: "constructor", params: {} });
  receive({ id: 3, kind: "call", name: "list-users", params: {} });
  await until(() => posted.length === 3);
  expect(posted.map((response) => [response.kind, "id" in response ? response.id : null])).toEqual([
    ["error", 1],
    ["error", 2],
    ["result", 3],
  ]);
});

it("answers the next call after one that threw, and after one whose result cannot be posted", async () => {
  const posted: WorkerResponse[] = [];
  const results = [
    () => {
      throw new RangeError("broken");
    },
    () => () => "functions cannot be copied",
    () => "fine",
  ];
  const handlers = { "list-users": () => results.shift()?.() } as unknown as Handlers;
  const receive = createDispatcher(handlers, (response) => posted.push(structuredClone(response)));
  for (const id of [1, 2, 3]) receive({ id, kind: "call", name: "list-users", params: {} });
  await until(() => posted.length === 3);
  expect(posted).toMatchObject([
    { id: 1, kind: "error", reason: "failed", message: "broken" },
    { id: 2, kind: "error", reason: "failed" },
    { id: 3, kind: "result", value: "fine" },
  ]);
});

it("is not disturbed by a cancel that comes after the answer", async () => {
  const { state, posted, receive } = createCounter();
  state.isDone = true;
  receive({ id: 1, kind: "call", name: "list-users", params: {} });
  await until(() => posted.length === 1);
  receive({ id: 1, kind: "cancel" });
  receive({ id: 1, kind: "call", name: "list-users", params: {} });
  await until(() => posted.length === 2);
  expect(posted.map(({ kind }) => kind)).toEqual(["result", "result"]);
});
