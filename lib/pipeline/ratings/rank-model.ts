/**
 * The ranking stage for ratings: a small DCN-v2 over the first stage's evidence, trained list by list. For each user
 * of an inner split, a softmax over the candidates must find the rows that were held out. One model per fold of users
 * is trained on the other folds, and their mean serves; what each says about its own fold, which it has not seen,
 * decides how much of it the final order takes (blend.ts).
 */

import type { Random } from "@/lib/random";
import { customGrad, scalar, type Tensor, type Tensor2D, tensor2d } from "../backend/tfjs";
import { DcnModel } from "../ranking/dcn-model";
import { softmaxInPlace } from "../training/sampled-softmax";
import type { Checkpoint } from "../types";
import { applyBlend, type Blend, chooseBlend } from "./blend";
import { DENSE_FEATURES, FIELD_ROWS, FIELDS } from "./candidates";

export type RankingList = {
  readonly count: number;
  readonly dense: Float32Array;
  readonly fieldRows: Int32Array;
  /** Indices of the held-out candidates. */
  readonly positives: Int32Array;
};

const LISTS_PER_BATCH = 16;
const FOLDS = 3;
const MAX_STEPS = 500;
const EPOCHS = 12;
const LEARNING_RATE = 0.002;
const DECAY = 6e-3;
/** A list with many positives counts at most as much as ten. */
const MAX_LIST_WEIGHT = 10;
const CLIP = 5;

export type RankModel = {
  readonly blend: Blend;
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

/** Softmax cross-entropy within each list: logits [candidates of all lists, 1] -> scalar. */
function listLoss(logits: Tensor2D, batch: readonly RankingList[]): Tensor {
  const weights = batch.map(({ positives }) => Math.min(MAX_LIST_WEIGHT, positives.length));
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  const operation = customGrad((...inputs: unknown[]) => {
    const values = (inputs[0] as Tensor2D).dataSync() as Float32Array;
    let loss = 0;
    let at = 0;
    for (const [r, { count, positives }] of batch.entries()) {
      const own = values.subarray(at, at + count);
      const share = (weights[r] as number) / weightSum;
      const targets = { offsets: Int32Array.of(0, positives.length), columns: positives };
      loss += share * softmaxInPlace(own, count, { positives: targets });
      for (let i = 0; i < count; i++) own[i] = (own[i] as number) * share;
      at += count;
    }
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

async function trainOne(lists: readonly RankingList[], random: Random, checkpoint: Checkpoint) {
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
    model.trainStep(concatenate(batch), (logits) => listLoss(logits, batch), rate, DECAY);
    if (step % 10 === 0) await checkpoint();
  }
  return model;
}

/** Trains on the lists; needs one at least. */
export async function trainRankModel(
  lists: readonly RankingList[],
  random: Random,
  checkpoint: Checkpoint,
): Promise<RankModel> {
  const scaling = learnScaling(lists);
  const scaled = lists.map((list) => ({ ...list, dense: scale(list.dense, scaling) }));
  const foldOf = lists.map(() => random.integer(FOLDS));
  const models: DcnModel[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = scaled.filter((_, i) => foldOf[i] !== fold);
    models.push(await trainOne(others.length > 0 ? others : scaled, random.fork(`fold-${fold}`), checkpoint));
  }
  const unseen = scaled.map((list, i) => (models[foldOf[i] as number] as DcnModel).logits(list));
  await checkpoint();
  const blend = chooseBlend(lists, unseen);
  return {
    blend,
    score(list) {
      const input = { ...list, dense: scale(list.dense, scaling) };
      const sum = new Float32Array(list.count);
      for (const model of models)
        for (const [i, logit] of model.logits(input).entries()) sum[i] = (sum[i] as number) + logit;
      return applyBlend(blend, sum, list.dense);
    },
    dispose() {
      for (const model of models) model.dispose();
    },
  };
}
