/** Which lists are fused for the first stage. A mix has to earn its place over BM25 on queries with known answers. */
import { pairedLead } from "../ratings/paired-lead";
import { type FusedInput, fuse } from "./fusion";
import { type JudgedQuery, listQuality } from "./judged-queries";
import type { QueryEvidence } from "./query-evidence";

/** Weights of the lists. */
export type Mix = {
  readonly name: string;
  readonly terms: number;
  readonly weighed: number;
  readonly grams: number;
  readonly feedback: number;
  readonly vectors: number;
};

export const TERMS_ONLY: Mix = {
  name: "BM25 alone",
  terms: 1,
  weighed: 0,
  grams: 0,
  feedback: 0,
  vectors: 0,
};
export const TERMS_AND_VECTORS: Mix = {
  name: "BM25 + vectors",
  terms: 1,
  weighed: 0,
  grams: 0,
  feedback: 0,
  vectors: 1,
};
export const MIXES: readonly Mix[] = [
  TERMS_ONLY,
  { name: "BM25 with learnt weights", terms: 0, weighed: 1, grams: 0, feedback: 0, vectors: 0 },
  TERMS_AND_VECTORS,
  { name: "BM25 + vectors at 1/4", terms: 1, weighed: 0, grams: 0, feedback: 0, vectors: 0.25 },
  { name: "BM25 + pieces of words", terms: 1, weighed: 0, grams: 1, feedback: 0, vectors: 0 },
  { name: "BM25 + feedback at 1/2", terms: 1, weighed: 0, grams: 0, feedback: 0.5, vectors: 0 },
  { name: "BM25 + pieces + vectors at 1/4", terms: 1, weighed: 0, grams: 1, feedback: 0, vectors: 0.25 },
  { name: "BM25 + pieces + feedback", terms: 1, weighed: 0, grams: 1, feedback: 0.5, vectors: 0 },
];

export function fuseLists(evidence: QueryEvidence, mix: Mix, limit: number) {
  if (mix === TERMS_ONLY)
    return { items: evidence.byTerms.items.slice(0, limit), scores: evidence.byTerms.scores.slice(0, limit) };
  const inputs: FusedInput[] = [
    { items: evidence.byTerms.items, weight: mix.terms },
    { items: (evidence.byWeighed ?? evidence.byTerms).items, weight: mix.weighed },
    { items: evidence.byGrams.items, weight: mix.grams },
    { items: evidence.byFeedback.items, weight: mix.feedback },
    { items: evidence.byVector.items, weight: mix.vectors },
  ];
  return fuse(inputs, limit);
}

/** Leads of less than this many standard errors are chance: then BM25 stays alone. */
const REQUIRED_LEAD = 1;

/** The best mix on the given queries, by NDCG@10; `ndcg` holds that of each mix, in the order of MIXES. */
export function chooseMix(queries: readonly JudgedQuery[], evidence: readonly QueryEvidence[]) {
  const values = MIXES.map((mix) =>
    queries.map(
      (query, i) => listQuality(query, fuseLists(evidence[i] as QueryEvidence, mix, 10).items).ndcg10,
    ),
  );
  const ndcg = values.map((list) => list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length));
  const best = ndcg.indexOf(Math.max(...ndcg));
  const isBetter = best > 0 && pairedLead(values[0] ?? [], values[best] ?? []) >= REQUIRED_LEAD;
  return { mix: isBetter ? (MIXES[best] as Mix) : TERMS_ONLY, ndcg };
}
