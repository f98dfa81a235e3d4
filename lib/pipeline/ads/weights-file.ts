/** Which weights the ads models have, and the models of a stored file (../training/weights-file.ts). */
import { sigmoid } from "@/lib/evaluation/logit";
import type { AdsWorld } from "@/lib/worlds/ads/types";
import { categoricalSizes } from "@/lib/worlds/ads/write-features";
import {
  fillWeights,
  floatWeights,
  listTabularWeights,
  type NamedWeights,
  packWeights,
  tableWeights,
} from "../training/weights-file";
import type { Manifest } from "../training/weights-manifest";
import { CalibrationBook } from "./calibration-book";
import { AdEncoder, DEFAULT_ENCODER } from "./encoder";
import type { AdTrainOptions } from "./model-card";
import { createAdModel, hasCrosses } from "./models";
import { type AdModelName, TRAINED_AD_MODEL_NAMES, type TrainedAdModelName } from "./names";
import { emptyScales } from "./numeric-columns";
import { type AdPredictor, createBaseRate, createPredictor } from "./predictor";
import type { AdModels } from "./serving";
import { createAdTower, layOutTowers } from "./tower-features";
import { keptRateOf } from "./train";

const prefixOf = (name: TrainedAdModelName) => `${name}/`;

/** Numbers that are no weights: the base rates, then Platt's slope and intercept of each model. */
type Numbers = {
  readonly rates: Float32Array;
  readonly platt: Partial<Record<TrainedAdModelName, Float32Array>>;
};

function listWeights(
  { tower, predictors }: Pick<AdModels, "tower" | "predictors">,
  numbers: Numbers,
): NamedWeights[] {
  const { dimension } = tower.config;
  const ofModels = TRAINED_AD_MODEL_NAMES.flatMap((name) => {
    const trained = predictors[name]?.trained;
    if (!trained) return [];
    const { means, deviations } = trained.encoder.scales;
    return [
      ...listTabularWeights(prefixOf(name), trained.model),
      floatWeights(`${prefixOf(name)}means`, means),
      floatWeights(`${prefixOf(name)}deviations`, deviations),
      floatWeights(`${prefixOf(name)}platt`, numbers.platt[name] ?? Float32Array.of(1, 0)),
    ];
  });
  return [
    tableWeights("two-tower/requests", tower.userTable.weights, dimension),
    tableWeights("two-tower/ads", tower.itemTable.weights, dimension),
    floatWeights("rates", numbers.rates),
    ...ofModels,
  ];
}

const NO_ROWS = { count: 1, codes: new Int32Array(64), numbers: new Float32Array(64) };

export function packAdModels(models: AdModels) {
  const { predictors, calibrations, baseRate } = models;
  const sampledRate = sigmoid(predictors["base-rate"]?.score(NO_ROWS)[0] ?? 0);
  const platt = Object.fromEntries(
    TRAINED_AD_MODEL_NAMES.flatMap((name) => {
      const fit = calibrations.plattOf(name);
      return fit ? [[name, Float32Array.of(fit.slope, fit.intercept)]] : [];
    }),
  );
  return packWeights(listWeights(models, { rates: Float32Array.of(baseRate, sampledRate), platt }));
}

/** The models of a packed file. @throws an AppError when the file does not fit. */
export function unpackAdModels(
  world: AdsWorld,
  options: Required<AdTrainOptions>,
  manifest: Manifest,
  bytes: ArrayBuffer,
): AdModels {
  const sizes = categoricalSizes(world);
  const keptRate = keptRateOf(options);
  const predictors: Partial<Record<AdModelName, AdPredictor>> = {};
  const platt: Partial<Record<TrainedAdModelName, Float32Array>> = {};
  for (const name of TRAINED_AD_MODEL_NAMES) {
    if (!manifest.tensors.some((tensor) => tensor.name.startsWith(prefixOf(name)))) continue;
    const encoderOptions = { ...DEFAULT_ENCODER, hashBits: options.hashBits, crosses: hasCrosses(name) };
    const encoder = new AdEncoder(sizes, encoderOptions, emptyScales());
    const model = createAdModel(name, encoder.shape, options.embeddingSize, null);
    predictors[name] = createPredictor(name, model, encoder, keptRate);
    platt[name] = new Float32Array(2);
  }
  const tower = createAdTower(layOutTowers(sizes), null);
  const rates = new Float32Array(2);
  fillWeights(listWeights({ tower, predictors }, { rates, platt }), manifest, bytes);
  const calibrations = new CalibrationBook(world);
  for (const name of TRAINED_AD_MODEL_NAMES) {
    const [slope, intercept] = platt[name] ?? [];
    if (slope !== undefined && intercept !== undefined) calibrations.setPlatt(name, { slope, intercept });
  }
  predictors["base-rate"] = createBaseRate(rates[1] as number, keptRate);
  return { options, predictors, tower, calibrations, baseRate: rates[0] as number };
}
