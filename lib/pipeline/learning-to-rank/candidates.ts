/**
 * The settings that cross-validation chooses from. How many, and how thorough each is tried, depends on the size of
 * the set only: the same file gives the same model on a slow machine.
 */
import { DEFAULT_OPTIONS, type LambdaMartOptions } from "./lambda-mart";
import { MAX_LINEAR_WIDTH } from "./linear";
import type { RankData } from "./rank-data";

export type Candidate =
  | { readonly kind: "trees"; readonly name: string; readonly options: LambdaMartOptions }
  | { readonly kind: "linear"; readonly name: string; readonly penalty: number };

export type Plan = {
  readonly candidates: readonly Candidate[];
  readonly folds: number;
  /** Trees per member at most. */
  readonly maxTrees: number;
  /** Members that share the final trees, over all chosen candidates. */
  readonly members: number;
};

const SHAPES = [
  { leaves: 7, depth: 4, minRows: 20, featureShare: 0.3 },
  { leaves: 20, depth: 8, minRows: 20, featureShare: 0.3 },
] as const;
const OBJECTIVE_WORDS = {
  "query-squared-error": "squared error",
  "cross-entropy-ndcg": "cross entropy",
  "lambda-rank": "LambdaRank",
} as const;
const PENALTIES = [0.3, 3] as const;

/** Cells of the feature table. */
const SMALL = 2_000_000;
const MEDIUM = 20_000_000;

function treeCandidates(seed: number): Candidate[] {
  const objectives = ["query-squared-error", "cross-entropy-ndcg", "lambda-rank"] as const;
  return objectives.flatMap((objective) =>
    SHAPES.map((shape) => ({
      kind: "trees" as const,
      name: `${OBJECTIVE_WORDS[objective]}, ${shape.leaves} leaves`,
      options: { ...DEFAULT_OPTIONS, ...shape, objective, seed },
    })),
  );
}

/** Deep trees that do not build on each other: they err unlike boosted ones, which is what a blend lives on. */
const forestCandidate = (seed: number): Candidate => ({
  kind: "trees",
  name: "random forest, 40 leaves",
  options: {
    ...DEFAULT_OPTIONS,
    objective: "query-squared-error",
    isForest: true,
    learningRate: 1,
    leaves: 40,
    depth: 30,
    minRows: 5,
    l2: 0,
    featureShare: 0.3,
    splitShare: 0.5,
    queryShare: 0.63,
    seed,
  },
});

export function planFor(data: RankData, seed: number): Plan {
  const cells = data.features.length;
  const boosted = treeCandidates(seed);
  const trees = [...boosted, forestCandidate(seed)];
  const linear: Candidate[] =
    data.width > MAX_LINEAR_WIDTH
      ? []
      : PENALTIES.map((penalty) => ({ kind: "linear", name: `linear, penalty ${penalty}`, penalty }));
  if (cells <= SMALL) return { candidates: [...trees, ...linear], folds: 5, maxTrees: 500, members: 10 };
  if (cells <= MEDIUM) return { candidates: [...trees, ...linear], folds: 3, maxTrees: 300, members: 4 };
  return { candidates: boosted.slice(3, 5), folds: 2, maxTrees: 200, members: 2 };
}
