import { expect, it } from "vitest";
import { DataStore } from "@/components/lab/data/data-store";
import { AppError } from "@/lib/errors";
import type { CallOptions, PipelineClient } from "@/lib/pipeline/workers/client";

const inspection = {
  separator: ",",
  encoding: "utf-8",
  hasHeader: true,
  columns: ["user", "item", "rating"],
  firstRows: [["1", "2", "3"]],
  guess: { roles: { user: 0, item: 1, rating: 2, time: null }, because: {}, timeFormat: "seconds" },
};
const reading = { summary: { rows: 10, histogram: [] }, badCount: 1, badRows: [] };
const result = { trainSeconds: 3, pipeline: { ndcg: 0.4 } };

/** A worker that answers what it is told to, and rejects like the real client when it is cancelled. */
function createFake(answers: Record<string, unknown>) {
  const calls: { name: string; params: unknown }[] = [];
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
    setPaused: () => undefined,
    close: () => undefined,
  } as unknown as PipelineClient;
  return { calls, store: new DataStore(() => Promise.resolve(client)) };
}

const file = new File(["user,item,rating\n1,2,3\n"], "mine.csv");

it("goes from a file to a run with the columns as they were changed", async () => {
  const { calls, store } = createFake({
    "inspect-ratings": inspection,
    "read-ratings": reading,
    "train-ratings": result,
  });
  await store.choose(file);
  store.setColumns({ roles: { user: 1, item: 0, rating: null, time: null }, timeFormat: "seconds" });
  await store.read();
  await store.train("item");
  expect(calls[1]).toMatchObject({
    name: "read-ratings",
    params: { layout: { columnCount: 3, roles: { user: 1, item: 0, rating: null } } },
  });
  expect(store.getView()).toMatchObject({ reading, trained: "item", activity: "", error: null });
});

it("does not read while a column is used twice", async () => {
  const { calls, store } = createFake({ "inspect-ratings": inspection, "read-ratings": reading });
  await store.choose(file);
  store.setColumns({ roles: { user: 0, item: 0, rating: null, time: null }, timeFormat: "seconds" });
  await store.read();
  expect(calls).toHaveLength(1);
});

it("keeps what was there when a run is cancelled, and shows its progress until then", async () => {
  const { store } = createFake({ "inspect-ratings": inspection, "read-ratings": reading });
  await store.choose(file);
  await store.read();
  const training = store.train("time");
  await Promise.resolve();
  await Promise.resolve();
  expect(store.getView()).toMatchObject({ activity: "Fitting, the time split", fraction: 0.5 });
  store.cancel();
  await training;
  expect(store.getView()).toMatchObject({ reading, trained: null, activity: "", notice: "Cancelled." });
});

it("shows an expected failure in its own words", async () => {
  const { store } = createFake({ "inspect-ratings": new AppError("invalid-input", "mine.csv is empty.") });
  await store.choose(file);
  expect(store.getView()).toMatchObject({ error: "mine.csv is empty.", inspection: null, activity: "" });
});
