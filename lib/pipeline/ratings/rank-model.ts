/**
 * The ranking stage for ratings: a small DCN-v2 over the first stage's evidence, trained list by list. For each user
 * of an inner split, a softmax over the candidates must find the rows that were held out. One model per fold of users
 * is trained on the other folds, and their mean serves; what each says about its own fold, which it has not seen,
 * decides how far the ranking may move away from the strongest single source of evidence.
 */

import { ndcgAtK } from "@/lib/evaluation/ranking";
import type { Random } from "@/lib/random";
import { customGrad, scalar, type Tensor, type Tensor2D, tensor2d } from "../backend/tfjs";
import { DcnModel } from "../ranking/dcn-model";
import { softmaxInPlace } from "../training/sampled-softmax";
import type { Checkpoint } from "../types";
import { DENSE_FEATURES, FIELD_ROWS, FIELDS, topIndices } from "./candidates";
import { FIT_NAMES } from "./evidence";

export type RankingList = {
  readonly count: number;
  readonly dense: Float32Array;
  readonly fieldRows: Int32Array;
  /** Indices of the held-out candidates. */
  readonly positives: Int32Array;
};

const LISTS_PER_BATCH = 16;
const FOLDS = 3;
/** Index in FIT_NAMES of the source that the final score leans on, sequence-ease, unless another is clearly better. */
const BASE_FIT = 0;
const CLEARLY_BETTER = 1.05;
/**
 * Shares that the models may have in the final score; the rest is the base source. Never all: on the inner split the
 * other held-out rows look like negatives, which makes the models underrate what the base gets right.
 */
const MODEL_SHARES = [0.4, 0.6, 0.8] as const;
const CUTOFF = 10;
const MAX_STEPS = 500;
const EPOCHS = 12;
const LEARNING_RATE = 0.002;
const DECAY = 6e-3;
/** A list with many positives counts at most as much as ten. */
const MAX_LIST_WEIGHT = 10;
const CLIP = 5;

export type RankModel = {
  /** Scores of the candidates of one list. */
  score(list: Omit<RankingList, "positives">): Float32Array;
  dispose(): void;
};

type Scaling = { means: Float32Array; deviations: Float32Array };

function learnScaling(lists: readonly RankingList[]): Scaling {
  const means = new Float32Array(DENSE_FEATURES);
  const deviations = new Float32Array(DENSE_FEATURES);
  const rows = lists.reduce((sum, { count }) => sum + count, 0);
  for (let f = 0; f < DENSE_FEATURES; f++) {
    let sum = 0;
    let squares = 0;
    for (const { dense, count } of lists)
      for (let i = 0; i < count; i++) {
        const value = dense[i * DENSE_FEATURES + f] as number;
        sum += value;
        squares += value * value;
      }
    means[f] = sum / rows;
    deviations[f] = Math.sqrt(Math.max(1e-8, squares / rows - (sum / rows) ** 2));
  }
  return { means, deviations };
}

const scale = (dense: Float32Array, { means, deviations }: Scaling) =>
  dense.map((value, i) => {
    const f = i % DENSE_FEATURES;
    return Math.max(-CLIP, Math.min(CLIP, (value - (means[f] as number)) / (deviations[f] as number)));
  });

/** Softmax cross-entropy over lists of equal length: logits [lists * length, 1] -> scalar. */
function listLoss(logits: Tensor2D, batch: readonly RankingList[], length: number): Tensor {
  const operation = customGrad((...inputs: unknown[]) => {
    const values = (inputs[0] as Tensor2D).dataSync() as Float32Array;
    const offsets = new Int32Array(batch.length + 1);
    for (const [r, { positives }] of batch.entries())
      offsets[r + 1] = (offsets[r] as number) + positives.length;
    const columns = Int32Array.from(batch.flatMap(({ positives }) => Array.from(positives)));
    const rowWeights = Float32Array.from(batch, ({ positives }) =>
      Math.min(MAX_LIST_WEIGHT, positives.length),
    );
    const loss = softmaxInPlace(values, length, { positives: { offsets, columns }, rowWeights });
    return { value: scalar(loss), gradFunc: () => tensor2d(values, logits.shape) };
  });
  return operation(logits);
}

function concatenate(lists: readonly RankingList[]) {
  const count = lists.reduce((sum, list) => sum + list.count, 0);
  const dense = new Float32Array(count * DENSE_FEATURES);
  const fieldRows = new Int32Array(count * FIELDS);
  let at = 0;
  for (const list of lists) {
    dense.set(list.dense, at * DENSE_FEATURES);
    fieldRows.set(list.fieldRows, at * FIELDS);
    at += list.count;
  }
  return { count, dense, fieldRows };
}

