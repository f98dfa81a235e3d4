/**
 * Search over one corpus: candidates of several lists, fused; then re-ranked on measures of each pair. Trained on judged
 * queries, or on titles as queries where there are none; whatever does not beat BM25 there stays out.
 */
import type { SearchDocument } from "../data-sets/beir";
import { pairedLead } from "../ratings/paired-lead";
import { countTerms } from "./bm25";
import { describePairs } from "./features";
import { groupedFolds } from "./folds";
import { fuse } from "./fusion";
import { chooseMix, fuseLists, type Mix, TERMS_ONLY } from "./hybrid";
import { type JudgedQuery, listQuality, relevantOf } from "./judged-queries";
import { makePseudoQueries } from "./pseudo-queries";
import { gatherEvidence, type QueryEvidence } from "./query-evidence";
import { type Example, orderRows, rerankScores, type TrainedReranker, trainReranker } from "./reranker";
import { type BuildContext, buildSearchIndex, type SearchIndex } from "./search-index";
import { type TermWeights, trainTermWeights, weighTerms } from "./term-weights";

/** What the second stage looks at. */
export const RERANK_DEPTH = 100;
const MIN_QUERIES = 20;
const FOLDS = 5;
/** Leads of less than this many standard errors are chance. */
const REQUIRED_LEAD = 1;

export type TrainedSearch = {
  /** What terms are worth; null when that did not beat BM25. */
  readonly termWeights: TermWeights | null;
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
      { items: evidence.byWeighed?.items ?? new Int32Array(), weight: 1 },
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
    return gatherEvidence(this.index, text, this.trained?.termWeights ?? null);
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
    const bm25 = queries.map((query) => this.qualityOf(query, null));
    const weights = await this.learnTermWeights(queries, bm25, checkpoint);
    const evidence: QueryEvidence[] = [];
    const examples: Example[] = [];
    for (const [i, query] of queries.entries()) {
      const own = gatherEvidence(this.index, query.text, weights.heldOut[i] ?? null);
      const candidates = chooseCandidates(own);
      evidence.push(own);
      examples.push({ query, candidates, features: this.describe(own, candidates) });
      if (examples.length % 50 > 0) continue;
      report("Describing training queries", examples.length / queries.length);
      await checkpoint();
    }
    const { mix, ndcg } = chooseMix(queries, evidence);
    const reranker = await trainReranker(examples, bm25, checkpoint, (fraction) =>
      report("Training the second stage", fraction),
    );
    const { all: termWeights } = weights;
    return { termWeights, mix, mixNdcg: ndcg, reranker, learntFrom, queries: queries.length };
  }

  /** NDCG@10 of BM25, with weights or without. */
  private qualityOf({ text, ...query }: JudgedQuery, weights: TermWeights | null): number {
    const analysed = this.index.analyser.analyseQuery(text);
    const terms = weights ? weighTerms(this.index, analysed, weights) : countTerms(analysed.stems);
    return listQuality({ text, ...query }, this.index.whole.search(terms, 10).items).ndcg10;
  }

  /**
   * Weights learnt from all queries, and for each query those learnt without it, so that what is built on them is not
   * told the answers. None when those do not beat BM25.
   */
  private async learnTermWeights(
    queries: readonly JudgedQuery[],
    bm25: readonly number[],
    checkpoint: BuildContext["checkpoint"],
  ): Promise<{ all: TermWeights | null; heldOut: readonly (TermWeights | null)[] }> {
    const foldOf = groupedFolds(queries.map(relevantOf), FOLDS);
    const byFold: (TermWeights | null)[] = [];
    for (let fold = 0; fold < FOLDS; fold++) {
      byFold.push(
        trainTermWeights(
          this.index,
          queries.filter((_, i) => foldOf[i] !== fold),
        ),
      );
      await checkpoint();
    }
    const heldOut = Array.from(foldOf, (fold) => byFold[fold] ?? null);
    const weighed = queries.map((query, i) => this.qualityOf(query, heldOut[i] ?? null));
    if (pairedLead(bm25, weighed) < REQUIRED_LEAD) return { all: null, heldOut: [] };
    return { all: trainTermWeights(this.index, queries), heldOut };
  }
}
