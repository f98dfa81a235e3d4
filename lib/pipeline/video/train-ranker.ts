/** Trains the multi-head DCN-v2 on impressions, and measures its heads on later ones. */
import type { Tensor2D } from "@tensorflow/tfjs-core";
import { auc } from "@/lib/evaluation/classification";
import type { Random } from "@/lib/random";
import { DcnModel } from "../ranking/dcn-model";
import { maskedCrossEntropy } from "../ranking/masked-cross-entropy";
import type { HeadPredictions, TrainingPoint } from "../trace";
import { type Checkpoint, HEAD_NAMES } from "../types";
import { HEADS, type RankerExamples } from "./ranker-examples";
import {
  DENSE_COUNT,
  FIELD_COUNT,
  learnStandardisation,
  RANKER_ROWS,
  type Standardisation,
  standardise,
} from "./ranker-features";
import { shuffleInPlace } from "./train-two-tower";

const BATCH_SIZE = 1_024;
const REPORT_EVERY = 10;
const LEARNING_RATE = 0.003;
const DECAY = 1e-5;

export type TrainedRanker = { readonly model: DcnModel; readonly standardisation: Standardisation };

export const createRankerModel = (random: Random | null): DcnModel =>
  new DcnModel(
    {
      tableRows: RANKER_ROWS,
      fields: FIELD_COUNT,
      embeddingSize: 8,
      denseFeatures: DENSE_COUNT,
      crossLayers: 2,
      deepLayers: [96, 48],
      heads: HEADS,
    },
    random,
  );

/** Copies the chosen examples into contiguous arrays. */
function gatherBatch(examples: RankerExamples, chosen: Int32Array) {
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
  return batch;
}

export type RankerTraining = {
  /** Dense features not yet standardised; they are, in place, afterwards. */
  readonly train: RankerExamples;
  readonly validation: RankerExamples;
  readonly epochs: number;
  readonly random: Random;
  readonly checkpoint: Checkpoint;
  onPoint(point: TrainingPoint): void;
};

export async function trainRanker(training: RankerTraining): Promise<TrainedRanker> {
  const { train, validation, epochs, random, checkpoint, onPoint } = training;
  const standardisation = learnStandardisation(train.dense, train.count);
  standardise(train.dense, train.count, standardisation);
  standardise(validation.dense, validation.count, standardisation);
  const model = createRankerModel(random.fork("weights"));
  const draws = random.fork("batches");
  const order = Int32Array.from({ length: train.count }, (_, i) => i);
  const stepsPerEpoch = Math.max(1, Math.floor(train.count / BATCH_SIZE));
  const steps = stepsPerEpoch * epochs;
  let step = 0;
  let lossSum = 0;
  let loss = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffleInPlace(order, draws);
    for (let b = 0; b < stepsPerEpoch; b++) {
      const batch = gatherBatch(train, order.subarray(b * BATCH_SIZE, (b + 1) * BATCH_SIZE));
      const lossOf = (logits: Tensor2D) => maskedCrossEntropy(logits, batch.labels, batch.weights);
      lossSum += model.trainStep(batch, lossOf, LEARNING_RATE * (1 - (0.9 * step) / steps), DECAY);
      step++;
      if (step % REPORT_EVERY !== 0) continue;
      loss = lossSum / REPORT_EVERY;
      lossSum = 0;
      onPoint({ model: "ranker", step, steps, epoch, loss });
      await checkpoint();
    }
    const { click } = measureHeads(model, validation);
    onPoint({
      model: "ranker",
      step,
      steps,
      epoch,
      loss,
      ...(click === undefined ? {} : { clickAuc: click }),
    });
    await checkpoint();
  }
  return { model, standardisation };
}

/** AUC of each head on the examples where it has a label; a fractional label counts as positive from 0.5 on. */
export function measureHeads(model: DcnModel, examples: RankerExamples): Partial<HeadPredictions> {
  const predictions = predictAll(model, examples);
  const result: Partial<HeadPredictions> = {};
  for (const [h, head] of HEAD_NAMES.entries()) {
    const labels: number[] = [];
    const scores: number[] = [];
    for (let i = 0; i < examples.count; i++) {
      if (examples.weights[i * HEADS + h] === 0) continue;
      labels.push((examples.labels[i * HEADS + h] as number) >= 0.5 ? 1 : 0);
      scores.push(predictions[i * HEADS + h] as number);
    }
    const positives = labels.reduce((sum, label) => sum + label, 0);
    if (positives > 0 && positives < labels.length) result[head] = auc(labels, scores);
  }
  return result;
}

function predictAll(model: DcnModel, examples: RankerExamples): Float32Array {
  const predictions = new Float32Array(examples.count * HEADS);
  for (let from = 0; from < examples.count; from += BATCH_SIZE) {
    const count = Math.min(BATCH_SIZE, examples.count - from);
    const batch = {
      count,
      fieldRows: examples.fieldRows.subarray(from * FIELD_COUNT, (from + count) * FIELD_COUNT),
      dense: examples.dense.subarray(from * DENSE_COUNT, (from + count) * DENSE_COUNT),
    };
    predictions.set(model.predict(batch), from * HEADS);
  }
  return predictions;
}
