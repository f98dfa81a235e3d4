/**
 * How well a candidate ranks queries it has not seen: the queries are dealt to folds, and each fold is scored by a model
 * of the others. The number of trees is the one at which the mean over all folds is best.
 */
import { createRandom, shuffleInPlace } from "@/lib/random";
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
  shuffleInPlace(order, random);
  const count = Math.max(2, Math.min(folds, queries));
  return Array.from({ length: count }, (_, f) => ({
    train: order.filter((_, i) => i % count !== f).sort((a, b) => a - b),
    held: order.filter((_, i) => i % count === f),
  }));
}

function copyHeld(from: ArrayLike<number>, to: Float64Array, { offsets }: RankData, held: readonly number[]) {
  for (const q of held)
    for (let row = offsets[q] as number; row < (offsets[q + 1] as number); row++)
      to[row] = from[row] as number;
}

export type ValidationInput = {
  readonly data: RankData;
  readonly binned: BinnedFeatures;
  readonly judgements: Judgements;
  readonly folds: readonly Fold[];
  readonly maxTrees: number;
};

export async function validate(
  candidate: Candidate,
  input: ValidationInput,
  checkpoint: Checkpoint,
): Promise<Validation> {
  if (candidate.kind === "trees") return validateTrees(candidate, candidate.options, input, checkpoint);
  const { data, folds, judgements } = input;
  const scores = new Float64Array(data.grades.length);
  for (const { train, held } of folds) {
    await checkpoint();
    const model = trainLinear(data, train, candidate.penalty);
    copyHeld(model.score(data.features, data.grades.length), scores, data, held);
  }
  return { candidate, trees: 0, ndcg10: meanNdcgAtTen(judgements, scores), scores };
}

/** All folds grow in step, so that one curve decides for all. */
async function validateTrees(
  candidate: Candidate,
  options: LambdaMartOptions,
  { data, binned, judgements, folds, maxTrees }: ValidationInput,
  checkpoint: Checkpoint,
): Promise<Validation> {
  const boosters: Booster[] = folds.map(({ train }) => createBooster(data, binned, train, options));
  const current = new Float64Array(data.grades.length);
  let best: Validation = { candidate, trees: 0, ndcg10: -1, scores: current };
  for (let trees = STRIDE; trees <= maxTrees && trees - best.trees <= STRIDE * PATIENCE; trees += STRIDE) {
    for (const [f, booster] of boosters.entries()) {
      for (let t = 0; t < STRIDE; t++) booster.step();
      copyHeld(booster.scores, current, data, folds[f]?.held ?? []);
      await checkpoint();
    }
    const ndcg10 = meanNdcgAtTen(judgements, current);
    if (ndcg10 > best.ndcg10) best = { candidate, trees, ndcg10, scores: current.slice() };
  }
  return best;
}

export const foldsFor = (data: RankData, folds: number, seed: number): Fold[] =>
  dealFolds(queryCount(data), folds, seed);
