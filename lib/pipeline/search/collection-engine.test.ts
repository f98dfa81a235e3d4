// @vitest-environment node
import { expect, it } from "vitest";
import { BEIR_PATHS } from "../data-sets/beir-folder";
import { CollectionEngine, MAX_CORPUS_BYTES } from "./collection-engine";

const QUIET = { checkpoint: async () => undefined, report: () => undefined };
const TOPICS = ["whale song", "glass blowing", "volcanic ash", "bread yeast", "tidal power", "bee dance"];
const corpus = Array.from({ length: 60 }, (_, i) => {
  const topic = TOPICS[i % TOPICS.length] as string;
  return JSON.stringify({
    _id: `d${i}`,
    title: `On ${topic} ${i}`,
    text: `About ${topic}, part ${i} of it.`,
  });
});
const queries = TOPICS.map((topic, q) => JSON.stringify({ _id: `q${q}`, text: topic }));
const qrels = TOPICS.flatMap((_, q) => [`q${q}\td${q}\t1`, `q${q}\td${q + 6}\t2`]);
const blob = (lines: string[]) => new Blob([lines.join("\n")]);
const files = { corpus: blob(corpus), queries: blob([...queries, "broken"]), train: null, test: blob(qrels) };

it("reads, measures, finds and explains", async () => {
  const engine = new CollectionEngine();
  const { summary, bad } = await engine.read(files, BEIR_PATHS, QUIET);
  expect(summary).toMatchObject({
    documents: 60,
    queries: 6,
    test: { queries: 6, pairs: 12, highestGrade: 2 },
  });
  expect(bad.find(({ file }) => file === "queries.jsonl")).toMatchObject({ count: 1 });
  expect(() => engine.search("whale")).toThrow("Build the index first.");
  const result = await engine.train({ way: "none", seed: 1 }, QUIET);
  expect([result.queries, result.trainQueries]).toEqual([6, 0]);
  const found = engine.search("whale song");
  expect(found.relevant).toBe(2);
  const first = found.hits.find(({ ranks }) => ranks.bm25 === 1);
  expect(first?.title).toContain("whale song");
  const explanation = engine.explain("whale song", first?.document ?? -1);
  expect(explanation.ranks.bm25).toBe(1);
  expect(explanation.terms.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(
    explanation.bm25,
  );
  expect(engine.search("nobody asked this").relevant).toBeNull();
  engine.close();
});

it("halves the judged queries of one file when asked to", async () => {
  const engine = new CollectionEngine();
  await engine.read(files, BEIR_PATHS, QUIET);
  const result = await engine.train({ way: "order", seed: 1 }, QUIET);
  expect([result.queries, result.trainQueries]).toEqual([3, 3]);
  engine.close();
});

it("refuses a corpus that would not fit before reading it, and says what to do", async () => {
  const large = { size: MAX_CORPUS_BYTES + 1 } as Blob;
  await expect(new CollectionEngine().read({ ...files, corpus: large }, BEIR_PATHS, QUIET)).rejects.toThrow(
    /at most 40 MB fits into a tab. Choose a part of its lines/,
  );
});
