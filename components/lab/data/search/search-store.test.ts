import { expect, it } from "vitest";
import { chosen, createFakeWorker } from "@/components/lab/data/core/fake-worker";
import { WorkerDesk } from "@/components/lab/data/core/worker-desk";
import { SearchStore } from "@/components/lab/data/search/search-store";

const answers = {
  "read-collection": { summary: { documents: 3 }, bad: [] },
  "train-collection": { indexMs: 5, queries: 2, reranked: { ndcg10: 0.5 } },
  "search-collection": { milliseconds: 1, relevant: null, hits: [{ document: 2 }] },
  "explain-collection-hit": { document: 2 },
};

function open() {
  const worker = createFakeWorker(answers);
  const files = {
    corpus: chosen("corpus.jsonl"),
    queries: chosen("queries.jsonl"),
    test: chosen("qrels.tsv"),
  };
  return { ...worker, store: new SearchStore(new WorkerDesk(worker.createClient), files) };
}

it("goes from files to an explained hit", async () => {
  const { store, calls } = open();
  await store.start();
  await store.read();
  store.setChoice({ way: "random", seed: 1 });
  await store.measure();
  await store.search("a query");
  await store.explain(2);
  expect(calls.map(({ name }) => name)).toEqual(Object.keys(answers));
  expect(calls[0]?.params).toMatchObject({ train: null, names: { test: "qrels.tsv" } });
  expect(calls[1]?.params).toEqual({ way: "random", seed: 1 });
  expect(calls[3]?.params).toEqual({ text: "a query", document: 2 });
  expect(store.getView()).toMatchObject({ found: { text: "a query" }, explanation: { document: 2 } });
});

it("asks nothing for an empty query, and explains nothing before a query", async () => {
  const { store, calls } = open();
  await store.search("  ");
  await store.explain(2);
  expect(calls).toHaveLength(0);
});

it("a new query closes the explanation of the last, a new index both", async () => {
  const { store } = open();
  await store.read();
  await store.measure();
  await store.search("one");
  await store.explain(2);
  await store.search("two");
  expect(store.getView().explanation).toBeNull();
  await store.measure();
  expect(store.getView().found).toBeNull();
});
