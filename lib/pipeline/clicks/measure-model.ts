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
import { reliabilityBins } from "@/lib/evaluation/reliability";
import { createRandom } from "@/lib/random";
import { sigmoid } from "../ranking/masked-cross-entropy";
import { chooseCalibration } from "./choose-calibration";
import { CLICK_SETTINGS, type ClickModelName, createClickModel } from "./click-model";
import type { ClickEncoding, ClickTable } from "./click-table";
import { scoreClicks } from "./click-trainer";
import { type EpochResult, type TrainingContext, trainClickModel } from "./train-click-model";

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

export async function measureModel(
  { train, valid, test, encoding }: ClickParts,
  modelName: ClickModelName,
  seed: number,
  context: TrainingContext,
) {
  const start = performance.now();
  const settings = CLICK_SETTINGS[modelName];
  const random = createRandom(seed);
  const model = createClickModel(modelName, settings, encoding, random.fork("model"));
  try {
    const { epochs, best } = await trainClickModel(
      model,
      train,
      valid,
      settings,
      random.fork("order"),
      context,
    );
    const validScores = await scoreClicks(model, valid, context.checkpoint);
    const calibration = chooseCalibration(valid.labels, validScores);
    const trainSeconds = (performance.now() - start) / 1000;
    const scores = await scoreClicks(model, test, context.checkpoint);
    const { labels } = test;
    const before = Float64Array.from(scores, sigmoid);
    const after = Float64Array.from(scores, calibration.calibrate);
    return {
      params: model.parameterCount,
      trainSeconds,
      auc: auc(labels, scores),
      ...measureProbabilities(labels, after),
      uncalibrated: measureProbabilities(labels, before),
      calibration: calibration.name,
      reliability: {
        before: reliabilityBins(labels, before, RELIABILITY_BINS),
        after: reliabilityBins(labels, after, RELIABILITY_BINS),
      },
      validAuc: best.validationAuc,
      bestEpoch: best.epoch,
      epochs: epochs as readonly EpochResult[],
      settings,
    };
  } finally {
    model.dispose();
  }
}

/** Everybody gets the share of ones among the rows that are learnt from. */
export function measureBaseRate({ train, test }: Pick<ClickParts, "train" | "test">) {
  const rate = mean(train.labels);
  const probabilities = new Float64Array(test.count).fill(rate);
  return { rate, ...measureProbabilities(test.labels, probabilities) };
}
