/**
 * The settings that cross-validation chooses from. How many, and how thorough each is tried, depends on the size of
 * the set only: the same file gives the same model on a slow machine.
 */
import { DEFAULT_OPTIONS, type LambdaMartOptions } from "./lambda-mart";
import { MAX_LINEAR_WIDTH } from "./linear";
import type { RankData } from "./rank-data";

export type Candidate =
  | {
      readonly kind: "trees";
      readonly name: string;
      readonly options: LambdaMartOptions;
      /** Whether it also sees how far a value lies above the mean of its query. */
      readonly isRelative: boolean;
    }
  | { readonly kind: "linear"; readonly name: string; readonly penalty: number };

export type Plan = {
  readonly candidates: readonly Candidate[];
  readonly folds: number;
  /** How often the queries are dealt to folds anew. */
  readonly deals: number;
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

/** Where every candidate takes minutes. */
const LARGE_SET_CANDIDATES: readonly string[] = ["cross entropy, 20 leaves", "LambdaRank, 7 leaves"];

/** Cells of the feature table. */
const SMALL = 2_000_000;
const MEDIUM = 20_000_000;

function treeCandidates(isRelative: boolean, seed: number): Candidate[] {
  const objectives = ["query-squared-error", "cross-entropy-ndcg", "lambda-rank"] as const;
  return objectives.flatMap((objective) =>
    SHAPES.map((shape) => ({
      kind: "trees" as const,
      name: `${OBJECTIVE_WORDS[objective]}, ${shape.leaves} leaves`,
      options: { ...DEFAULT_OPTIONS, ...shape, objective, seed },
      isRelative,
    })),
  );
}

/**
 * Deep trees that do not build on each other: they err unlike boosted ones, which is what a blend lives on. Deviations
 * make them slower and, on the queries tried, no better.
 */
const forestCandidate = (seed: number): Candidate => ({
  kind: "trees",
  name: "random forest, 40 leaves",
  isRelative: false,
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
  const trees = [...treeCandidates(cells <= MEDIUM, seed), forestCandidate(seed)];
  const linear: Candidate[] =
    data.width > MAX_LINEAR_WIDTH
      ? []
      : PENALTIES.map((penalty) => ({ kind: "linear", name: `linear, penalty ${penalty}`, penalty }));
  const candidates = [...trees, ...linear];
  if (cells <= SMALL) return { candidates, folds: 5, deals: 2, maxTrees: 500, members: 20 };
  if (cells <= MEDIUM) return { candidates, folds: 3, deals: 1, maxTrees: 300, members: 4 };
  const few = trees.filter(({ name }) => LARGE_SET_CANDIDATES.includes(name));
  return { candidates: few, folds: 2, deals: 1, maxTrees: 200, members: 2 };
}
