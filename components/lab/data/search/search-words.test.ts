import { describe, expect, it } from "vitest";
import { explainScore } from "@/components/lab/data/search/explain-words";
import { nameStage } from "@/components/lab/data/search/search-view";
import { collectionNotes, describeSearch } from "@/components/lab/data/search/search-words";
import type { CollectionExplanation, CollectionResult } from "@/lib/pipeline/workers/calls/search-calls";

const quality = (ndcg10: number) => ({ ndcg10, mrr10: 0.5, recall100: 0.9 });

function resultOf(gain: CollectionResult["gain"], isReranked = true): CollectionResult {
  return {
    documents: 900,
    queries: 200,
    trainQueries: 100,
    indexMs: 1_000,
    trainMs: 2_000,
    queryMs: { min: 1, p50: 4, p95: 9 },
    bm25: quality(0.68),
    dense: quality(0.58),
    fused: quality(0.62),
    hybrid: quality(0.68),
    reranked: quality(0.71),
    gain,
    choices: { learntFrom: "judged queries", mix: "BM25 alone", isReranked, validation: null },
  };
}

describe("what the stages mean", () => {
  it("a gain is one only when its interval leaves zero", () => {
    expect(describeSearch(resultOf({ mean: 0.03, low: 0.01, high: 0.05 }))[0]).toContain(
      "better than BM25 beyond chance",
    );
    expect(describeSearch(resultOf({ mean: 0.01, low: -0.01, high: 0.03 }))[0]).toContain(
      "cannot be told apart",
    );
    expect(describeSearch(resultOf({ mean: -0.03, low: -0.05, high: -0.01 }))[0]).toContain(
      "worse than BM25",
    );
    expect(describeSearch(resultOf({ mean: 0, low: 0, high: 0 }, false))[0]).toContain("stays out");
  });

  it("the last list is not called re-ranked when nothing was re-ranked", () => {
    const gain = { mean: 0, low: 0, high: 0 };
    expect(nameStage("reranked", resultOf(gain))).toBe("Re-ranked");
    expect(nameStage("reranked", resultOf(gain, false))).toBe("Default: BM25 alone");
    expect(nameStage("bm25", resultOf(gain, false))).toBe("BM25");
  });
});

it("notes say what is too little to judge by", () => {
  const judged = (queries: number) => ({ queries, pairs: 10, relevantPairs: 8, highestGrade: 2 });
  const notes = collectionNotes({
    documents: 10,
    titled: 0,
    medianLength: 100,
    queries: 30,
    train: judged(5),
    test: judged(9),
    examples: [],
  }).join(" ");
  expect(notes).toContain("No document has a title");
  expect(notes).toContain("9 queries are judged");
  expect(notes).toContain("5 queries to learn from are too few");
  expect(notes).toContain("grades up to 2");
});

it("a hit without the query's words was brought by its vector", () => {
  const term = { term: "bee", weight: 1, idf: 2, frequency: 0, contribution: 0 };
  const explanation: CollectionExplanation = {
    document: 1,
    id: "d1",
    title: "A",
    text: "B",
    ranks: { bm25: null, dense: 3, fused: 9, hybrid: null, reranked: 4 },
    terms: [term],
    bm25: 0,
    dense: 0.41,
    features: [],
    second: { score: 0.5, linear: 0.4, trees: 0.8, treeShare: 0.25 },
  };
  const words = explainScore(explanation);
  expect(words).toContain("BM25 not in the first 100, Dense vectors 3");
  expect(words).toContain("only the vectors brought it");
  expect(words).toContain("75 % of the linear score 0.40 and 25 % of the trees' 0.80");
  expect(
    explainScore({ ...explanation, terms: [{ ...term, frequency: 2, contribution: 1.5 }], second: null }),
  ).toContain('It has all terms of the query; "bee" adds most.');
});
