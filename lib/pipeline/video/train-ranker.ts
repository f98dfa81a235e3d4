/** Trains rankers on impressions, one after the other on the same examples, and measures their heads on later ones. */

import { auc, logLoss } from "@/lib/evaluation/classification";
import { type Random, shuffleInPlace } from "@/lib/random";
import type { Tensor2D } from "../backend/tfjs";
import { maskedCrossEntropy } from "../ranking/masked-cross-entropy";
import type { TabularModel } from "../ranking/tabular-model";
import type { Checkpoint } from "../types";
import { HEAD_NAMES, type RankerName } from "./names";
import { HEADS, type RankerExamples } from "./ranker-examples";
import {
  DENSE_COUNT,
  DENSE_NAMES,
  FIELD_COUNT,
  learnStandardisation,
  type Standardisation,
  standardise,
} from "./ranker-features";
import { createRankerModel, RANKER_SETTINGS } from "./ranker-models";
import type { HeadPredictions, TrainingPoint } from "./trace";

const BATCH_SIZE = 1_024;
const REPORT_EVERY = 5;
/** The share of the learning rate that is left at the end. */
const FINAL_RATE = 0.1;
const CLICK_HEAD = HEAD_NAMES.indexOf("click");
const POPULARITY = DENSE_NAMES.indexOf("recent watches");

/** Dense features go into the model standardised. */
export type TrainedRanker = { readonly model: TabularModel; readonly standardisation: Standardisation };
export type TrainedRankers = Partial<Record<RankerName, TrainedRanker>>;

/** Copies the chosen examples into contiguous arrays and standardises the copies. */
function gatherBatch(examples: RankerExamples, chosen: Int32Array, standardisation: Standardisation) {
  const count = chosen.length;
  const batch = {
    count,
    fieldRows: new Int32Array(count * FIELD_COUNT),
    dense: new Float32Array(count * DENSE_COUNT),
    labels: new Float32Array(count * HEADS),
    weights: new Float32Array(count * HEADS),
  };
  for (const [to, from] of chosen.entries()) {
    batch.fieldRows.set(
      examples.fieldRows.subarray(from * FIELD_COUNT, (from + 1) * FIELD_COUNT),
      to * FIELD_COUNT,
    );
    batch.dense.set(examples.dense.subarray(from * DENSE_COUNT, (from + 1) * DENSE_COUNT), to * DENSE_COUNT);
    batch.labels.set(examples.labels.subarray(from * HEADS, (from + 1) * HEADS), to * HEADS);
    batch.weights.set(examples.weights.subarray(from * HEADS, (from + 1) * HEADS), to * HEADS);
  }
  standardise(batch.dense, count, standardisation);
  return batch;
}

export type RankerTraining = {
  readonly rankers: readonly RankerName[];
  /** Dense features not standardised. */
  readonly train: RankerExamples;
  readonly validation: RankerExamples;
  /** Passes over the examples, the same for every ranker. */
  readonly epochs: number;
  readonly random: Random;
  readonly checkpoint: Checkpoint;
  /** `step` and `steps` count over all rankers. */
  onPoint(point: TrainingPoint): void;
};

export type RankerTrainingResult = {
  readonly rankers: TrainedRankers;
  /** Of training alone: collecting the examples, which all rankers share, is not in it. */
  readonly seconds: Partial<Record<RankerName, number>>;
};

export async function trainRankers(training: RankerTraining): Promise<RankerTrainingResult> {
  const { train, validation, epochs } = training;
  const standardisation = learnStandardisation(train.dense, train.count);
  const stepsEach = Math.max(1, Math.floor(train.count / BATCH_SIZE)) * epochs;
  const names = [...new Set(training.rankers)];
  const popularity = popularityAuc(validation);
  const rankers: TrainedRankers = {};
  const seconds: RankerTrainingResult["seconds"] = {};
  try {
    for (const [i, name] of names.entries()) {
      const start = performance.now();
      const draws = training.random.fork(name);
      const ranker = { model: createRankerModel(name, draws.fork("weights")), standardisation };
      rankers[name] = ranker;
      const onPoint = (point: TrainingPoint) =>
        training.onPoint({
          ...point,
          step: i * stepsEach + point.step,
          steps: names.length * stepsEach,
          ...(point.clickAuc === undefined ? {} : { popularity }),
        });
      await trainOne(name, ranker, { ...training, random: draws, onPoint });
      seconds[name] = (performance.now() - start) / 1000;
    }
  } catch (error) {
    // A cancelled training leaves no tensors behind, neither of the present ranker nor of those before it.
    for (const { model } of Object.values(rankers)) model.dispose();
    throw error;
  }
  return { rankers, seconds };
}

