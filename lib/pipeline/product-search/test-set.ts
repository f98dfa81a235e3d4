/** Held-out queries with their candidates and features worked out once, so that rankers can be compared on the same rows. */
import { ndcgAtK } from "@/lib/evaluation/ranking";
import { gradeOf } from "@/lib/worlds/search/grades";
import { orderByScore } from "../retrieval/merge";
import { runPipeline } from "../run";
import type { Checkpoint } from "../types";
import { hitFeatures } from "./hit-features";
import { DEFAULT_SEARCH_KNOBS } from "./knobs";
import { createSearchPipeline, featureSources } from "./pipeline";
import { meanOf, type QueryTruth, testTruths } from "./quality";
import type { SearchServing } from "./serving";
import { preparedOf } from "./types";

export type TestQuery = {
  readonly truth: QueryTruth;
  /** Merged candidates that passed the filter, in the order of fusion. */
  readonly items: Int32Array;
  readonly features: Float32Array;
  readonly grades: Uint8Array;
  /** NDCG@10 of BM25 alone on the same candidates. */
  readonly bm25: number;
};

/** Whoever scores rows: one number a row. */
export type RowScorer = (features: Float32Array, rows: number) => Float32Array;

/** NDCG@10 by the truth of the candidates in the order of their scores. */
export function ndcgOf({ truth, items, features, grades }: TestQuery, score: RowScorer): number {
  const order = orderByScore(score(features, items.length));
  const reached = Array.from(order.subarray(0, 10), (i) => grades[i] as number);
  return ndcgAtK(reached, truth.ideal, 10, "exponential");
}

export const meanNdcg = (tests: readonly TestQuery[], score: RowScorer): number =>
  meanOf(tests.map((test) => ndcgOf(test, score)));

/** @throws what the checkpoint throws. */
export async function prepareTestSet(
  serving: SearchServing,
  queries: number,
  checkpoint: Checkpoint,
): Promise<TestQuery[]> {
  const { world } = serving.scene;
  const pipeline = createSearchPipeline(serving);
  // Only candidates are wanted: no learnt ranker need be there.
  const knobs = { ...DEFAULT_SEARCH_KNOBS, ranker: "bm25" as const, rankLimit: 500 };
  const tests: TestQuery[] = [];
  for (const truth of testTruths(world, queries)) {
    const { query } = truth;
    const run = runPipeline(
      pipeline,
      { text: world.queries.text[query] as string, queryId: query, prepared: null },
      knobs,
    );
    const items = run.merged.items.filter((item) => {
      const reason = run.left.get(item)?.reason;
      return reason !== "out-of-stock" && reason !== "policy";
    });
    const features = hitFeatures(featureSources(serving), preparedOf(run.query), items);
    const grades = Uint8Array.from(items, (item) => gradeOf(world, query, item));
    const test = { truth, items, features, grades, bm25: 0 };
    const byTerms = new Map(
      Array.from(run.ranked?.items ?? [], (item, i) => [item, run.ranked?.scores[i] ?? 0]),
    );
    const bm25 = ndcgOf(test, () => Float32Array.from(items, (item) => byTerms.get(item) ?? 0));
    tests.push({ ...test, bm25 });
    if (tests.length % 10 === 0) await checkpoint();
  }
  return tests;
}
