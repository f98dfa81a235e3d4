/** The models of the ladder and what each is trained with, found on a world of another seed. */
import type { Random } from "@/lib/random";
import { DropoutDcn } from "../clicks/dropout-dcn";
import { createTabularModel } from "../ranking/create-tabular-model";
import type { DcnConfig } from "../ranking/dcn-model";
import type { TabularModelName } from "../ranking/model-names";
import type { TabularModel } from "../ranking/tabular-model";
import type { TrainedAdModelName } from "./names";

export type AdModelSettings = {
  /** Times the learning rate of the training. */
  readonly rateFactor: number;
  /** L2 on the rows of the packed tables. */
  readonly embeddingDecay: number;
  /** L2 on the matrices of cross and deep layers: most pairs of features have nothing to say. */
  readonly matrixDecay: number;
  readonly embeddingDeviation: number;
  readonly dropout: number;
  readonly crossLayers: number;
  readonly deepLayers: readonly number[];
};

export const AD_MODEL_SETTINGS: Readonly<Record<TrainedAdModelName, AdModelSettings>> = {
  "logistic-regression": shallow(2, 3e-4),
  "logistic-regression-crosses": shallow(2, 3e-4),
  fm: { ...shallow(1, 5e-4), embeddingDeviation: 0.2 },
  mlp: { ...shallow(1, 5e-4), embeddingDeviation: 0.2, deepLayers: [64, 32] },
  "dcn-v2": {
    ...shallow(1.5, 5e-4),
    matrixDecay: 2e-4,
    embeddingDeviation: 0.4,
    dropout: 0.3,
    crossLayers: 2,
    deepLayers: [64],
  },
};

function shallow(rateFactor: number, embeddingDecay: number): AdModelSettings {
  return {
    rateFactor,
    embeddingDecay,
    matrixDecay: 0,
    embeddingDeviation: 0,
    dropout: 0,
    crossLayers: 0,
    deepLayers: [],
  };
}

/** Which of the shared models a rung is. */
const KIND: Readonly<Record<TrainedAdModelName, TabularModelName>> = {
  "logistic-regression": "logistic-regression",
  "logistic-regression-crosses": "logistic-regression",
  fm: "fm",
  mlp: "mlp",
  "dcn-v2": "dcn-v2",
};

export const hasCrosses = (name: TrainedAdModelName) => name === "logistic-regression-crosses";

/** What a model has to know of its encoder. */
export type InputShape = {
  readonly fields: number;
  readonly tableRows: number;
  readonly denseFeatures: number;
};

/**
 * Cross layers begin by crossing nothing: of a hundred and fifty pairs of features some ten matter, and with a few thousand
 * clicks it takes long to unlearn the others. Learning is not stopped by the zeros, since x0 and the heads are none.
 */
function clearCrosses(model: TabularModel) {
  for (const [weight, values] of model.dense.entries()) if (/^cross\/\d+$/.test(weight)) values.fill(0);
}

/** The bias of a linear part, and that of the heads. */
const BIASES = ["bias", "heads-bias"];

/** A model that has learnt nothing else says the rate of its rows; from one half it would first have to fall to it. */
export function startAtRate(model: TabularModel, rate: number) {
  for (const [weight, values] of model.dense.entries())
    if (BIASES.includes(weight)) values.fill(Math.log(rate / (1 - rate)));
}

/** Mean label of rows; each counts by its weight where there are weights. */
export function meanLabel(labels: ArrayLike<number>, weights?: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights?.[i] ?? 1;
    sum += weight * (labels[i] as number);
    total += weight;
  }
  return Math.min(0.99, Math.max(1e-5, sum / Math.max(1, total)));
}

/** `random` null leaves all weights at zero, for a loader to fill. */
export function createAdModel(
  name: TrainedAdModelName,
  { fields, tableRows, denseFeatures }: InputShape,
  embeddingSize: number,
  random: Random | null,
): TabularModel {
  const { crossLayers, deepLayers, dropout, embeddingDeviation } = AD_MODEL_SETTINGS[name];
  const config: DcnConfig = {
    tableRows,
    fields,
    embeddingSize,
    denseFeatures,
    heads: 1,
    crossLayers,
    deepLayers,
  };
  const weights = random?.fork("weights") ?? null;
  const isDropout = random !== null && dropout > 0;
  const model = isDropout
    ? new DropoutDcn(config, dropout, random)
    : createTabularModel(KIND[name], config, weights);
  if (random) clearCrosses(model);
  if (random && embeddingDeviation > 0) {
    const draws = random.fork("embeddings");
    for (const [weight, values] of model.dense.entries())
      if (weight === "table")
        for (let i = 0; i < values.length; i++) values[i] = draws.normal() * embeddingDeviation;
  }
  return model;
}
