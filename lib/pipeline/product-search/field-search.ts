/**
 * BM25 over the two fields of a listing: its title, and its shelf (brand and category, which the catalogue knows when the
 * title forgets them). The score of a product is the weighted sum of the fields' scores.
 */
import { type RankedList, topOf, type WeightedTerms } from "../search/bm25";
import { termFrequency } from "../search/inverted-index";
import type { TextIndex } from "./text-index";

export const FIELD_WEIGHTS = { title: 1, shelf: 1 } as const;
export type FieldName = keyof typeof FIELD_WEIGHTS;
const FIELDS = ["title", "shelf"] as const;

/** Scores and ranks; keeps one array of sums for all searches. */
export class FieldSearch {
  private readonly sums: Float32Array;

  constructor(private readonly index: TextIndex) {
    this.sums = new Float32Array(index.title.index.documents);
  }

  /** The k best products that hold any term of the query; equal ones by ascending number. */
  search(query: WeightedTerms, k: number): RankedList {
    this.sums.fill(0);
    for (const field of FIELDS) this.index[field].addScores(query, this.sums, FIELD_WEIGHTS[field]);
    return topOf(this.sums, k);
  }
}

/** The score of one product, as `FieldSearch` gives it. */
export function fieldScore(index: TextIndex, query: WeightedTerms, product: number): number {
  return FIELDS.reduce((sum, field) => sum + FIELD_WEIGHTS[field] * index[field].score(query, product), 0);
}

export type MatchedTerm = { term: number; field: FieldName; frequency: number; contribution: number };

/** What each term in each field adds to that score; the largest first. */
export function matchedTerms(index: TextIndex, query: WeightedTerms, product: number): MatchedTerm[] {
  return FIELDS.flatMap((field) =>
    [...query].flatMap(([term, weight]) => {
      const frequency = termFrequency(index[field].index, term, product);
      if (frequency === 0) return [];
      const contribution = FIELD_WEIGHTS[field] * weight * index[field].termScore(term, product);
      return [{ term, field, frequency, contribution }];
    }),
  ).sort((a, b) => b.contribution - a.contribution || a.term - b.term);
}
