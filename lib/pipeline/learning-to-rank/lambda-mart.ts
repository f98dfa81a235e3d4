/**
 * Ranking by boosted trees (LambdaMART: Burges, 2010, and its two sisters in gradients.ts), averaged over a few seeds.
 * Same data, options and seed: same model.
 */
import { AppError } from "@/lib/errors";
import type { Checkpoint } from "../types";
import { addToRaw } from "./apply-tree";
import { type BinnedFeatures, binFeatures } from "./bins";
import { allQueries, type BoostingOptions, createBooster } from "./boosting";
import type { RankData, RankModel } from "./rank-data";
import type { Tree } from "./tree";

export type LambdaMartOptions = BoostingOptions & {
  /** Trees of one member. */
  readonly trees: number;
  /** Members of the average; each has its own seed. */
  readonly members: number;
};

/** For a few thousand to a few hundred thousand rows. */
export const DEFAULT_OPTIONS: LambdaMartOptions = {
  objective: "lambda-rank",
  trees: 200,
  members: 1,
  learningRate: 0.05,
  leaves: 15,
  depth: 6,
  minRows: 20,
  l2: 1,
  featureShare: 0.5,
  queryShare: 0.7,
  truncation: 20,
  isNormalised: true,
  isForest: false,
  splitShare: 1,
  seed: 1,
};

const TREES_PER_CHECKPOINT = 5;

/** Throws an AppError when no query has two rows of different grades: then there is nothing to learn. */
export function requireContrast({
  grades,
  gains,
  offsets,
}: Pick<RankData, "grades" | "gains" | "offsets">): void {
  const labels = gains ?? grades;
  for (let q = 0; q + 1 < offsets.length; q++) {
    const start = offsets[q] as number;
    for (let row = start + 1; row < (offsets[q + 1] as number); row++)
      if (labels[row] !== labels[start]) return;
  }
  throw new AppError(
    "invalid-input",
    "No query has documents of different grades: there is nothing to learn.",
  );
}

export async function growTrees(
  data: RankData,
  binned: BinnedFeatures,
  options: LambdaMartOptions,
  checkpoint: Checkpoint,
): Promise<Tree[]> {
  const queries = allQueries(data);
  const trees: Tree[] = [];
  for (let member = 0; member < options.members; member++) {
    const booster = createBooster(data, binned, queries, { ...options, seed: options.seed + member });
    for (let t = 0; t < options.trees && booster.step(); t++)
      if (t % TREES_PER_CHECKPOINT === 0) await checkpoint();
    trees.push(...booster.trees);
  }
  return trees;
}

/** Options left out are those of DEFAULT_OPTIONS. Throws an AppError when there is nothing to learn. */
export async function trainLambdaMart(
  data: RankData,
  options: Partial<LambdaMartOptions>,
  checkpoint: Checkpoint,
): Promise<RankModel> {
  requireContrast(data);
  const settings = { ...DEFAULT_OPTIONS, ...options };
  const trees = await growTrees(data, binFeatures(data), settings, checkpoint);
  return modelOf(trees, data.width, settings.members);
}

/** The average over `members` of the sums of their trees. */
export function modelOf(trees: readonly Tree[], width: number, members: number): RankModel {
  return {
    featureGains: shareGains(trees, width),
    score(features, rows) {
      const scores = new Float64Array(rows);
      for (const tree of trees) addToRaw(tree, features, width, scores);
      return Float32Array.from(scores, (score) => score / members);
    },
  };
}

function shareGains(trees: readonly Tree[], width: number): Float32Array {
  const gains = new Float64Array(width);
  for (const { features, gains: nodeGains } of trees)
    features.forEach((feature, node) => {
      if (feature >= 0) gains[feature] = (gains[feature] as number) + (nodeGains[node] as number);
    });
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  return Float32Array.from(gains, (gain) => (total > 0 ? gain / total : 0));
}
