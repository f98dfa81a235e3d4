/**
 * How well a candidate ranks queries it has not seen: the queries are dealt to folds, and each fold is scored by a model
 * of the others. Dealt more than once, a query's score is the mean of such models, as the final one is a mean of several.
 * The number of trees is the one at which the mean over all queries is best.
 */
import { createRandom } from "@/lib/random";
import type { Checkpoint } from "../types";
import type { BinnedFeatures } from "./bins";
import { type Booster, createBooster } from "./boosting";
import type { Candidate } from "./candidates";
import type { LambdaMartOptions } from "./lambda-mart";
import { trainLinear } from "./linear";
import { type Judgements, meanNdcgAtTen } from "./quality";
import { queryCount, type RankData } from "./rank-data";

export type Fold = { readonly train: readonly number[]; readonly held: readonly number[] };

export type Validation = {
  readonly candidate: Candidate;
  /** Trees at which it was best; 0 for a linear model. */
  readonly trees: number;
  /** Mean over the training queries that have a relevant row, each scored by a model that has not seen it. */
  readonly ndcg10: number;
  /** Those scores, one a row. */
  readonly scores: Float64Array;
};

/** Trees between two looks at the quality, and looks without a gain before giving up. */
const STRIDE = 10;
const PATIENCE = 10;

/** Every query is held out in exactly one fold. */
export function dealFolds(queries: number, folds: number, seed: number): Fold[] {
  const random = createRandom(seed).fork("folds");
  const order = Array.from({ length: queries }, (_, q) => q);
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const swapped = order[i] as number;
    order[i] = order[j] as number;
    order[j] = swapped;
  }
  const count = Math.max(2, Math.min(folds, queries));
  return Array.from({ length: count }, (_, f) => ({
    train: order.filter((_, i) => i % count !== f).sort((a, b) => a - b),
    held: order.filter((_, i) => i % count === f),
  }));
}

/** Adds `share` of the scores of the held queries. */
function addHeld(
  from: ArrayLike<number>,
  to: Float64Array,
  { offsets }: RankData,
  { held }: Fold,
  share: number,
) {
  for (const q of held)
    for (let row = offsets[q] as number; row < (offsets[q + 1] as number); row++)
      to[row] = (to[row] as number) + share * (from[row] as number);
}

/** One set of columns of the training rows. */
export type FeatureTable = { readonly data: RankData; readonly binned: BinnedFeatures };

export type Tables = {
  readonly plain: FeatureTable;
  /** The same rows with deviations beside the features. */
  readonly relative: FeatureTable;
};

export type ValidationInput = Tables & {
  readonly judgements: Judgements;
  readonly folds: readonly Fold[];
  /** How often each query is held out. */
  readonly deals: number;
  readonly maxTrees: number;
};

export const tableOf = (candidate: Candidate, { plain, relative }: Tables): FeatureTable =>
  candidate.kind === "trees" && candidate.isRelative ? relative : plain;

export async function validate(
  candidate: Candidate,
  input: ValidationInput,
  checkpoint: Checkpoint,
): Promise<Validation> {
  if (candidate.kind === "trees") return validateTrees(candidate, candidate.options, input, checkpoint);
  const { folds, judgements, deals } = input;
  const { data } = input.plain;
  const scores = new Float64Array(data.grades.length);
  for (const fold of folds) {
    await checkpoint();
    const model = trainLinear(data, fold.train, candidate.penalty);
    addHeld(model.score(data.features, data.grades.length), scores, data, fold, 1 / deals);
  }
  return { candidate, trees: 0, ndcg10: meanNdcgAtTen(judgements, scores), scores };
}

/** All folds grow in step, so that one curve decides for all. */
async function validateTrees(
  candidate: Candidate,
  options: LambdaMartOptions,
  input: ValidationInput,
  checkpoint: Checkpoint,
): Promise<Validation> {
  const { judgements, folds, maxTrees, deals } = input;
  const { data, binned } = tableOf(candidate, input);
  const boosters: Booster[] = folds.map(({ train }, f) =>
    createBooster(data, binned, train, { ...options, seed: options.seed + f }),
  );
  const current = new Float64Array(data.grades.length);
  let best: Validation = { candidate, trees: 0, ndcg10: -1, scores: current };
  for (let trees = STRIDE; trees <= maxTrees && trees - best.trees <= STRIDE * PATIENCE; trees += STRIDE) {
    current.fill(0);
    for (const [f, booster] of boosters.entries()) {
      for (let t = 0; t < STRIDE; t++) booster.step();
      addHeld(booster.scores, current, data, folds[f] as Fold, 1 / deals);
      await checkpoint();
    }
    const ndcg10 = meanNdcgAtTen(judgements, current);
    if (ndcg10 > best.ndcg10) best = { candidate, trees, ndcg10, scores: current.slice() };
  }
  return best;
}

/** Each query is held out once in each deal. */
export const foldsFor = (data: RankData, folds: number, deals: number, seed: number): Fold[] =>
  Array.from({ length: deals }, (_, deal) => dealFolds(queryCount(data), folds, seed + deal)).flat();
