/**
 * The rankers of product search as one thing: a score per row, and why. `linear` is a LambdaNetwork without hidden
 * layers, `lambdarank` one with two, `lambdamart` boosted trees; all three follow the same lambda forces.
 */
import { integratedGradients } from "../learning-to-rank/integrated-gradients";
import { modelOf } from "../learning-to-rank/lambda-mart";
import type { LambdaNetwork } from "../learning-to-rank/lambda-network";
import type { Tree } from "../learning-to-rank/tree";
import { treePathContributions } from "../learning-to-rank/tree-paths";
import { SEARCH_FEATURE_COUNT } from "./features";
import type { LearntRanker } from "./names";

export const HIDDEN_LAYERS = { linear: [], lambdarank: [32, 16] } as const;

export type TrainedRanker =
  | { readonly kind: "network"; readonly name: "linear" | "lambdarank"; readonly network: LambdaNetwork }
  | { readonly kind: "trees"; readonly name: "lambdamart"; readonly trees: readonly Tree[] };

/** `base + sum of contributions + remainder` is the score. */
export type ScoreParts = { base: number; contributions: Float64Array; remainder: number };

/** One score a row of the row-major [rows, SEARCH_FEATURE_COUNT]. */
export function scoreRows(ranker: TrainedRanker, features: Float32Array, rows: number): Float32Array {
  if (ranker.kind === "network") return ranker.network.score(features, rows);
  return modelOf(ranker.trees, SEARCH_FEATURE_COUNT, 1).score(features, rows);
}

/**
 * Trees: the changes along the paths, exact. Networks: integrated gradients from the mean product of the training rows;
 * exact for the straight line, with a remainder for hidden layers.
 */
export function explainScore(ranker: TrainedRanker, row: Float32Array): ScoreParts {
  if (ranker.kind === "network") return integratedGradients(ranker.network, row, ranker.network.means);
  return { ...treePathContributions(ranker.trees, row, SEARCH_FEATURE_COUNT, 1), remainder: 0 };
}

export const parameterCount = (ranker: TrainedRanker): number =>
  ranker.kind === "network"
    ? ranker.network.parameterCount
    : ranker.trees.reduce((sum, { features }) => sum + features.length, 0);

export const isLearnt = (ranker: string): ranker is LearntRanker => ranker !== "bm25";

export function disposeRanker(ranker: TrainedRanker): void {
  if (ranker.kind === "network") ranker.network.dispose();
}
