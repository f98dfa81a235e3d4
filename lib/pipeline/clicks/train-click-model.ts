/** Trains a click model on one table; another decides when to stop, and the weights of its best epoch are kept. */
import { auc, logLoss } from "@/lib/evaluation/classification";
import type { Random } from "@/lib/random";
import type { Tensor2D } from "../backend/tfjs";
import { maskedCrossEntropy, sigmoid } from "../ranking/masked-cross-entropy";
import type { TabularInput, TabularModel } from "../ranking/tabular-model";
import type { Checkpoint } from "../types";
import type { ClickSettings } from "./click-model";
import type { ClickTable } from "./click-table";
import { DropoutDcn } from "./dropout-dcn";
import { copyWeights, restoreWeights, WeightOptimizer } from "./weight-optimizer";

export type EpochResult = {
  /** From 1. */
  readonly epoch: number;
  /** Mean loss of the training batches. */
  readonly trainLoss: number;
  readonly validationAuc: number;
  readonly validationLogLoss: number;
};
export type ClickTraining = { readonly epochs: readonly EpochResult[]; readonly best: EpochResult };

export type TrainingContext = {
  readonly checkpoint: Checkpoint;
  report(activity: string, fraction: number): void;
};

/** Rows `order[from .. to)` of a table as a model's input, with their labels. */
function takeBatch(table: ClickTable, fields: number, order: Int32Array) {
  const fieldRows = new Int32Array(order.length * fields);
  const labels = new Float32Array(order.length);
  for (const [i, row] of order.entries()) {
    fieldRows.set(table.fieldRows.subarray(row * fields, (row + 1) * fields), i * fields);
    labels[i] = table.labels[row] as number;
  }
  const input: TabularInput = { count: order.length, fieldRows, dense: new Float32Array(order.length) };
  return { input, labels };
}

const SCORED_AT_ONCE = 4_096;

/** The logit of each row. */
export async function scoreClicks(
  model: TabularModel,
  { count, fieldRows }: ClickTable,
  checkpoint: Checkpoint,
): Promise<Float32Array> {
  const { fields } = model.config;
  const scores = new Float32Array(count);
  for (let from = 0; from < count; from += SCORED_AT_ONCE) {
    const rows = fieldRows.slice(from * fields, (from + SCORED_AT_ONCE) * fields);
    const size = rows.length / fields;
    scores.set(model.logits({ count: size, fieldRows: rows, dense: new Float32Array(size) }), from);
    await checkpoint();
  }
  return scores;
}

function shuffle(order: Int32Array, random: Random) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const swapped = order[i] as number;
    order[i] = order[j] as number;
    order[j] = swapped;
  }
}

/** The activity in words, with the last validation once there is one. */
const describeTraining = (epochs: readonly EpochResult[]) => {
  const last = epochs.at(-1);
  return last ? `Training, validation AUC ${last.validationAuc.toFixed(4)}` : "Training";
};

/** `progress` goes from 0 to 1 over all epochs. */
export const learningRateAt = (progress: number, { learningRate, finalRateShare }: ClickSettings): number =>
  learningRate * (1 - (1 - finalRateShare) * progress);

export async function trainClickModel(
  model: TabularModel,
  train: ClickTable,
  validation: ClickTable,
  settings: ClickSettings,
  random: Random,
  { checkpoint, report }: TrainingContext,
): Promise<ClickTraining> {
  const { batchSize, maximumEpochs, patience, embeddingDecay } = settings;
  const optimizer = new WeightOptimizer(model, embeddingDecay);
  const order = Int32Array.from({ length: train.count }, (_, row) => row);
  const epochs: EpochResult[] = [];
  let best: { result: EpochResult; weights: Float32Array[] } | null = null;

  async function trainEpoch(): Promise<number> {
    let loss = 0;
    for (let from = 0; from < train.count; from += batchSize) {
      const { input, labels } = takeBatch(train, model.config.fields, order.subarray(from, from + batchSize));
      const weights = new Float32Array(labels.length).fill(1);
      const step = model.gradients(input, (logits: Tensor2D) => maskedCrossEntropy(logits, labels, weights));
      const progress = (epochs.length + from / train.count) / maximumEpochs;
      optimizer.update(step.gradients, learningRateAt(progress, settings));
      loss += (step.loss * labels.length) / train.count;
      report(describeTraining(epochs), progress);
      await checkpoint();
    }
    return loss;
  }

  for (let epoch = 1; epoch <= maximumEpochs; epoch++) {
    shuffle(order, random);
    if (model instanceof DropoutDcn) model.isTraining = true;
    const trainLoss = await trainEpoch();
    if (model instanceof DropoutDcn) model.isTraining = false;
    const scores = await scoreClicks(model, validation, checkpoint);
    const validationAuc = auc(validation.labels, scores);
    const validationLogLoss = logLoss(validation.labels, scores.map(sigmoid));
    const result = { epoch, trainLoss, validationAuc, validationLogLoss };
    epochs.push(result);
    if (!best || validationAuc > best.result.validationAuc) best = { result, weights: copyWeights(model) };
    else if (epoch - best.result.epoch >= patience) break;
  }
  if (!best) throw new RangeError("A model is trained for one epoch at least.");
  restoreWeights(model, best.weights);
  return { epochs, best: best.result };
}
