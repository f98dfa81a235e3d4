/** The models on the test days, every impression kept, beside what the true probabilities reach on the same rows. */
import { expectedExcess } from "@/lib/evaluation/classification";
import type { AdsWorld } from "@/lib/worlds/ads/types";
import type { Checkpoint } from "../types";
import type { CalibrationBook } from "./calibration-book";
import type { AdLadder, AdLadderRow } from "./model-card";
import { AD_MODEL_NAMES, type AdModelName, type CalibrationName } from "./names";
import { planAdDays } from "./plan";
import { type AdPredictor, correctedLogit } from "./predictor";
import { measureQuality } from "./quality";
import { firstRowOf, type RawRows, readRows, rowsBetween, trueClicks } from "./rows";
import type { AdModels } from "./serving";

export type TestRows = { readonly rows: RawRows; readonly truth: Float64Array };

export function readTestRows(world: AdsWorld): TestRows {
  const { calibrationEnd, testEnd } = planAdDays(world);
  const rows = readRows(world, rowsBetween(world, calibrationEnd, testEnd));
  return { rows, truth: trueClicks(world, rows.rows) };
}

/** What the auction would use for each row: sampling undone and calibrated, as asked. */
export async function predictRows(
  predictor: AdPredictor,
  book: CalibrationBook,
  rows: RawRows,
  wanted: { readonly calibration: CalibrationName; readonly negativeCorrection: boolean },
  checkpoint: Checkpoint,
): Promise<Float64Array> {
  await book.prepare(predictor, wanted.calibration, checkpoint);
  const calibrate = book.calibrationOf(predictor.name, wanted.calibration);
  const logits = await predictor.scoreMany(rows, checkpoint);
  return Float64Array.from(logits, (logit) =>
    calibrate(correctedLogit(logit, predictor.keptRate, wanted.negativeCorrection)),
  );
}

export async function measureLadder(
  world: AdsWorld,
  { predictors, calibrations, options, baseRate }: AdModels,
  seconds: Partial<Record<AdModelName, number>>,
  checkpoint: Checkpoint,
): Promise<AdLadder> {
  const { rows, truth } = readTestRows(world);
  const wanted = { calibration: options.calibration, negativeCorrection: true };
  const ideal = measureQuality(rows.labels, truth, baseRate);
  const ladder: AdLadderRow[] = [];
  for (const model of AD_MODEL_NAMES) {
    const predictor = predictors[model];
    if (!predictor) continue;
    const predictions = await predictRows(predictor, calibrations, rows, wanted, checkpoint);
    const quality = measureQuality(rows.labels, predictions, baseRate);
    ladder.push({
      model,
      ...quality,
      parameters: predictor.parameters,
      seconds: seconds[model] ?? 0,
      overTruth: quality.logLoss / ideal.logLoss - 1,
      expectedOverTruth: expectedExcess(truth, predictions),
      calibration: model === "base-rate" ? "none" : options.calibration,
    });
    await checkpoint();
  }
  const trainImpressions = firstRowOf(world, planAdDays(world).trainEnd);
  const trainClicks = Math.round(baseRate * trainImpressions);
  return {
    rows: ladder,
    truth: ideal,
    testRows: rows.count,
    testClicks: rows.labels.reduce((sum, label) => sum + label, 0),
    trainRows: Math.round(trainClicks + (trainImpressions - trainClicks) * options.negativeRate),
    trainImpressions,
  };
}
