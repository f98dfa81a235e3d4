/** What a collection and the stages of a search over it mean, in sentences made from their numbers. */
import { formatCount, formatMany, formatMilliseconds, formatShare } from "@/components/lab/format";
import type { CollectionReading, CollectionResult } from "@/lib/pipeline/workers/calls/search-calls";

const FEW_QUERIES = 50;
/** Fewer judged queries than this are not learnt from: titles stand in for them. */
const LEAST_TO_LEARN = 20;

export function collectionNotes(summary: CollectionReading["summary"]): string[] {
  const { documents, titled, train, test } = summary;
  const notes: string[] = [];
  if (titled === 0) notes.push("No document has a title: the measures of titles are silent.");
  else if (titled < documents)
    notes.push(`${formatShare(1 - titled / documents)} of the documents have no title.`);
  if (test.queries < FEW_QUERIES)
    notes.push(
      `${formatMany(test.queries, "query is", "queries are")} judged: differences between stages will mostly be chance.`,
    );
  if (train.queries > 0 && train.queries < LEAST_TO_LEARN)
    notes.push(
      `${formatMany(train.queries, "query", "queries")} to learn from are too few (${LEAST_TO_LEARN} are needed): titles stand in for them.`,
    );
  notes.push(
    `${formatCount(test.relevantPairs)} of ${formatCount(test.pairs)} judged pairs are relevant${test.highestGrade > 1 ? `, with grades up to ${test.highestGrade}` : ""}. What nobody judged counts as not relevant, which punishes whoever finds something new.`,
  );
  return notes;
}

function describeGain({ bm25, reranked, gain, choices }: CollectionResult): string {
  const interval = `${gain.low.toFixed(3)} and ${gain.high.toFixed(3)}`;
  if (!choices.isReranked)
    return "The second stage stays out: on queries that were not measured it did not beat BM25 by more than chance, so the last list is the first stage's.";
  const both = `NDCG@10 ${reranked.ndcg10.toFixed(4)} against ${bm25.ndcg10.toFixed(4)}`;
  if (gain.low > 0)
    return `Re-ranking is better than BM25 beyond chance: ${both}; the gain is ${gain.mean.toFixed(3)}, between ${interval} in 95 of 100 resamples of the queries.`;
  return gain.high < 0
    ? `Re-ranking is worse than BM25 on these queries: ${both}; between ${interval} in 95 of 100 resamples.`
    : `Re-ranking and BM25 cannot be told apart on these queries: ${both}; the difference is between ${interval} in 95 of 100 resamples.`;
}

function describeFusion({ bm25, dense, fused, choices }: CollectionResult): string {
  const better = fused.ndcg10 > bm25.ndcg10;
  const comparison = `Fusing BM25 (${bm25.ndcg10.toFixed(4)}) with the vectors (${dense.ndcg10.toFixed(4)}) gives ${fused.ndcg10.toFixed(4)}`;
  return `${comparison}: ${better ? "each finds something that the other misses" : "the weaker list pulls the stronger one down"}. Chosen as the first stage, on other queries: ${choices.mix}.`;
}

export function describeSearch(result: CollectionResult): string[] {
  const { recall100 } = result.bm25;
  const { learntFrom } = result.choices;
  return [
    describeGain(result),
    describeFusion(result),
    `BM25 has ${formatShare(recall100)} of the relevant documents among its first hundred; no second stage can bring back what no list found.`,
    `Index of ${formatCount(result.documents)} documents in ${formatMilliseconds(result.indexMs)}, ${learntFrom ? `learnt from ${learntFrom} in ${formatMilliseconds(result.trainMs)}` : "with too few texts to learn from"}; a query takes ${formatMilliseconds(result.queryMs.p50)} (p95 ${formatMilliseconds(result.queryMs.p95)}).`,
  ];
}
