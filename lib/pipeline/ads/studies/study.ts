/**
 * What all studies share: rows of the days that train and of those that judge, and a quick fit of one of the models on
 * an encoded table. Every figure is measured on whole later days, beside the truth on the same rows.
 */
import { sigmoid } from "@/lib/evaluation/logit";
import { createRandom } from "@/lib/random";
import type { AdsWorld } from "@/lib/worlds/ads/types";
import { categoricalSizes } from "@/lib/worlds/ads/write-features";
import type { ClickTable } from "../../clicks/click-table";
import { ClickTrainer, scoreClicks } from "../../clicks/click-trainer";
import type { TabularModel } from "../../ranking/tabular-model";
import type { Checkpoint } from "../../types";
import { type AdEncoder, DEFAULT_ENCODER, type EncoderOptions, learnEncoder } from "../encoder";
import { readTestRows, type TestRows } from "../ladder";
import type { AdQuality } from "../model-card";
import {
  AD_MODEL_SETTINGS,
  createAdModel,
  hasCrosses,
  type InputShape,
  meanLabel,
  startAtRate,
} from "../models";
import type { TrainedAdModelName } from "../names";
import { planAdDays } from "../plan";
import { correctedLogit } from "../predictor";
import { measureQuality } from "../quality";
import {
  firstRowOf,
  keepNegatives,
  type RawFeatures,
  type RawRows,
  readRows,
  rowsBetween,
  thinRows,
  trueClicks,
} from "../rows";

export type StudyContext = {
  readonly checkpoint: Checkpoint;
  report(activity: string, fraction: number): void;
};
/** Settings that every study of small models takes. */
export type Studied = { readonly model: TrainedAdModelName; readonly rows: number; readonly seed: number };

const HASH_BITS = 14;
const EMBEDDING_SIZE = 8;
const LEARNING_RATE = 0.01;
const BATCH_SIZE = 512;
export const STUDY_EPOCHS = 3;

export class StudyWorld {
  private test: TestRows | null = null;
  readonly baseRate: number;

  constructor(readonly world: AdsWorld) {
    this.baseRate = this.clickRate(0, planAdDays(world).trainEnd);
  }

  /** Click rate of all impressions of a span of days. */
  clickRate(from: number, to: number): number {
    const rows = rowsBetween(this.world, from, to);
    return (
      rows.reduce((sum, row) => sum + (this.world.log.clicked[row] as number), 0) / Math.max(1, rows.length)
    );
  }

  /** Rows of the days that judge. */
  testRows(): TestRows {
    this.test ??= readTestRows(this.world);
    return this.test;
  }

  truth(): AdQuality {
    const { rows, truth } = this.testRows();
    return this.judge(rows, truth);
  }

  judge({ labels }: Pick<RawRows, "labels">, predictions: ArrayLike<number>): AdQuality {
    return measureQuality(labels, predictions, this.baseRate);
  }

  /** The same for rows of which negatives were thrown away: the base rate is their own. */
  judgeSample(
    { labels, count }: Pick<RawRows, "labels" | "count">,
    predictions: ArrayLike<number>,
  ): AdQuality {
    return measureQuality(labels, predictions, labels.reduce((sum, label) => sum + label, 0) / count);
  }

  /** Share of the negatives of the days that is kept for about `limit` rows. */
  keptRate(from: number, to: number, limit: number): number {
    const all = firstRowOf(this.world, to) - firstRowOf(this.world, from);
    return Math.min(1, limit / Math.max(1, all));
  }

  /** Every click of the days and about `limit` rows in all; `keptRate` is the share of negatives among them. */
  trainingRows(from: number, to: number, { rows: limit, seed }: Studied) {
    const all = rowsBetween(this.world, from, to);
    const keptRate = this.keptRate(from, to, limit);
    const kept = keepNegatives(this.world, all, keptRate, createRandom(seed).fork(`negatives/${from}/${to}`));
    return { rows: readRows(this.world, kept), keptRate };
  }

  /** At most `limit` rows of the days, evenly spread, with their truth. */
  judgedRows(from: number, to: number, limit: number): TestRows {
    const rows = readRows(this.world, thinRows(rowsBetween(this.world, from, to), limit));
    return { rows, truth: trueClicks(this.world, rows.rows) };
  }

  encoderFor(
    model: TrainedAdModelName,
    train: RawFeatures,
    options: Partial<EncoderOptions> = {},
  ): AdEncoder {
    const all = { ...DEFAULT_ENCODER, hashBits: HASH_BITS, crosses: hasCrosses(model), ...options };
    return learnEncoder(categoricalSizes(this.world), all, train);
  }
}

export type Fitted = {
  readonly seconds: number;
  readonly parameters: number;
  readonly model: TabularModel;
  /** Probabilities in the space of all rows. */
  predict(rows: Pick<ClickTable, "count" | "fieldRows" | "dense">): Promise<Float64Array>;
};

export type FitOptions = {
  readonly name: TrainedAdModelName;
  readonly shape: InputShape;
  readonly train: ClickTable;
  readonly keptRate: number;
  readonly seed: number;
  readonly epochs?: number;
  /** Goes on with this model instead of a new one. */
  readonly model?: TabularModel;
};

/** Tensors are freed when it is over; the weights stay. @throws what the checkpoint throws. */
export async function fitModel(
  options: FitOptions,
  { checkpoint }: Pick<StudyContext, "checkpoint">,
): Promise<Fitted> {
  const { name, shape, train, keptRate, seed, epochs = STUDY_EPOCHS } = options;
  const start = performance.now();
  const random = createRandom(seed).fork(`study/${name}`);
  const model = options.model ?? createAdModel(name, shape, EMBEDDING_SIZE, random.fork("model"));
  if (!options.model) startAtRate(model, meanLabel(train.labels, train.weights));
  const { rateFactor, embeddingDecay, matrixDecay } = AD_MODEL_SETTINGS[name];
  const settings = {
    learningRate: LEARNING_RATE * rateFactor,
    batchSize: BATCH_SIZE,
    embeddingDecay,
    matrixDecay,
    maximumEpochs: epochs,
    finalRateShare: 0.05,
  };
  const trainer = new ClickTrainer(model, train, settings, random.fork("order"));
  try {
    for (let step = 0; step < trainer.stepsPerEpoch * epochs; step++) {
      trainer.step();
      await checkpoint();
    }
  } finally {
    model.dispose();
  }
  return {
    seconds: (performance.now() - start) / 1000,
    parameters: model.parameterCount,
    model,
    async predict(rows) {
      const logits = await scoreClicks(model, rows, checkpoint);
      model.dispose();
      return Float64Array.from(logits, (logit) => sigmoid(correctedLogit(logit, keptRate, true)));
    },
  };
}

/** An encoded table with its labels. */
export const tableOf = (encoder: AdEncoder, rows: RawRows, labels: Int32Array = rows.labels): ClickTable => ({
  ...encoder.encode(rows),
  labels,
});
