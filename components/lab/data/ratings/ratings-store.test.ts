import { expect, it } from "vitest";
import { chosen, createFakeWorker } from "@/components/lab/data/core/fake-worker";
import { WorkerDesk } from "@/components/lab/data/core/worker-desk";
import { RatingsStore } from "@/components/lab/data/ratings/ratings-store";
import { AppError } from "@/lib/errors";

const inspection = {
  separator: ",",
  encoding: "utf-8",
  hasHeader: true,
  columns: ["user", "item", "rating"],
  firstRows: [["1", "2", "3"]],
  guess: { roles: { user: 0, item: 1, rating: 2, time: null }, because: {}, timeFormat: "seconds" },
};
const reading = { summary: { rows: 10, histogram: [] }, bad: [] };
const result = { trainSeconds: 3, pipeline: { ndcg: 0.4 } };

function open(answers: Record<string, unknown>) {
  const { calls, createClient } = createFakeWorker(answers);
  const desk = new WorkerDesk(createClient);
  return { calls, desk, store: new RatingsStore(desk, { ratings: chosen("mine.csv") }) };
}

it("goes from a file to a run with the columns as they were changed", async () => {
  const { calls, store } = open({
    "inspect-ratings": inspection,
    "read-ratings": reading,
    "train-ratings": result,
  });
  await store.start();
  store.setColumns({ roles: { user: 1, item: 0, rating: null, time: null }, timeFormat: "seconds" });
  await store.read();
  await store.train("item");
  expect(calls[1]).toMatchObject({
    name: "read-ratings",
    params: { layout: { columnCount: 3, roles: { user: 1, item: 0, rating: null } } },
  });
  expect(store.getView()).toMatchObject({ reading, trained: "item" });
});

it("does not read while a column is used twice", async () => {
  const { calls, store } = open({ "inspect-ratings": inspection, "read-ratings": reading });
  await store.start();
  store.setColumns({ roles: { user: 0, item: 0, rating: null, time: null }, timeFormat: "seconds" });
  await store.read();
  expect(calls).toHaveLength(1);
});

it("keeps what was there when a run is cancelled, and shows its progress until then", async () => {
  const { store, desk } = open({ "inspect-ratings": inspection, "read-ratings": reading });
  await store.start();
  await store.read();
  const training = store.train("time");
  await Promise.resolve();
  await Promise.resolve();
  expect(desk.getView()).toMatchObject({ activity: "Fitting, the time split", fraction: 0.5 });
  desk.cancel();
  await training;
  expect(store.getView()).toMatchObject({ reading, trained: null });
  expect(desk.getView()).toMatchObject({ activity: "", notice: "Cancelled." });
});

it("shows an expected failure in its own words", async () => {
  const { store, desk } = open({ "inspect-ratings": new AppError("invalid-input", "mine.csv is empty.") });
  await store.start();
  expect(store.getView().inspection).toBeNull();
  expect(desk.getView()).toMatchObject({ error: "mine.csv is empty.", activity: "" });
});
