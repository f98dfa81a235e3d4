/** Gradient boosting (Friedman, 2001): tree after tree, each fitted to what the trees before it leave to be done. */
import { createRandom, type Random } from "@/lib/random";
import { addToBinned } from "./apply-tree";
import type { BinnedFeatures } from "./bins";
import {
  crossEntropyGradients,
  type GradientFunction,
  lambdaGradients,
  type Objective,
  squaredErrorGradients,
} from "./gradients";
import { queryCount, type RankData } from "./rank-data";
import { type Tree, TreeGrower, type TreeOptions } from "./tree";

export type BoostingOptions = TreeOptions & {
  readonly objective: Objective;
  readonly learningRate: number;
  /** Share of the features that a tree may split on, and of the queries it sees. */
  readonly featureShare: number;
  readonly queryShare: number;
  /** Depth of NDCG that LambdaRank looks at. */
  readonly truncation: number;
  readonly isNormalised: boolean;
  /** Every tree starts from nothing, as in a random forest (Breiman, 2001), and not from the trees before it. */
  readonly isForest: boolean;
  readonly seed: number;
};

export type Booster = {
  readonly trees: readonly Tree[];
  /** Of all rows, whether they are learnt from or not. */
  readonly scores: Float64Array;
  /** Adds a tree; false when no split is left to gain from. */
  step(): boolean;
};

function gradientsOf(data: RankData, options: BoostingOptions, random: Random): GradientFunction {
  if (options.objective === "lambda-rank")
    return lambdaGradients(data, options.truncation, options.isNormalised);
  if (options.objective === "cross-entropy-ndcg") return crossEntropyGradients(data, random.fork("targets"));
  return squaredErrorGradients(data);
}

/** A random choice of round(share x count) of the given numbers, at least one, in ascending order. */
function sample(numbers: readonly number[], share: number, random: Random): number[] {
  if (share >= 1) return [...numbers];
  const pool = [...numbers];
  const size = Math.max(1, Math.round(share * pool.length));
  for (let i = 0; i < size; i++) {
    const j = i + random.integer(pool.length - i);
    const swapped = pool[i] as number;
    pool[i] = pool[j] as number;
    pool[j] = swapped;
  }
  return pool.slice(0, size).sort((a, b) => a - b);
}

/** Learns from `queries` only; `binned` holds the features of all rows of `data`. */
export function createBooster(
  data: RankData,
  binned: BinnedFeatures,
  queries: readonly number[],
  options: BoostingOptions,
): Booster {
  const random = createRandom(options.seed).fork("boosting");
  const gradients = gradientsOf(data, options, random);
  const grower = new TreeGrower(binned, options, random.fork("splits"));
  const rows = data.grades.length;
  const nothing = new Float64Array(rows);
  const scores = new Float64Array(rows);
  const forces = new Float64Array(rows);
  const curvatures = new Float64Array(rows);
  const trees: Tree[] = [];
  // A feature of one bin has nothing to split.
  const usable = Array.from({ length: data.width }, (_, f) => f).filter(
    (f) => (binned.starts[f + 1] as number) - (binned.starts[f] as number) > 1,
  );
  return {
    trees,
    scores,
    step() {
      const seen = sample(queries, options.queryShare, random);
      for (const query of seen) gradients(query, options.isForest ? nothing : scores, forces, curvatures);
      const features = Int32Array.from(sample(usable, options.featureShare, random));
      if (features.length === 0 || seen.length === 0) return false;
      const tree = grower.grow(rowsOf(data, seen), features, forces, curvatures, options.learningRate);
      if (tree.features[0] === -1) return false;
      addToBinned(tree, binned, scores);
      trees.push(tree);
      return true;
    },
  };
}

function rowsOf({ offsets }: RankData, queries: readonly number[]): Int32Array {
  const total = queries.reduce((sum, q) => sum + (offsets[q + 1] as number) - (offsets[q] as number), 0);
  const rows = new Int32Array(total);
  let at = 0;
  for (const q of queries)
    for (let row = offsets[q] as number; row < (offsets[q + 1] as number); row++) rows[at++] = row;
  return rows;
}

export const allQueries = (data: RankData): number[] => Array.from({ length: queryCount(data) }, (_, q) => q);
