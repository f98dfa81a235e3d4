/**
 * One rung of the ladder: a click model learnt on one part of the rows, stopped and calibrated on a second, measured on
 * a third, which decides nothing. The lowest rung is the base rate, which looks at no feature.
 */

import {
  auc,
  expectedCalibrationError,
  logLoss,
  mean,
  normalizedEntropy,
} from "@/lib/evaluation/classification";
import { sigmoid } from "@/lib/evaluation/logit";
import { reliabilityBins } from "@/lib/evaluation/reliability";
import { createRandom } from "@/lib/random";
import type { WorkContext } from "../types";
import { chooseCalibration } from "./choose-calibration";
import { CLICK_SETTINGS, type ClickModelName } from "./click-model";
import type { ClickEncoding, ClickTable } from "./click-table";
import type { EpochResult } from "./train-click-model";
import { type ClickMember, scoreMembers, trainMembers } from "./train-members";

const ECE_BINS = 10;
const RELIABILITY_BINS = 10;

export type ClickParts = {
  readonly train: ClickTable;
  readonly valid: ClickTable;
  readonly test: ClickTable;
  readonly encoding: ClickEncoding;
};

/** Log loss, normalised entropy and calibration error of probabilities. The base rate is that of the measured rows. */
export const measureProbabilities = (labels: Int32Array, probabilities: ArrayLike<number>) => ({
  logLoss: logLoss(labels, probabilities),
  normalizedEntropy: normalizedEntropy(labels, probabilities),
  ece: expectedCalibrationError(labels, probabilities, ECE_BINS),
});

/** `members`: models that are averaged; of their trainings the first is told. */
export async function measureModel(
  parts: ClickParts,
  modelName: ClickModelName,
  seed: number,
  context: WorkContext,
  members = 1,
) {
  const { valid, test } = parts;
  const start = performance.now();
  const settings = CLICK_SETTINGS[modelName];
  const trained = await trainMembers(parts, modelName, settings, members, createRandom(seed), context);
  try {
    const validScores = await scoreMembers(trained, valid, context.checkpoint);
    const calibration = chooseCalibration(valid.labels, validScores);
    const trainSeconds = (performance.now() - start) / 1000;
    const scores = await scoreMembers(trained, test, context.checkpoint);
    const { labels } = test;
    const before = Float64Array.from(scores, sigmoid);
    const after = Float64Array.from(scores, calibration.calibrate);
    const { epochs, best } = (trained[0] as ClickMember).training;
    return {
      members,
      params: trained.reduce((sum, { model }) => sum + model.parameterCount, 0),
      trainSeconds,
      auc: auc(labels, scores),
      ...measureProbabilities(labels, after),
      uncalibrated: measureProbabilities(labels, before),
      calibration: calibration.name,
      reliability: {
        before: reliabilityBins(labels, before, RELIABILITY_BINS),
        after: reliabilityBins(labels, after, RELIABILITY_BINS),
      },
      validAuc: auc(valid.labels, validScores),
      bestEpoch: best.epoch,
      epochs: epochs as readonly EpochResult[],
      settings,
    };
  } finally {
    for (const { model } of trained) model.dispose();
  }
}

/** Everybody gets the share of ones among the rows that are learnt from. */
export function measureBaseRate({ train, test }: Pick<ClickParts, "train" | "test">) {
  const rate = mean(train.labels);
  const probabilities = new Float64Array(test.count).fill(rate);
  return { rate, ...measureProbabilities(test.labels, probabilities) };
}
