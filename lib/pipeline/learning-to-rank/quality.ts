/**
 * NDCG of scores over queries: gain 2^grade - 1, discount 1 / log2(rank + 1). Rows of equal score share their places:
 * each gets the mean gain of the tie (McSherry & Najork, 2008), so that the order of the file cannot help.
 */
import { gainOf, rankDiscount } from "@/lib/evaluation/ranking";
import { queryCount, type RankData } from "./rank-data";

export const DEPTHS = [1, 3, 5, 10] as const;
export type NdcgByDepth = Readonly<Record<"1" | "3" | "5" | "10", number>>;

/** What is asked again and again of the same judged queries. */
export type Judgements = {
  readonly offsets: Int32Array;
  readonly gains: Float64Array;
  readonly discounts: Float64Array;
  /** Best DCG of each query per depth, [queries, DEPTHS]. */
  readonly ideals: Float64Array;
};

export function judge(data: RankData): Judgements {
  const { grades, offsets } = data;
  const gains = Float64Array.from(grades, (grade) => gainOf(grade, "exponential"));
  const discounts = Float64Array.from({ length: 10 }, (_, i) => rankDiscount(i + 1));
  const ideals = new Float64Array(queryCount(data) * DEPTHS.length);
  for (let q = 0; q < queryCount(data); q++) {
    const best = gains
      .slice(offsets[q], offsets[q + 1])
      .sort()
      .reverse();
    DEPTHS.forEach((depth, d) => {
      for (let i = 0; i < Math.min(depth, best.length); i++)
        ideals[q * DEPTHS.length + d] =
          (ideals[q * DEPTHS.length + d] as number) + (best[i] as number) * (discounts[i] as number);
    });
  }
  return { offsets, gains, discounts, ideals };
}

/** Gains in the order of the scores, ties averaged. */
function orderedGains(
  { offsets, gains }: Judgements,
  query: number,
  scores: ArrayLike<number>,
): Float64Array {
  const start = offsets[query] as number;
  const size = (offsets[query + 1] as number) - start;
  const order = Array.from({ length: size }, (_, i) => start + i).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number),
  );
  const ordered = new Float64Array(size);
  for (let first = 0, end = 0; first < size; first = end) {
    let sum = 0;
    const score = scores[order[first] as number];
    for (end = first; end < size && scores[order[end] as number] === score; end++)
      sum += gains[order[end] as number] as number;
    ordered.fill(sum / (end - first), first, end);
  }
  return ordered;
}

/** NDCG of one query at the depth DEPTHS[d]; null when it has no relevant row. */
export function queryNdcg(
  judgements: Judgements,
  query: number,
  scores: ArrayLike<number>,
  d: number,
): number | null {
  const ideal = judgements.ideals[query * DEPTHS.length + d] as number;
  if (ideal === 0) return null;
  const ordered = orderedGains(judgements, query, scores);
  let sum = 0;
  for (let i = 0; i < Math.min(DEPTHS[d] as number, ordered.length); i++)
    sum += (ordered[i] as number) * (judgements.discounts[i] as number);
  return sum / ideal;
}

const DEPTH_TEN = DEPTHS.indexOf(10);

/** Mean NDCG@10 over the queries that have a relevant row; 0 when none has. */
export function meanNdcgAtTen(judgements: Judgements, scores: ArrayLike<number>): number {
  let sum = 0;
  let counted = 0;
  for (let q = 0; q + 1 < judgements.offsets.length; q++) {
    const ndcg = queryNdcg(judgements, q, scores, DEPTH_TEN);
    if (ndcg === null) continue;
    sum += ndcg;
    counted++;
  }
  return counted === 0 ? 0 : sum / counted;
}

/** Mean over all queries at each depth; a query without relevant rows counts as `emptyScore`. */
export function ndcgByDepth(data: RankData, scores: ArrayLike<number>, emptyScore: number): NdcgByDepth {
  const judgements = judge(data);
  const queries = queryCount(data);
  const mean = (d: number) => {
    let sum = 0;
    for (let q = 0; q < queries; q++) sum += queryNdcg(judgements, q, scores, d) ?? emptyScore;
    return sum / Math.max(1, queries);
  };
  return { 1: mean(0), 3: mean(1), 5: mean(2), 10: mean(3) };
}
