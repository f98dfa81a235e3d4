import { expect, it } from "vitest";
import { chosen, createFakeWorker } from "@/components/lab/data/core/fake-worker";
import { WorkerDesk } from "@/components/lab/data/core/worker-desk";
import { RankingStore } from "@/components/lab/data/ranking/ranking-store";

const reading = { files: [{ name: "rank.train", rows: 10 }], bad: [] };
const result = { trainSeconds: 2, ndcg: { 10: 0.7 }, queries: 4 };

it("reads both files with their query sizes, and measures with the choice as it is", async () => {
  const { calls, createClient } = createFakeWorker({
    "inspect-judged": { hasQueries: false },
    "read-judged": reading,
    "train-judged": result,
  });
  const groups = chosen("rank.train.query", "2\n");
  const files = { train: chosen("rank.train"), test: chosen("rank.test"), "train-groups": groups };
  const store = new RankingStore(new WorkerDesk(createClient), files);
  await store.start();
  await store.read();
  store.setChoice({ ...store.getView().choice, empty: 0 });
  await store.measure();
  expect(calls[1]?.params).toMatchObject({
    train: { name: "rank.train", groups: groups.file },
    test: { name: "rank.test", groups: null },
  });
  expect(calls[2]?.params).toEqual({ way: "random", seed: 1, empty: 0 });
  expect([store.isSplit, store.hasGroups]).toEqual([false, true]);
  expect(store.getView().run).toEqual({ result, choice: { way: "random", seed: 1, empty: 0 } });
});

it("reading anew forgets what was trained", async () => {
  const { answers, createClient } = createFakeWorker({
    "read-judged": reading,
    "train-judged": result,
  });
  const store = new RankingStore(new WorkerDesk(createClient), { train: chosen("a.txt") });
  await store.read();
  await store.measure();
  answers["read-judged"] = new Error("broken");
  await store.read();
  expect(store.getView()).toMatchObject({ reading: null, run: null });
  expect(store.desk.getView().error).toContain("stopped unexpectedly");
});
