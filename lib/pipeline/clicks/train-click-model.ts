/** Trains a click model on one table; another decides when to stop, and the weights of its best epoch are kept. */

import { auc, logLoss } from "@/lib/evaluation/classification";
import { sigmoid } from "@/lib/evaluation/logit";
import type { Random } from "@/lib/random";
import type { TabularModel } from "../ranking/tabular-model";
import type { WorkContext } from "../types";
import type { ClickSettings } from "./click-model";
import type { ClickTable } from "./click-table";
import { ClickTrainer, scoreClicks } from "./click-trainer";
import { copyWeights, restoreWeights } from "./weight-optimizer";

export type EpochResult = {
  /** From 1. */
  readonly epoch: number;
  /** Mean loss of the training batches. */
  readonly trainLoss: number;
  readonly validationAuc: number;
  readonly validationLogLoss: number;
};
export type ClickTraining = { readonly epochs: readonly EpochResult[]; readonly best: EpochResult };

/** The activity in words, with the last validation once there is one. */
const describeTraining = (epochs: readonly EpochResult[]) => {
  const last = epochs.at(-1);
  return last ? `Training, validation AUC ${last.validationAuc.toFixed(4)}` : "Training";
};

export async function trainClickModel(
  model: TabularModel,
  train: ClickTable,
  validation: ClickTable,
  settings: ClickSettings,
  random: Random,
  { checkpoint, report }: WorkContext,
): Promise<ClickTraining> {
  const { maximumEpochs, patience } = settings;
  const trainer = new ClickTrainer(model, train, settings, random);
  const epochs: EpochResult[] = [];
  let best: { result: EpochResult; weights: Float32Array[] } | null = null;

  async function trainEpoch(): Promise<number> {
    let sum = 0;
    for (let step = 0; step < trainer.stepsPerEpoch; step++) {
      const progress = (epochs.length + step / trainer.stepsPerEpoch) / maximumEpochs;
      const { loss, rows } = trainer.step();
      sum += (loss * rows) / train.count;
      report(describeTraining(epochs), progress);
      await checkpoint();
    }
    return sum;
  }

  for (let epoch = 1; epoch <= maximumEpochs; epoch++) {
    const trainLoss = await trainEpoch();
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
