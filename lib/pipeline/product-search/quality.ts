/**
 * How good a list is by the truth, which only the simulator knows: NDCG@10 with gain 2^grade - 1 over all products,
 * reciprocal rank of the first product of grade 3 or more, and the share of such products among the first hundred, of
 * as many as fit there (capped recall, as BEIR has it: a head query has thousands).
 */
import { ndcgAtK, reciprocalRank } from "@/lib/evaluation/ranking";
import { gradeOf, relevantProducts } from "@/lib/worlds/search/grades";
import type { SearchWorld } from "@/lib/worlds/search/types";
import type { Interval } from "./trace";

export type ListQuality = { ndcg10: number; mrr10: number; recall100: number };

export const RELEVANT_GRADE = 3;
const RECALL_DEPTH = 100;

export type QueryTruth = {
  readonly query: number;
  /** The ten best grades that any product has. */
  readonly ideal: readonly number[];
  /** Products of grade 3 or 4. */
  readonly relevant: number;
};

export function truthOf(world: SearchWorld, query: number): QueryTruth {
  const { grades } = relevantProducts(world, query);
  return {
    query,
    ideal: Array.from(grades.slice().sort().reverse().subarray(0, 10)),
    relevant: grades.reduce((count, grade) => count + Number(grade >= RELEVANT_GRADE), 0),
  };
}

/** Held-out queries of the world's own sample for which there is something relevant, at most `limit`, slices in turn. */
export function testTruths(world: SearchWorld, limit: number): QueryTruth[] {
  const bySlice = [0, 1, 2].map((slice) =>
    Array.from(world.testQueries).filter((q) => world.queries.slice[q] === slice),
  );
  const truths: QueryTruth[] = [];
  for (let i = 0; truths.length < limit && i < world.testQueries.length; i++)
    for (const queries of bySlice) {
      const query = queries[i];
      if (query === undefined || truths.length >= limit) continue;
      const truth = truthOf(world, query);
      if (truth.relevant > 0) truths.push(truth);
    }
  return truths;
}

export function listQuality(world: SearchWorld, truth: QueryTruth, items: ArrayLike<number>): ListQuality {
  const depth = Math.min(RECALL_DEPTH, items.length);
  const grades = Array.from({ length: depth }, (_, i) => gradeOf(world, truth.query, items[i] as number));
  const isRelevant = grades.map((grade) => Number(grade >= RELEVANT_GRADE));
  const found = isRelevant.reduce((sum, value) => sum + value, 0);
  return {
    ndcg10: ndcgAtK(grades, truth.ideal, 10, "exponential"),
    mrr10: reciprocalRank(isRelevant, 10),
    recall100: truth.relevant > 0 ? found / Math.min(RECALL_DEPTH, truth.relevant) : 0,
  };
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export const exactly = (mean: number): Interval => ({ mean, low: mean, high: mean });
