/** Quality and speed of every stage on the test queries of a collection. */

import type { SearchDocument } from "../data-sets/beir";
import { summariseTimes } from "../workers/timing";
import { pairedBootstrap } from "./bootstrap";
import { SearchEngine } from "./engine";
import { fuseLists, TERMS_AND_VECTORS, TERMS_ONLY } from "./hybrid";
import { type JudgedQuery, type ListQuality, listQuality, meanQuality } from "./judged-queries";
import type { BuildContext } from "./search-index";

export const STAGES = ["bm25", "dense", "fused", "hybrid", "reranked"] as const;
export type Stage = (typeof STAGES)[number];

export type Collection = {
  readonly documents: readonly SearchDocument[];
  readonly train: readonly JudgedQuery[];
  readonly test: readonly JudgedQuery[];
};

/** One query through every stage. `fused`: BM25 and vectors alike, whether or not they are the default. */
export function runStages(
  engine: SearchEngine,
  text: string,
): { lists: Record<Stage, Int32Array>; milliseconds: number } {
  const start = performance.now();
  const evidence = engine.gather(text);
  const reranked = engine.rerank(evidence).items;
  const milliseconds = performance.now() - start;
  const lists = {
    bm25: fuseLists(evidence, TERMS_ONLY, 100).items,
    dense: evidence.byVector.items,
    fused: fuseLists(evidence, TERMS_AND_VECTORS, 100).items,
    hybrid: engine.fuse(evidence, 100).items,
    reranked,
  };
  return { lists, milliseconds };
}

export async function evaluateSearch(collection: Collection, context: BuildContext) {
  const { engine, result } = await measureSearch(collection, context);
  engine.index.vectors.close();
  return result;
}

/** As evaluateSearch, and the engine stays for questions. */
export async function measureSearch({ documents, train, test }: Collection, context: BuildContext) {
  const { checkpoint, report, random } = context;
  const buildStart = performance.now();
  const untrained = await SearchEngine.build(documents, context);
  const indexMs = performance.now() - buildStart;
  const trainStart = performance.now();
  const engine = await untrained.train(train, context);
  const trainMs = performance.now() - trainStart;
  const quality: Record<Stage, ListQuality[]> = { bm25: [], dense: [], fused: [], hybrid: [], reranked: [] };
  const times: number[] = [];
  for (const [i, query] of test.entries()) {
    const { lists, milliseconds } = runStages(engine, query.text);
    times.push(milliseconds);
    for (const stage of STAGES) quality[stage].push(listQuality(query, lists[stage]));
    report("Test queries", (i + 1) / test.length);
    if (i % 20 === 0) await checkpoint();
  }
  const ndcg = (stage: Stage) => quality[stage].map(({ ndcg10 }) => ndcg10);
  const { trained } = engine;
  const result = {
    documents: documents.length,
    queries: test.length,
    trainQueries: train.length,
    indexMs,
    trainMs,
    queryMs: summariseTimes(times),
    bm25: meanQuality(quality.bm25),
    dense: meanQuality(quality.dense),
    fused: meanQuality(quality.fused),
    hybrid: meanQuality(quality.hybrid),
    reranked: meanQuality(quality.reranked),
    gain: pairedBootstrap(ndcg("bm25"), ndcg("reranked"), random.fork("bootstrap")),
    choices: {
      learntFrom: trained?.learntFrom ?? null,
      mix: trained?.mix.name ?? TERMS_ONLY.name,
      isReranked: Boolean(trained?.reranker?.model),
      validation: trained?.reranker?.validation ?? null,
    },
  };
  return { engine, result };
}
