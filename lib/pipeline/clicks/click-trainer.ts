/**
 * Trains a click model batch by batch, so that several can be trained in turns on the same rows: Adam with a rate that
 * falls in a straight line, rows shuffled anew for each epoch.
 */

import { type Random, shuffleInPlace } from "@/lib/random";
import type { Tensor2D } from "../backend/tfjs";
import { maskedCrossEntropy } from "../ranking/masked-cross-entropy";
import type { TabularInput, TabularModel } from "../ranking/tabular-model";
import type { Checkpoint } from "../types";
import type { ClickSettings } from "./click-model";
import { type ClickTable, rowRange } from "./click-table";
import { DropoutDcn } from "./dropout-dcn";
import { WeightOptimizer } from "./weight-optimizer";

export type TrainerSettings = Pick<
  ClickSettings,
  "learningRate" | "batchSize" | "embeddingDecay" | "maximumEpochs" | "finalRateShare"
> & {
  /** L2 on the matrices of cross and deep layers; none when absent. */
  readonly matrixDecay?: number;
};

function takeFieldRows({ fieldRows }: Pick<ClickTable, "fieldRows">, order: Int32Array, fields: number) {
  if (typeof fieldRows === "function") return fieldRows(order);
  const taken = new Int32Array(order.length * fields);
  for (const [i, row] of order.entries())
    taken.set(fieldRows.subarray(row * fields, (row + 1) * fields), i * fields);
  return taken;
}

/** Rows `order` of a table as a model's input, with their labels and weights. */
function takeBatch(table: ClickTable, { fields, denseFeatures }: TabularModel["config"], order: Int32Array) {
  const count = order.length;
  const fieldRows = takeFieldRows(table, order, fields);
  const dense = new Float32Array(count * denseFeatures);
  const labels = new Float32Array(count);
  const weights = new Float32Array(count).fill(1);
  for (const [i, row] of order.entries()) {
    if (table.dense)
      dense.set(table.dense.subarray(row * denseFeatures, (row + 1) * denseFeatures), i * denseFeatures);
    if (table.weights) weights[i] = table.weights[row] as number;
    labels[i] = table.labels[row] as number;
  }
  const input: TabularInput = { count, fieldRows, dense };
  return { input, labels, weights };
}

const SCORED_AT_ONCE = 4_096;

/** The logit of each row. */
export async function scoreClicks(
  model: TabularModel,
  table: Pick<ClickTable, "count" | "fieldRows" | "dense">,
  checkpoint: Checkpoint,
): Promise<Float32Array> {
  const { fields, denseFeatures } = model.config;
  const { count, dense } = table;
  const scores = new Float32Array(count);
  for (let from = 0; from < count; from += SCORED_AT_ONCE) {
    const size = Math.min(SCORED_AT_ONCE, count - from);
    const rows = takeFieldRows(table, rowRange(from, from + size), fields);
    const numbers =
      dense?.slice(from * denseFeatures, (from + size) * denseFeatures) ??
      new Float32Array(size * denseFeatures);
    scores.set(model.logits({ count: size, fieldRows: rows, dense: numbers }), from);
    await checkpoint();
  }
  return scores;
}

/** `progress` goes from 0 to 1 over all epochs. */
export const learningRateAt = (
  progress: number,
  { learningRate, finalRateShare }: Pick<TrainerSettings, "learningRate" | "finalRateShare">,
): number => learningRate * (1 - (1 - finalRateShare) * progress);

export class ClickTrainer {
  readonly stepsPerEpoch: number;
  private readonly optimizer: WeightOptimizer;
  private readonly order: Int32Array;
  private taken = 0;

  constructor(
    readonly model: TabularModel,
    private readonly train: ClickTable,
    private readonly settings: TrainerSettings,
    private readonly random: Random,
  ) {
    this.optimizer = new WeightOptimizer(model, settings.embeddingDecay, settings.matrixDecay);
    this.order = Int32Array.from({ length: train.count }, (_, row) => row);
    this.stepsPerEpoch = Math.ceil(train.count / settings.batchSize);
  }

  /** Steps taken so far. */
  get steps(): number {
    return this.taken;
  }

  /** One batch. Returns its mean loss and its rows; only the last batch of an epoch may have fewer than the others. */
  step(): { loss: number; rows: number } {
    const { model, train, settings } = this;
    const inEpoch = this.taken % this.stepsPerEpoch;
    if (inEpoch === 0) shuffleInPlace(this.order, this.random);
    const from = inEpoch * settings.batchSize;
    const order = this.order.subarray(from, from + settings.batchSize);
    const { input, labels, weights } = takeBatch(train, model.config, order);
    if (model instanceof DropoutDcn) model.isTraining = true;
    const { loss, gradients } = model.gradients(input, (logits: Tensor2D) =>
      maskedCrossEntropy(logits, labels, weights),
    );
    if (model instanceof DropoutDcn) model.isTraining = false;
    const epochs = Math.floor(this.taken / this.stepsPerEpoch);
    const progress = (epochs + from / train.count) / settings.maximumEpochs;
    this.optimizer.update(gradients, learningRateAt(progress, settings));
    this.taken++;
    return { loss, rows: order.length };
  }
}
