/** Queries with grades by document number, and how good lists are for them. NDCG has linear gain, as trec_eval. */
import { ndcgAtK, recallAtK, reciprocalRank } from "@/lib/evaluation/ranking";
import type { Judgements, SearchDocument, SearchQuery } from "../data-sets/beir";

export type JudgedQuery = {
  readonly id: string;
  readonly text: string;
  /** By document number; documents that the corpus lacks have numbers below 0 and count in the ideal list. */
  readonly grades: ReadonlyMap<number, number>;
};

export type ListQuality = { readonly ndcg10: number; readonly mrr10: number; readonly recall100: number };

/** Queries with at least one relevant document; trec_eval leaves the others out of its means too. */
export function judgedQueries(
  judgements: Judgements,
  queries: ReadonlyMap<string, SearchQuery>,
  documents: readonly SearchDocument[],
): JudgedQuery[] {
  const numberOf = new Map(documents.map(({ id }, number) => [id, number] as const));
  return [...judgements].flatMap(([id, byDocument]) => {
    const grades = new Map<number, number>();
    let missing = 0;
    for (const [document, grade] of byDocument) grades.set(numberOf.get(document) ?? --missing, grade);
    const hasRelevant = [...grades.values()].some((grade) => grade > 0);
    return hasRelevant ? [{ id, text: queries.get(id)?.text ?? "", grades }] : [];
  });
}

export const relevantOf = ({ grades }: JudgedQuery): number[] =>
  [...grades].filter(([, grade]) => grade > 0).map(([document]) => document);

export function listQuality({ grades }: JudgedQuery, items: ArrayLike<number>): ListQuality {
  const all = [...grades.values()];
  const relevance = Array.from(items, (item) => grades.get(item) ?? 0);
  return {
    ndcg10: ndcgAtK(relevance, all, 10, "linear"),
    mrr10: reciprocalRank(relevance, 10),
    recall100: recallAtK(relevance, all.filter((grade) => grade > 0).length, 100),
  };
}

export function meanQuality(values: readonly ListQuality[]): ListQuality {
  const mean = (key: keyof ListQuality) =>
    values.reduce((sum, value) => sum + value[key], 0) / Math.max(1, values.length);
  return { ndcg10: mean("ndcg10"), mrr10: mean("mrr10"), recall100: mean("recall100") };
}
