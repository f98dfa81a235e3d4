/**
 * Trains the models of the ads pipeline on the first days of the log: the rungs of the ladder side by side, then the two
 * towers. Calibration layers are fitted on a later day. Nothing here reads the truth but to draw it beside the curves.
 */

import { auc, weightedNormalizedEntropy } from "@/lib/evaluation/classification";
import { sigmoid } from "@/lib/evaluation/logit";
import { createRandom, type Random } from "@/lib/random";
import { runningAds } from "@/lib/worlds/ads/targeting";
import type { AdsWorld } from "@/lib/worlds/ads/types";
import { requestAt } from "@/lib/worlds/ads/visits";
import { categoricalSizes } from "@/lib/worlds/ads/write-features";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import type { Checkpoint } from "../types";
import { pairFeatures } from "./ad-shelf";
import { CalibrationBook } from "./calibration-book";
import { type AdEncoder, DEFAULT_ENCODER, learnEncoder } from "./encoder";
import type { AdTrainingPoint, AdTrainOptions } from "./model-card";
import { AD_MODEL_SETTINGS, createAdModel, hasCrosses, meanLabel, startAtRate } from "./models";
import type { AdModelName, TrainedAdModelName } from "./names";
import { planAdDays } from "./plan";
import { type AdPredictor, correctedLogit, createBaseRate, createPredictor } from "./predictor";
import { keepNegatives, type RawRows, readRows, rowsBetween, trueClicks } from "./rows";
import { type AdModels, LIGHT_RANKER } from "./serving";
import { type Contestant, trainSideBySide } from "./side-by-side";
import { layOutTowers } from "./tower-features";
import { measureTowerRecall, trainAdTower } from "./train-ad-tower";

const BATCH_SIZE = 512;
const FINAL_RATE = 0.05;
/** Negatives of the calibration day that the curves are measured on; each counts for all. */
const VALIDATION_NEGATIVES = 0.1;
const RECALL_AT = 100;

export type AdTrainingRun = {
  readonly world: AdsWorld;
  readonly options: Required<AdTrainOptions>;
  readonly checkpoint: Checkpoint;
  onPoint(point: AdTrainingPoint): void;
};
export type AdTrainingResult = {
  readonly models: AdModels;
  readonly seconds: Partial<Record<AdModelName, number>>;
  readonly retrievalRecall: { at100: number; chance: number; seconds: number };
};

export const clickRateOf = (labels: Int32Array) =>
  labels.reduce((sum, label) => sum + label, 0) / labels.length;

/** Share of negatives that the predictions have to be corrected for. */
export const keptRateOf = ({ correction, negativeRate }: Required<AdTrainOptions>): number =>
  correction === "formula" ? negativeRate : 1;

/** What the curves are measured on: rows of the calibration day and how many rows each stands for. */
function validationOf(world: AdsWorld, random: Random) {
  const { trainEnd, calibrationEnd } = planAdDays(world);
  const all = rowsBetween(world, trainEnd, calibrationEnd);
  const rows = readRows(world, keepNegatives(world, all, VALIDATION_NEGATIVES, random));
  const weights = Float32Array.from(rows.labels, (label) => (label === 1 ? 1 : 1 / VALIDATION_NEGATIVES));
  return {
    rows,
    weights,
    truth: weightedNormalizedEntropy(rows.labels, trueClicks(world, rows.rows), weights),
  };
}

/** One encoder for the models without crosses, one for that with them. */
export function createEncoders(world: AdsWorld, train: RawRows, hashBits: number) {
  const sizes = categoricalSizes(world);
  const learn = (crosses: boolean) => learnEncoder(sizes, { ...DEFAULT_ENCODER, hashBits, crosses }, train);
  const plain = learn(false);
  const crossed = learn(true);
  return (name: TrainedAdModelName): AdEncoder => (hasCrosses(name) ? crossed : plain);
}

type Lanes = {
  readonly contestants: readonly Contestant[];
  readonly encoderOf: (name: TrainedAdModelName) => AdEncoder;
};

function createLanes(run: AdTrainingRun, train: RawRows, validation: RawRows, random: Random): Lanes {
  const { options, world } = run;
  const encoderOf = createEncoders(world, train, options.hashBits);
  const names = [...new Set<TrainedAdModelName>([LIGHT_RANKER, ...options.models])];
  const weights =
    options.correction === "weights"
      ? Float32Array.from(train.labels, (label) => (label === 1 ? 1 : 1 / options.negativeRate))
      : undefined;
  const contestants = names.map((name): Contestant => {
    const encoder = encoderOf(name);
    const { rateFactor, embeddingDecay, matrixDecay } = AD_MODEL_SETTINGS[name];
    const model = createAdModel(name, encoder.shape, options.embeddingSize, random.fork(name));
    startAtRate(model, meanLabel(train.labels, weights));
    return {
      name,
      model,
      train: { ...encoder.encode(train), labels: train.labels, ...(weights ? { weights } : {}) },
      validation: encoder.encode(validation),
      settings: {
        learningRate: options.learningRate * rateFactor,
        batchSize: BATCH_SIZE,
        embeddingDecay,
        matrixDecay,
        maximumEpochs: options.epochs,
        finalRateShare: FINAL_RATE,
      },
    };
  });
  return { contestants, encoderOf };
}