async function trainOne(
  name: RankerName,
  ranker: TrainedRanker,
  { train, validation, epochs, random: draws, checkpoint, onPoint }: RankerTraining,
): Promise<void> {
  const { learningRate, decay } = RANKER_SETTINGS[name];
  const order = Int32Array.from({ length: train.count }, (_, i) => i);
  const batches = draws.fork("batches");
  const stepsPerEpoch = Math.max(1, Math.floor(train.count / BATCH_SIZE));
  const steps = stepsPerEpoch * epochs;
  let step = 0;
  let lossSum = 0;
  let loss = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffleInPlace(order, batches);
    for (let b = 0; b < stepsPerEpoch; b++) {
      const chosen = order.subarray(b * BATCH_SIZE, (b + 1) * BATCH_SIZE);
      const batch = gatherBatch(train, chosen, ranker.standardisation);
      const lossOf = (logits: Tensor2D) => maskedCrossEntropy(logits, batch.labels, batch.weights);
      const rate = learningRate * (1 - ((1 - FINAL_RATE) * step) / steps);
      lossSum += ranker.model.trainStep(batch, lossOf, rate, decay);
      step++;
      if (step % REPORT_EVERY !== 0) continue;
      loss = lossSum / REPORT_EVERY;
      lossSum = 0;
      onPoint({ model: "ranker", step, steps, epoch, loss });
      await checkpoint();
    }
    const clickAuc = evaluateRanker(ranker, validation).headAuc.click;
    onPoint({ model: "ranker", step, steps, epoch, loss, ...(clickAuc === undefined ? {} : { clickAuc }) });
    await checkpoint();
  }
}

/** Labels and scores of the examples that have a label for `head`; a fraction counts as positive from 0.5 on. */
function labelled({ count, labels, weights }: RankerExamples, head: number, scoreOf: (i: number) => number) {
  const result = { labels: [] as number[], scores: [] as number[] };
  for (let i = 0; i < count; i++) {
    if (weights[i * HEADS + head] === 0) continue;
    result.labels.push((labels[i * HEADS + head] as number) >= 0.5 ? 1 : 0);
    result.scores.push(scoreOf(i));
  }
  return result;
}

/** How well recent watches alone tell clicks; NaN when all examples have the same label. */
function popularityAuc(examples: RankerExamples): number {
  const { labels, scores } = labelled(
    examples,
    CLICK_HEAD,
    (i) => examples.dense[i * DENSE_COUNT + POPULARITY] as number,
  );
  return auc(labels, scores);
}

export type RankerEvaluation = {
  /** A head whose examples all have the same label is left out. */
  readonly headAuc: Partial<HeadPredictions>;
  readonly clickLogLoss: number;
};

/** AUC of each head on the examples where it has a label, and the log loss of clicks. Dense features not standardised. */
export function evaluateRanker(ranker: TrainedRanker, examples: RankerExamples): RankerEvaluation {
  const predictions = predictAll(ranker, examples);
  const headAuc: Partial<HeadPredictions> = {};
  let clickLogLoss = Number.NaN;
  for (const [h, head] of HEAD_NAMES.entries()) {
    const { labels, scores } = labelled(examples, h, (i) => predictions[i * HEADS + h] as number);
    const value = auc(labels, scores);
    if (!Number.isNaN(value)) headAuc[head] = value;
    if (h === CLICK_HEAD) clickLogLoss = logLoss(labels, scores);
  }
  return { headAuc, clickLogLoss };
}

function predictAll({ model, standardisation }: TrainedRanker, examples: RankerExamples): Float32Array {
  const predictions = new Float32Array(examples.count * HEADS);
  for (let from = 0; from < examples.count; from += BATCH_SIZE) {
    const count = Math.min(BATCH_SIZE, examples.count - from);
    const fieldRows = examples.fieldRows.subarray(from * FIELD_COUNT, (from + count) * FIELD_COUNT);
    const dense = examples.dense.slice(from * DENSE_COUNT, (from + count) * DENSE_COUNT);
    standardise(dense, count, standardisation);
    predictions.set(model.predict({ count, fieldRows, dense }), from * HEADS);
  }
  return predictions;
}
