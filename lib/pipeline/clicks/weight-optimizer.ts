/** Adam on all weights of a model with one strength of L2 on its tables and another on its matrices, and copies of the weights. */
import { TABLE_NAMES, type TabularModel } from "../ranking/tabular-model";
import { adamUpdate, correctedRate, createMoments } from "../training/adam";

/** Weights of cross and deep layers, biases not counted. */
const isMatrix = (name: string) => /^(cross|deep)\/\d+$/.test(name);

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
    matrixDecay = 0,
  ) {
    this.weights = model.dense.entries().map(([name, values]) => ({
      values,
      moments: createMoments(values.length),
      decay: TABLE_NAMES.includes(name) ? tableDecay : isMatrix(name) ? matrixDecay : 0,
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
