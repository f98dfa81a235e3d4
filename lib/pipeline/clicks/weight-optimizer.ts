/** Adam on all weights of a model with L2 on its tables alone, and copies of the weights to go back to. */
import { TABLE_NAMES, type TabularModel } from "../ranking/tabular-model";
import { adamUpdate, correctedRate, createMoments } from "../training/adam";

export class WeightOptimizer {
  private readonly weights: {
    values: Float32Array;
    moments: ReturnType<typeof createMoments>;
    decay: number;
  }[];
  private step = 0;

  constructor(
    private readonly model: TabularModel,
    tableDecay: number,
  ) {
    this.weights = model.dense.entries().map(([name, values]) => ({
      values,
      moments: createMoments(values.length),
      decay: TABLE_NAMES.includes(name) ? tableDecay : 0,
    }));
  }

  /** One step; gradients in the order of `model.dense.entries()`. */
  update(gradients: readonly Float32Array[], learningRate: number) {
    const rate = correctedRate(learningRate, ++this.step);
    for (const [i, { values, moments, decay }] of this.weights.entries()) {
      const gradient = gradients[i];
      if (gradient) adamUpdate(values, moments, gradient, 0, 0, values.length, rate, decay);
    }
    this.model.dense.release();
  }
}

export const copyWeights = (model: TabularModel): Float32Array[] =>
  model.dense.entries().map(([, values]) => values.slice());

/** Puts back what `copyWeights` gave. */
export function restoreWeights(model: TabularModel, copies: readonly Float32Array[]) {
  for (const [i, [, values]] of model.dense.entries().entries()) values.set(copies[i] as Float32Array);
  model.dense.release();
}
