import { expect, it } from "vitest";
import { ClicksStore } from "@/components/lab/data/clicks/clicks-store";
import { chosen, createFakeWorker } from "@/components/lab/data/core/fake-worker";
import { WorkerDesk } from "@/components/lab/data/core/worker-desk";
import { AppError } from "@/lib/errors";

const layout = {
  kind: "table",
  encoding: "utf-8",
  separator: ",",
  hasHeader: true,
  columns: ["id", "clicked", "site", "ad"],
  label: 1,
  fields: [0, 2, 3],
};
const inspection = { layout, firstRows: [], labelBecause: "name", rowIds: [0] };
const reading = { summary: { files: [{ name: "log.csv", rows: 900, ones: 90 }], fields: [] }, bad: [] };
const rung = { auc: 0.7, trainSeconds: 2, logLoss: 0.3 };
const answers = {
  "inspect-clicks": inspection,
  "read-clicks": reading,
  "measure-base-rate": { rate: 0.1, logLoss: 0.33 },
  "train-clicks": rung,
};

function open(given: Record<string, unknown> = answers) {
  const worker = createFakeWorker({ ...given });
  const desk = new WorkerDesk(worker.createClient);
  return { ...worker, desk, store: new ClicksStore(desk, { train: chosen("log.csv") }) };
}

it("leaves out row ids at first, and reads with the columns as they were changed", async () => {
  const { store, calls } = open();
  await store.start();
  expect(store.getView().layout).toMatchObject({ label: 1, fields: [2, 3] });
  store.setLabel(3);
  store.setField(0, true);
  store.setField(2, false);
  await store.setHeader(false);
  await store.read();
  expect(calls.at(-1)).toMatchObject({
    name: "read-clicks",
    params: { files: [{ role: "train", name: "log.csv" }], layout: { label: 3, fields: [0, 1] } },
  });
});

it("does not read without a feature", async () => {
  const { store, calls } = open();
  await store.start();
  for (const column of [2, 3]) store.setField(column, false);
  await store.read();
  expect(calls).toHaveLength(1);
});

it("climbs the ladder a rung at a time and trains only what is missing from it", async () => {
  const { store, calls } = open();
  await store.start();
  await store.read();
  store.setChoice({ ...store.getView().choice, models: { lr: true, fm: false, dcn: false } });
  await store.measure();
  store.setChoice({ ...store.getView().choice, models: { lr: false, fm: false, dcn: true } });
  await store.measure();
  const asked = calls.slice(2).map(({ name, params }) => [name, (params as { model?: string }).model]);
  expect(asked).toEqual([
    ["measure-base-rate", undefined],
    ["train-clicks", "lr"],
    ["train-clicks", "dcn"],
  ]);
  expect(Object.keys(store.getView().ladder?.rungs ?? {})).toEqual(["lr", "dcn"]);
});

it("begins a ladder anew when the split is another", async () => {
  const { store, calls } = open();
  await store.start();
  await store.read();
  await store.measure();
  store.setChoice({ ...store.getView().choice, way: "order", models: { lr: true, fm: false, dcn: false } });
  await store.measure();
  expect(calls.filter(({ name }) => name === "measure-base-rate")).toHaveLength(2);
  expect(Object.keys(store.getView().ladder?.rungs ?? {})).toEqual(["lr"]);
});

it("keeps the rungs that were measured when the next is cancelled", async () => {
  const { store, desk, answers: given } = open();
  await store.start();
  await store.read();
  store.setChoice({ ...store.getView().choice, models: { lr: true, fm: false, dcn: false } });
  await store.measure();
  given["train-clicks"] = undefined;
  store.setChoice({ ...store.getView().choice, models: { lr: false, fm: true, dcn: true } });
  const measuring = store.measure();
  await new Promise((resolve) => setTimeout(resolve));
  expect(desk.getView().activity).toBe("Factorization machine: Fitting");
  desk.cancel();
  await measuring;
  expect(Object.keys(store.getView().ladder?.rungs ?? {})).toEqual(["lr"]);
  expect(desk.getView().notice).toBe("Cancelled.");
});

it("says what to do when the worker has no room", async () => {
  const full = new AppError("invalid-input", 'Leave "id" out and read again.');
  const { store, desk } = open({ ...answers, "read-clicks": full });
  await store.start();
  await store.read();
  expect(desk.getView().error).toBe(full.message);
  expect(store.getView().reading).toBeNull();
});
