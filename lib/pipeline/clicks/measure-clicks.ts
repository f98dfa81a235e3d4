/**
 * A click model from three files: learnt on the first, stopped and calibrated on the second, measured on the third,
 * which decides nothing.
 */
import { auc, expectedCalibrationError, logLoss, normalizedEntropy } from "@/lib/evaluation/classification";
import { createRandom } from "@/lib/random";
import type { BadRow } from "../data-sets/read-ratings";
import { sigmoid } from "../ranking/masked-cross-entropy";
import type { Checkpoint } from "../types";
import { chooseCalibration } from "./choose-calibration";
import { CLICK_SETTINGS, type ClickModelName, createClickModel } from "./click-model";
import { type ReadClicks, readOtherClicks, readTrainingClicks } from "./click-table";
import { scoreClicks } from "./click-trainer";
import { trainClickModel } from "./train-click-model";

/** Bad rows that are told in full, of each file. */
const SHOWN_BAD_ROWS = 100;
const ECE_BINS = 10;

export type MeasureContext = {
  readonly checkpoint: Checkpoint;
  report(activity: string, fraction: number): void;
};
export type ClickFiles = { readonly train: Blob; readonly valid: Blob; readonly test: Blob };

async function readAll(files: ClickFiles, { checkpoint, report }: MeasureContext) {
  const contextOf = (name: string, file: Blob) => ({
    checkpoint,
    onBytes: (bytes: number) => report(`Reading ${name}`, bytes / Math.max(1, file.size)),
  });
  const source = (name: keyof ClickFiles) => ({ file: files[name], name });
  const train = await readTrainingClicks(source("train"), contextOf("train", files.train));
  const other = (name: "valid" | "test") =>
    readOtherClicks(source(name), train.encoding, contextOf(name, files[name]));
  return { train, valid: await other("valid"), test: await other("test"), encoding: train.encoding };
}

const describeBad = (file: string, { bad }: ReadClicks) => ({
  file,
  count: bad.count,
  rows: bad.rows.slice(0, SHOWN_BAD_ROWS) as BadRow[],
});

/** Log loss, normalised entropy and calibration error of probabilities. The base rate is that of the measured rows. */
const measureProbabilities = (labels: Int32Array, probabilities: ArrayLike<number>) => ({
  logLoss: logLoss(labels, probabilities),
  normalizedEntropy: normalizedEntropy(labels, probabilities),
  ece: expectedCalibrationError(labels, probabilities, ECE_BINS),
});

export async function measureClicks(
  files: ClickFiles,
  modelName: ClickModelName,
  seed: number,
  context: MeasureContext,
) {
  const start = performance.now();
  const { train, valid, test, encoding } = await readAll(files, context);
  const readSeconds = (performance.now() - start) / 1000;
  const settings = CLICK_SETTINGS[modelName];
  const random = createRandom(seed);
  const model = createClickModel(modelName, settings, encoding, random.fork("model"));
  try {
    const { epochs, best } = await trainClickModel(
      model,
      train.table,
      valid.table,
      settings,
      random.fork("order"),
      context,
    );
    const validScores = await scoreClicks(model, valid.table, context.checkpoint);
    const calibration = chooseCalibration(valid.table.labels, validScores);
    const trainSeconds = (performance.now() - start) / 1000 - readSeconds;
    const scores = await scoreClicks(model, test.table, context.checkpoint);
    const { labels } = test.table;
    return {
      rows: train.table.count,
      validRows: valid.table.count,
      testRows: test.table.count,
      params: model.parameterCount,
      readSeconds,
      trainSeconds,
      auc: auc(labels, scores),
      ...measureProbabilities(labels, Float64Array.from(scores, calibration.calibrate)),
      uncalibrated: measureProbabilities(labels, Float64Array.from(scores, sigmoid)),
      calibration: calibration.name,
      validAuc: best.validationAuc,
      bestEpoch: best.epoch,
      epochs: epochs.length,
      fields: encoding.fields,
      tableRows: encoding.tableRows,
      numericFields: [...encoding.numericFields],
      settings,
      bad: [describeBad("train", train), describeBad("valid", valid), describeBad("test", test)],
    };
  } finally {
    model.dispose();
  }
}
