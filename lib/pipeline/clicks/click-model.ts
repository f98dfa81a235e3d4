/** The models of click prediction and the settings each is trained with, found on data of other sources. */
import type { Random } from "@/lib/random";
import type { DcnConfig } from "../ranking/dcn-model";
import { FactorizationMachine } from "../ranking/factorization-machine";
import { LogisticRegression } from "../ranking/logistic-regression";
import type { TabularModel } from "../ranking/tabular-model";
import { DropoutDcn } from "./dropout-dcn";

export const CLICK_MODELS = ["lr", "fm", "dcn"] as const;
export type ClickModelName = (typeof CLICK_MODELS)[number];

export type ClickSettings = {
  readonly learningRate: number;
  readonly batchSize: number;
  /** L2 on the rows of the packed tables; the other weights have none. */
  readonly embeddingDecay: number;
  readonly dropout: number;
  readonly embeddingSize: number;
  /** Standard deviation of the embeddings at the start; too small, and products of them learn nothing for epochs. */
  readonly embeddingDeviation: number;
  readonly crossLayers: number;
  readonly deepLayers: readonly number[];
  readonly maximumEpochs: number;
  /** The learning rate falls in a straight line to this share of itself in the last epoch; 1 keeps it. */
  readonly finalRateShare: number;
  /** Training ends after this many epochs in a row without an improvement. */
  readonly patience: number;
};

const COMMON = {
  batchSize: 2_048,
  embeddingSize: 10,
  embeddingDeviation: 0.05,
  finalRateShare: 0.02,
  patience: 2,
};
const SHALLOW = { dropout: 0, crossLayers: 0, deepLayers: [] };

export const CLICK_SETTINGS: Readonly<Record<ClickModelName, ClickSettings>> = {
  lr: { ...COMMON, ...SHALLOW, learningRate: 0.02, embeddingDecay: 1e-6, maximumEpochs: 15 },
  fm: { ...COMMON, ...SHALLOW, learningRate: 0.01, embeddingDecay: 3e-5, maximumEpochs: 15 },
  dcn: {
    ...COMMON,
    learningRate: 0.01,
    embeddingDecay: 4e-4,
    embeddingDeviation: 0.1,
    dropout: 0.2,
    crossLayers: 2,
    deepLayers: [128, 64],
    maximumEpochs: 20,
  },
};

/** Models that are averaged where quality counts more than time. Convex and nearly convex ones come out alike. */
export const MEASURED_MEMBERS: Readonly<Record<ClickModelName, number>> = { lr: 1, fm: 1, dcn: 3 };

export function createClickModel(
  name: ClickModelName,
  { embeddingSize, embeddingDeviation, crossLayers, deepLayers, dropout }: ClickSettings,
  { fields, tableRows }: { fields: number; tableRows: number },
  random: Random,
): TabularModel {
  // A table of clicks has no dense features; the models want one column at least, and it stays 0.
  const config = { tableRows, fields, embeddingSize, denseFeatures: 1, heads: 1, crossLayers, deepLayers };
  const model = createModel(name, config, dropout, random);
  const draws = random.fork("embeddings");
  for (const [weight, values] of model.dense.entries())
    if (weight === "table")
      for (let i = 0; i < values.length; i++) values[i] = draws.normal() * embeddingDeviation;
  return model;
}

function createModel(name: ClickModelName, config: DcnConfig, dropout: number, random: Random) {
  switch (name) {
    case "lr":
      return new LogisticRegression(config, random);
    case "fm":
      return new FactorizationMachine(config, random);
    case "dcn":
      return new DropoutDcn(config, dropout, random);
  }
}
