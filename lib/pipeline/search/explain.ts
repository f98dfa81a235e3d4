/** Why one document stands where it stands: what each term adds to BM25, the vectors' view, and what each measure adds. */

import { chooseCandidates, type SearchEngine } from "./engine";
import { FEATURE_COUNT, FEATURE_NAMES } from "./features";
import { termFrequency } from "./inverted-index";
import { standardise } from "./linear-ranker";
import { LINEAR_WIDTH, rerankScores } from "./reranker";

export type TermPart = {
  readonly term: string;
  readonly weight: number;
  readonly idf: number;
  readonly frequency: number;
  /** What the term adds to the BM25 score. */
  readonly contribution: number;
};
export type FeaturePart = {
  readonly name: string;
  readonly value: number;
  /** What the measure adds to the linear score; 0 for those that only trees read. */
  readonly contribution: number;
};
export type Explanation = {
  readonly terms: readonly TermPart[];
  /** Sum of the terms' contributions. */
  readonly bm25: number;
  /** Cosine of the latent vectors. */
  readonly dense: number;
  readonly features: readonly FeaturePart[];
  /**
   * The second stage: `score = (1 - treeShare) linear + treeShare trees`, where `linear` is the sum of the features'
   * contributions. null when the second stage stays out or the document is not among its candidates.
   */
  readonly second: { score: number; linear: number; trees: number; treeShare: number } | null;
};

/** The linear score as a sum: weights over the spread of scores, so that the parts add up to the standardised score. */
function linearParts(weights: Float64Array, standardised: Float32Array, row: number): number[] {
  const rows = standardised.length / LINEAR_WIDTH;
  const scores = Array.from({ length: rows }, (_, r) =>
    weights.reduce((sum, weight, k) => sum + weight * (standardised[r * LINEAR_WIDTH + k] as number), 0),
  );
  const mean = scores.reduce((sum, score) => sum + score, 0) / rows;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / rows;
  const factor = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
  return Array.from(
    weights,
    (weight, k) => weight * factor * (standardised[row * LINEAR_WIDTH + k] as number),
  );
}

export function explainHit(engine: SearchEngine, text: string, document: number): Explanation {
  const { index } = engine;
  const evidence = engine.gather(text);
  const terms = [...evidence.stems].map(([term, weight]) => ({
    term: index.analyser.stems.terms[term] as string,
    weight,
    idf: index.whole.idf(term),
    frequency: termFrequency(index.whole.index, term, document),
    contribution: weight * index.whole.termScore(term, document),
  }));
  const candidates = chooseCandidates(evidence);
  const row = candidates.indexOf(document);
  const model = engine.trained?.reranker?.model;
  const rows = engine.describe(evidence, row < 0 ? Int32Array.of(document) : candidates);
  const at = Math.max(0, row) * FEATURE_COUNT;
  const parts =
    model && row >= 0 ? linearParts(model.weights, standardise(rows, FEATURE_COUNT, LINEAR_WIDTH), row) : [];
  const features = FEATURE_NAMES.map((name, k) => ({
    name,
    value: rows[at + k] as number,
    contribution: parts[k] ?? 0,
  }));
  const scores = model && row >= 0 ? rerankScores(model, rows) : null;
  const dense = features.find(({ name }) => name === "latent cosine")?.value ?? 0;
  return {
    terms,
    bm25: terms.reduce((sum, { contribution }) => sum + contribution, 0),
    dense,
    features,
    second:
      model && scores
        ? {
            score: scores.scores[row] as number,
            linear: scores.linear[row] as number,
            trees: scores.boosted[row] as number,
            treeShare: model.treeShare,
          }
        : null,
  };
}
