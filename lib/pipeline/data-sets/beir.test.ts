import { expect, it } from "vitest";
import { readBeirFolder } from "./beir-folder";

const context = { checkpoint: async () => undefined, onBytes: () => undefined };
const blob = (text: string) => new Blob([text]);
const GOOD = {
  corpus: blob(
    '{"_id": "1", "title": "A", "text": "one"}\nnot json\n{"_id": "1", "text": "again"}\n{"title": "B"}\n',
  ),
  queries: blob('{"_id": "q", "text": "one"}\n{"_id": "r"}\n'),
  train: null,
  test: blob("query-id\tcorpus-id\tscore\nq\t1\t1\nq\t7\t1\nx\t1\t1\nq\t1\n"),
};

it("a folder keeps good lines and lists bad ones with file and line", async () => {
  const { documents, queries, train, test, bad } = await readBeirFolder(GOOD, () => context);
  expect([documents.length, queries.size, train.size, test.get("q")?.size]).toEqual([1, 1, 0, 2]);
  expect(bad.flatMap(({ file, rows }) => rows.map(({ line }) => `${file}:${line}`))).toEqual([
    "corpus.jsonl:2",
    "corpus.jsonl:3",
    "corpus.jsonl:4",
    "queries.jsonl:2",
    "qrels/test.tsv:3",
    "qrels/test.tsv:4",
    "qrels/test.tsv:5",
  ]);
  expect(bad[0]?.rows[0]?.problem).toBe("is not JSON");
});

it.each([
  [{ corpus: blob("") }, "corpus.jsonl holds no document"],
  [{ queries: blob("\n") }, "queries.jsonl holds no query"],
  [{ test: blob("query-id\tcorpus-id\tscore\n") }, "qrels/test.tsv judges no pair"],
  [{ test: blob("q\t1\t0\n") }, "no relevant document"],
])("files without content are refused in words", async (change, message) => {
  await expect(readBeirFolder({ ...GOOD, ...change }, () => context)).rejects.toThrow(message);
});