const createModel = (random: Random) =>
  new DcnModel(
    {
      tableRows: FIELD_ROWS,
      fields: FIELDS,
      embeddingSize: 4,
      denseFeatures: DENSE_FEATURES,
      crossLayers: 0,
      deepLayers: [32],
      heads: 1,
    },
    random,
  );

async function trainOne(
  lists: readonly RankingList[],
  length: number,
  random: Random,
  checkpoint: Checkpoint,
) {
  const model = createModel(random.fork("weights"));
  const draws = random.fork("batches");
  const steps = Math.min(MAX_STEPS, Math.ceil((lists.length * EPOCHS) / LISTS_PER_BATCH));
  const order = Array.from(lists.keys());
  for (let step = 0; step < steps; step++) {
    const batch = Array.from({ length: Math.min(LISTS_PER_BATCH, lists.length) }, (_, i) => {
      // A partial shuffle: the drawn list moves to the front and is not drawn again in this batch.
      const j = i + draws.integer(order.length - i);
      const drawn = order[j] as number;
      order[j] = order[i] as number;
      order[i] = drawn;
      return lists[drawn] as RankingList;
    });
    const rate = LEARNING_RATE * (1 - (0.95 * step) / steps);
    model.trainStep(concatenate(batch), (logits) => listLoss(logits, batch, length), rate, DECAY);
    if (step % 10 === 0) await checkpoint();
  }
  return model;
}

/** Zero mean and unit deviation within a list, so that scores of different origin can be added. */
function standardised(scores: Float32Array): Float32Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  return scores.map((score) => (score - mean) / Math.sqrt(variance + 1e-12));
}

const fitColumn = (dense: Float32Array, fit: number) =>
  Float32Array.from(
    { length: dense.length / DENSE_FEATURES },
    (_, i) => dense[i * DENSE_FEATURES + fit * 3] as number,
  );

function blend(model: Float32Array, fit: Float32Array, share: number): Float32Array {
  const left = standardised(model);
  const right = standardised(fit);
  return left.map((score, i) => share * score + (1 - share) * (right[i] as number));
}

/** Mean NDCG@10 of the lists, each ordered by its scores. */
function meanNdcg(lists: readonly RankingList[], scoresOf: (index: number) => Float32Array): number {
  let sum = 0;
  for (const [index, { positives, count }] of lists.entries()) {
    const isPositive = new Uint8Array(count);
    for (const i of positives) isPositive[i] = 1;
    const top = topIndices(scoresOf(index), new Uint8Array(count), CUTOFF);
    const relevance = Array.from(top, (i) => isPositive[i] as number);
    sum += ndcgAtK(relevance, new Array(positives.length).fill(1), CUTOFF, "linear");
  }
  return sum / Math.max(1, lists.length);
}

/** The one of `candidates` with the highest value; the first of equals. */
function bestOf(candidates: readonly number[], scoreOf: (candidate: number) => number): number {
  const values = candidates.map(scoreOf);
  return candidates[values.indexOf(Math.max(...values))] as number;
}

/** All lists have the same number of candidates. */
export async function trainRankModel(
  lists: readonly RankingList[],
  random: Random,
  checkpoint: Checkpoint,
): Promise<RankModel> {
  const scaling = learnScaling(lists);
  const length = lists[0]?.count ?? 0;
  const scaled = lists.map((list) => ({ ...list, dense: scale(list.dense, scaling) }));
  const foldOf = lists.map(() => random.integer(FOLDS));
  const models: DcnModel[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = scaled.filter((_, i) => foldOf[i] !== fold);
    models.push(
      await trainOne(others.length > 0 ? others : scaled, length, random.fork(`fold-${fold}`), checkpoint),
    );
  }
  const unseen = scaled.map((list, i) => (models[foldOf[i] as number] as DcnModel).logits(list));
  const fitNdcg = (fit: number) => meanNdcg(lists, (i) => fitColumn((lists[i] as RankingList).dense, fit));
  const best = bestOf(Array.from(FIT_NAMES.keys()), fitNdcg);
  const base = fitNdcg(best) > CLEARLY_BETTER * fitNdcg(BASE_FIT) ? best : BASE_FIT;
  const share = bestOf(MODEL_SHARES, (candidate) =>
    meanNdcg(lists, (i) =>
      blend(unseen[i] as Float32Array, fitColumn((lists[i] as RankingList).dense, base), candidate),
    ),
  );
  return {
    score(list) {
      const input = { ...list, dense: scale(list.dense, scaling) };
      const sum = new Float32Array(list.count);
      for (const model of models)
        for (const [i, logit] of model.logits(input).entries()) sum[i] = (sum[i] as number) + logit;
      return blend(sum, fitColumn(list.dense, base), share);
    },
    dispose() {
      for (const model of models) model.dispose();
    },
  };
}