async function trainLadder(run: AdTrainingRun, random: Random) {
  const { world, options, checkpoint, onPoint } = run;
  const { trainEnd } = planAdDays(world);
  const all = rowsBetween(world, 0, trainEnd);
  const train = readRows(world, keepNegatives(world, all, options.negativeRate, random.fork("negatives")));
  const validation = validationOf(world, random.fork("validation"));
  await checkpoint();
  const { contestants, encoderOf } = createLanes(run, train, validation.rows, random.fork("models"));
  const keptRate = keptRateOf(options);
  try {
    const seconds = await trainSideBySide({
      contestants,
      truth: validation.truth,
      random,
      checkpoint,
      onPoint,
      measure: (logits) => ({
        auc: auc(validation.rows.labels, logits),
        normalizedEntropy: weightedNormalizedEntropy(
          validation.rows.labels,
          logits.map((logit) => sigmoid(correctedLogit(logit, keptRate, true))),
          validation.weights,
        ),
      }),
    });
    const predictors: Partial<Record<AdModelName, AdPredictor>> = {
      "base-rate": createBaseRate(clickRateOf(train.labels), keptRate),
    };
    for (const { name, model } of contestants)
      predictors[name] = createPredictor(name, model, encoderOf(name), keptRate);
    const baseRate = all.reduce((sum, row) => sum + (world.log.clicked[row] as number), 0) / all.length;
    return { predictors, seconds, baseRate };
  } catch (error) {
    // A cancelled training leaves no tensors behind.
    for (const { model } of contestants) model.dispose();
    throw error;
  }
}

/** Clicks of a span of days, and their ads as rows of `ads`; clicks on ads that are not among them are left out. */
function clicksOn(world: AdsWorld, from: number, to: number, ads: Int32Array) {
  const rowOf = new Map(Array.from(ads, (ad, row) => [ad, row]));
  const clicked = rowsBetween(world, from, to).filter(
    (row) => world.log.clicked[row] === 1 && rowOf.has(world.log.creative[row] as number),
  );
  const clickedAds = clicked.map((row) => rowOf.get(world.log.creative[row] as number) as number);
  return { clicks: readRows(world, clicked), clickedAds };
}

/** Trains the towers on the first days and measures them on the calibration day. */
async function trainTower(run: AdTrainingRun, random: Random) {
  const { world, options, checkpoint, onPoint } = run;
  const { trainEnd, calibrationEnd } = planAdDays(world);
  const layouts = layOutTowers(categoricalSizes(world));
  const sample = requestAt(world.requests, 0);
  const shownAds = runningAds(world.catalogue, 0, trainEnd);
  const laterAds = runningAds(world.catalogue, trainEnd, calibrationEnd);
  const later = clicksOn(world, trainEnd, calibrationEnd, laterAds);
  const laterFeatures = pairFeatures(world, sample, laterAds);
  const measure = (model: TwoTowerModel) =>
    measureTowerRecall(model, layouts, later.clicks, later.clickedAds, laterFeatures, RECALL_AT);
  const start = performance.now();
  const tower = await trainAdTower({
    layouts,
    ...clicksOn(world, 0, trainEnd, shownAds),
    ads: pairFeatures(world, sample, shownAds),
    epochs: options.twoTowerEpochs,
    random,
    checkpoint,
    onPoint,
    measure,
  });
  const seconds = (performance.now() - start) / 1000;
  const chance = Math.min(1, RECALL_AT / Math.max(1, laterAds.length));
  return { tower, retrievalRecall: { at100: measure(tower), chance, seconds } };
}

/** @throws what the checkpoint throws; then no tensor is left. */
export async function trainAdModels(run: AdTrainingRun): Promise<AdTrainingResult> {
  const { world, options, checkpoint } = run;
  const random = createRandom(options.seed).fork("ads-training");
  const { tower, retrievalRecall } = await trainTower(run, random.fork("two-tower"));
  const { predictors, seconds, baseRate } = await trainLadder(run, random.fork("ladder"));
  const calibrations = new CalibrationBook(world);
  for (const predictor of Object.values(predictors))
    await calibrations.prepare(predictor, "platt", checkpoint);
  return { models: { options, predictors, tower, calibrations, baseRate }, seconds, retrievalRecall };
}
