/**
 * Pseudo-relevance feedback: the terms of the first results join the query (RM3: Lavrenko & Croft, 2001, mixed with the
 * query as in Abdul-Jaleel et al., 2004).
 */
import type { RankedList, WeightedTerms } from "./bm25";
import { type TokenStream, tokensOf } from "./token-stream";

export type FeedbackSettings = {
  /** First results that are taken for relevant, and the terms that are kept of them. */
  readonly documents: number;
  readonly terms: number;
  /** Share of the query as it was. */
  readonly original: number;
};

/** `P(w \mid R) \propto \sum_d P(w \mid d)\,s_d`: the relevance model of the first results, not normalised. */
export function relevanceModel(
  { items, scores }: RankedList,
  stems: TokenStream,
  documents: number,
): Map<number, number> {
  const model = new Map<number, number>();
  for (let i = 0; i < Math.min(documents, items.length); i++) {
    const tokens = tokensOf(stems, items[i] as number);
    const weight = (scores[i] as number) / Math.max(1, tokens.length);
    for (const term of tokens) model.set(term, (model.get(term) ?? 0) + weight);
  }
  return model;
}

const sumOf = (terms: WeightedTerms) => [...terms.values()].reduce((sum, weight) => sum + weight, 0);

/** The query with the feedback terms; weights add up to what those of the query did. */
export function expandQuery(
  query: WeightedTerms,
  first: RankedList,
  stems: TokenStream,
  { documents, terms, original }: FeedbackSettings,
): Map<number, number> {
  const model = [...relevanceModel(first, stems, documents)]
    .sort(([a, left], [b, right]) => right - left || a - b)
    .slice(0, terms);
  const total = sumOf(query);
  const modelTotal = sumOf(new Map(model));
  if (total === 0 || modelTotal === 0) return new Map(query);
  const expanded = new Map([...query].map(([term, weight]) => [term, original * weight] as const));
  for (const [term, weight] of model)
    expanded.set(term, (expanded.get(term) ?? 0) + ((1 - original) * weight * total) / modelTotal);
  return expanded;
}
