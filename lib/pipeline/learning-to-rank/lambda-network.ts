/**
 * LambdaRank (Burges, Ragno & Le, 2006): a small network whose scores are pushed by the lambda forces of gradients.ts.
 * Features are standardised, go through two hidden layers, and reach the score by a straight line as well; the forces
 * come from plain arrays, what they do to the weights from tfjs.
 */
import type { Random } from "@/lib/random";
import {
  add,
  customGrad,
  matMul,
  relu,
  scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor2d,
  tidy,
  valueAndGrads,
} from "../backend/tfjs";
import { DenseParameters, type DenseShape } from "../training/dense-parameters";

export type NetworkConfig = {
  readonly width: number;
  /** Hidden layers; none leaves the straight line. */
  readonly hidden: readonly number[];
};

/** Weights of one layer: [inputs, outputs] and [outputs]. */
type Layer = { readonly weights: Float32Array; readonly bias: Float32Array };

function shapesOf({ width, hidden }: NetworkConfig): DenseShape[] {
  const shapes: DenseShape[] = [];
  let inputs = width;
  hidden.forEach((outputs, layer) => {
    shapes.push(
      { name: `hidden/${layer}`, shape: [inputs, outputs], init: "glorot" },
      { name: `hidden/${layer}-bias`, shape: [outputs], init: "zeros" },
    );
    inputs = outputs;
  });
  if (hidden.length > 0) shapes.push({ name: "out", shape: [inputs, 1], init: "glorot" });
  shapes.push({ name: "line", shape: [width, 1], init: "zeros" });
  return shapes;
}

/** Means and deviations of the columns of a row-major [rows, width]; a constant column has deviation 1. */
export function columnStatistics(features: Float32Array, width: number) {
  const rows = Math.max(1, features.length / width);
  const means = new Float32Array(width);
  const deviations = new Float32Array(width);
  for (let k = 0; k < width; k++) {
    let sum = 0;
    let square = 0;
    for (let at = k; at < features.length; at += width) {
      const value = features[at] as number;
      sum += value;
      square += value * value;
    }
    means[k] = sum / rows;
    const variance = square / rows - (sum / rows) ** 2;
    deviations[k] = variance > 1e-9 ? Math.sqrt(variance) : 1;
  }
  return { means, deviations };
}

export class LambdaNetwork {
  readonly dense: DenseParameters;
  readonly means: Float32Array;
  readonly deviations: Float32Array;

  /** `random` null leaves all weights at zero, for a loader to fill. */
  constructor(
    readonly config: NetworkConfig,
    random: Random | null,
  ) {
    this.dense = new DenseParameters(shapesOf(config), random);
    this.means = new Float32Array(config.width);
    this.deviations = new Float32Array(config.width).fill(1);
  }

  get parameterCount(): number {
    return this.dense.size;
  }

  /** [rows, width] in units of deviations from the mean. */
  standardise(features: Float32Array): Float32Array {
    const { means, deviations } = this;
    const { width } = this.config;
    return features.map(
      (value, i) => (value - (means[i % width] as number)) / (deviations[i % width] as number),
    );
  }

  private forward(x: Tensor2D, weights: readonly Tensor[]): Tensor2D {
    const line = matMul(x, weights[weights.length - 1] as Tensor2D); // [rows, 1]
    if (this.config.hidden.length === 0) return line as Tensor2D;
    let y: Tensor = x;
    this.config.hidden.forEach((_, layer) => {
      y = relu(
        add(matMul(y as Tensor2D, weights[2 * layer] as Tensor2D), weights[2 * layer + 1] as Tensor1D),
      );
    });
    return add(matMul(y as Tensor2D, weights[weights.length - 2] as Tensor2D), line) as Tensor2D;
  }

  /**
   * One Adam step on standardised rows. `forcesOf` gets the scores [rows] and returns the loss and, per row, the
   * direction in which the score should move.
   */
  trainStep(
    standardised: Float32Array,
    forcesOf: (scores: Float32Array) => { loss: number; forces: Float32Array },
    learningRate: number,
    decay: number,
  ): number {
    const rows = standardised.length / this.config.width;
    let loss = 0;
    let gradients: Float32Array[] = [];
    const force = (input: Tensor) => {
      const operation = customGrad((...inputs: unknown[]) => {
        const told = forcesOf((inputs[0] as Tensor).dataSync() as Float32Array);
        loss = told.loss;
        const gradient = told.forces.map((value) => -value);
        return { value: scalar(told.loss), gradFunc: () => tensor2d(gradient, [rows, 1]) };
      });
      return operation(input);
    };
    tidy(() => {
      const x = tensor2d(standardised, [rows, this.config.width]);
      const pushed = (...weights: unknown[]) => force(this.forward(x, weights as Tensor[]));
      const { grads } = valueAndGrads(pushed as never)(this.dense.asTensors());
      gradients = grads.map((gradient) => gradient.dataSync() as Float32Array);
    });
    this.dense.update(gradients, learningRate, decay);
    return loss;
  }

  /** One score a row of the row-major [rows, width]. */
  score(features: Float32Array, rows: number): Float32Array {
    if (rows === 0) return new Float32Array(0);
    let scores = new Float32Array(0);
    tidy(() => {
      const x = tensor2d(this.standardise(features), [rows, this.config.width]);
      scores = Float32Array.from(this.forward(x, this.dense.asTensors()).dataSync());
    });
    return scores;
  }

  /** The layers as plain arrays, for explanations. */
  layers(): { hidden: Layer[]; out: Float32Array; line: Float32Array } {
    const count = this.config.hidden.length;
    const hidden = this.config.hidden.map((_, layer) => ({
      weights: this.dense.values(2 * layer),
      bias: this.dense.values(2 * layer + 1),
    }));
    const out = count > 0 ? this.dense.values(2 * count) : new Float32Array(0);
    return { hidden, out, line: this.dense.values(count > 0 ? 2 * count + 1 : 0) };
  }

  dispose() {
    this.dense.release();
  }
}
