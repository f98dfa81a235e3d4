/**
 * Search over one corpus: candidates of several lists, fused; then re-ranked on measures of each pair. Trained on judged
 * queries, or on titles as queries where there are none; whatever does not beat BM25 there stays out.
 */
import type { SearchDocument } from "../data-sets/beir";
import { describePairs } from "./features";
import { fuse } from "./fusion";
import { chooseMix, fuseLists, type Mix, TERMS_ONLY } from "./hybrid";
import { type JudgedQuery, listQuality } from "./judged-queries";
import { makePseudoQueries } from "./pseudo-queries";
import { gatherEvidence, type QueryEvidence } from "./query-evidence";
import { type Example, orderRows, rerankScores, type TrainedReranker, trainReranker } from "./reranker";
import { type BuildContext, buildSearchIndex, type SearchIndex } from "./search-index";

/** What the second stage looks at. */
export const RERANK_DEPTH = 100;
const MIN_QUERIES = 20;

export type TrainedSearch = {
  readonly mix: Mix;
  /** NDCG@10 of each mix, in the order of MIXES. */
  readonly mixNdcg: readonly number[];
  readonly reranker: TrainedReranker | null;
  readonly learntFrom: "judged queries" | "titles as queries";
  readonly queries: number;
};

/** Candidates for the second stage: breadth from all lists, in the order that BM25 leads. */
export function chooseCandidates(evidence: QueryEvidence, limit = RERANK_DEPTH): Int32Array {
  return fuse(
    [
      { items: evidence.byTerms.items, weight: 1 },
      { items: evidence.byGrams.items, weight: 0.5 },
      { items: evidence.byFeedback.items, weight: 0.5 },
      { items: evidence.byVector.items, weight: 0.25 },
    ],
    limit,
  ).items;
}

export class SearchEngine {
  /** -1 for every stem, between uses. */
  private readonly slotOf: Int16Array;

  private constructor(
    readonly index: SearchIndex,
    readonly trained: TrainedSearch | null,
  ) {
    this.slotOf = new Int16Array(index.analyser.stems.size).fill(-1);
  }

  static async build(documents: readonly SearchDocument[], context: BuildContext): Promise<SearchEngine> {
    return new SearchEngine(await buildSearchIndex(documents, context), null);
  }

  gather(text: string): QueryEvidence {
    return gatherEvidence(this.index, text);
  }

  describe(evidence: QueryEvidence, candidates: Int32Array): Float32Array {
    return describePairs(this.index, evidence, candidates, this.slotOf);
  }

  /** The fused list of the mix that was chosen; BM25 until something else earned its place. */
  fuse(evidence: QueryEvidence, limit: number) {
    return fuseLists(evidence, this.trained?.mix ?? TERMS_ONLY, limit);
  }

  /** Best first. Without a trained second stage, the fused list. */
  rerank(evidence: QueryEvidence): { items: Int32Array; scores: Float32Array } {
    const model = this.trained?.reranker?.model;
    if (!model) return this.fuse(evidence, RERANK_DEPTH);
    const candidates = chooseCandidates(evidence);
    const { scores } = rerankScores(model, this.describe(evidence, candidates));
    const order = orderRows(scores);
    return {
      items: order.map((row) => candidates[row] as number),
      scores: Float32Array.from(order, (row) => scores[row] as number),
    };
  }

  /** An engine on the same index that knows which mix and which second stage to use. */
  async train(judged: readonly JudgedQuery[], context: BuildContext): Promise<SearchEngine> {
    if (judged.length >= MIN_QUERIES)
      return new SearchEngine(this.index, await this.learn(judged, "judged queries", context));
    const pseudo = makePseudoQueries(this.index.documents, context.random.fork("titles"));
    if (pseudo.queries.length < MIN_QUERIES) return this;
    const untitled = await SearchEngine.build(pseudo.documents, context);
    const trained = await untitled.learn(pseudo.queries, "titles as queries", context);
    untitled.index.vectors.close();
    return new SearchEngine(this.index, trained);
  }

  private async learn(
    queries: readonly JudgedQuery[],
    learntFrom: TrainedSearch["learntFrom"],
    { checkpoint, report }: BuildContext,
  ): Promise<TrainedSearch> {
    const evidence: QueryEvidence[] = [];
    const examples: Example[] = [];
    for (const query of queries) {
      const own = this.gather(query.text);
      const candidates = chooseCandidates(own);
      evidence.push(own);
      examples.push({ query, candidates, features: this.describe(own, candidates) });
      if (examples.length % 50 > 0) continue;
      report("Describing training queries", examples.length / queries.length);
      await checkpoint();
    }
    const { mix, ndcg } = chooseMix(queries, evidence);
    const bm25 = queries.map((query, i) => listQuality(query, evidence[i]?.byTerms.items ?? []).ndcg10);
    const reranker = await trainReranker(examples, bm25, checkpoint, (fraction) =>
      report("Training the second stage", fraction),
    );
    return { mix, mixNdcg: ndcg, reranker, learntFrom, queries: queries.length };
  }
}
