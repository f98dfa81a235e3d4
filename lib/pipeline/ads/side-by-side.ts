/**
 * Trains models in turns on the same rows: a block of steps each, so that their curves grow together and a cancel or a
 * pause finds all of them equally far. After some blocks each is measured on later rows; its best weights are kept.
 */
import type { Random } from "@/lib/random";
import { ClickTrainer, scoreClicks, type TrainerSettings } from "../clicks/click-trainer";
import { copyWeights, restoreWeights } from "../clicks/weight-optimizer";
import type { TabularModel } from "../ranking/tabular-model";
import type { Checkpoint } from "../types";
import type { AdTrainingPoint } from "./model-card";
import type { TrainedAdModelName } from "./names";

/** A model with its own rows: encoders differ (crosses), the order of the rows does not. */
export type Contestant = {
  readonly name: TrainedAdModelName;
  readonly model: TabularModel;
  readonly train: ClickRows;
  readonly validation: Omit<ClickRows, "labels">;
  readonly settings: TrainerSettings;
};
type ClickRows = ConstructorParameters<typeof ClickTrainer>[1];

/** What is measured between blocks: lower normalised entropy is better. */
export type Measure = (logits: Float32Array) => { normalizedEntropy: number; auc: number };

export type SideBySide = {
  readonly contestants: readonly Contestant[];
  readonly measure: Measure;
  /** Normalised entropy of the true probabilities on the validation rows. */
  readonly truth: number;
  readonly random: Random;
  readonly checkpoint: Checkpoint;
  onPoint(point: AdTrainingPoint): void;
};

const STEPS_PER_BLOCK = 8;
/** Measurements in one pass over the rows. */
const MEASUREMENTS_PER_EPOCH = 4;

class Lane {
  readonly trainer: ClickTrainer;
  seconds = 0;
  private lossSum = 0;
  private rows = 0;
  private best: { entropy: number; weights: Float32Array[] } | null = null;

  constructor(
    readonly contestant: Contestant,
    private readonly run: SideBySide,
  ) {
    const { model, train, settings } = contestant;
    // The same draws for all: every model sees the rows in the same order.
    this.trainer = new ClickTrainer(model, train, settings, run.random.fork("order"));
  }

  get steps(): number {
    return this.trainer.stepsPerEpoch * this.contestant.settings.maximumEpochs;
  }

  /** Up to `count` steps; returns a point of the curve. */
  advance(count: number): AdTrainingPoint {
    const start = performance.now();
    const goal = Math.min(this.steps, this.trainer.steps + count);
    while (this.trainer.steps < goal) {
      const { loss, rows } = this.trainer.step();
      this.lossSum += loss * rows;
      this.rows += rows;
    }
    this.seconds += (performance.now() - start) / 1000;
    const point = {
      model: this.contestant.name,
      step: this.trainer.steps,
      steps: this.steps,
      epoch: Math.ceil(this.trainer.steps / this.trainer.stepsPerEpoch),
      loss: this.lossSum / this.rows,
    };
    this.lossSum = 0;
    this.rows = 0;
    return point;
  }

  async measured(point: AdTrainingPoint): Promise<AdTrainingPoint> {
    const { model, validation } = this.contestant;
    const scores = await scoreClicks(model, validation, this.run.checkpoint);
    const measures = this.run.measure(scores);
    if (!this.best || measures.normalizedEntropy < this.best.entropy)
      this.best = { entropy: measures.normalizedEntropy, weights: copyWeights(model) };
    return { ...point, ...measures, truth: this.run.truth };
  }

  finish() {
    if (this.best) restoreWeights(this.contestant.model, this.best.weights);
  }
}

/** Seconds of training of each model, measuring not counted. @throws what the checkpoint throws. */
export async function trainSideBySide(run: SideBySide): Promise<Partial<Record<TrainedAdModelName, number>>> {
  const lanes = run.contestants.map((contestant) => new Lane(contestant, run));
  const longest = Math.max(0, ...lanes.map(({ steps }) => steps));
  const perEpoch = lanes[0]?.trainer.stepsPerEpoch ?? 1;
  const blocks = Math.max(1, Math.round(perEpoch / STEPS_PER_BLOCK / MEASUREMENTS_PER_EPOCH));
  for (let block = 1; (block - 1) * STEPS_PER_BLOCK < longest; block++) {
    const isLast = block * STEPS_PER_BLOCK >= longest;
    for (const lane of lanes) {
      const point = lane.advance(STEPS_PER_BLOCK);
      run.onPoint(isLast || block % blocks === 0 ? await lane.measured(point) : point);
      await run.checkpoint();
    }
  }
  for (const lane of lanes) lane.finish();
  return Object.fromEntries(lanes.map(({ contestant, seconds }) => [contestant.name, seconds]));
}
