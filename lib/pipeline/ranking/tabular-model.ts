/**
 * What the models over tables have in common: categorical fields are rows of one packed embedding table, dense
 * features are standardised numbers, and each action gets a logit of its own (a "head"). A model says which weights it
 * has and how they become logits; training, prediction and what a pair of features adds are asked for alike.
 */

import { sigmoid } from "@/lib/evaluation/logit";
import type { Random } from "@/lib/random";
import {
  concat,
  gather,
  reshape,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
  valueAndGrads,
} from "../backend/tfjs";
import { DenseParameters, type DenseShape } from "../training/dense-parameters";

export type TabularConfig = {
  /** Rows of the packed embedding table of all categorical fields. */
  readonly tableRows: number;
  readonly fields: number;
  readonly embeddingSize: number;
  readonly denseFeatures: number;
  readonly heads: number;
};

/** `fieldRows` [count, fields] are rows of the packed table; `dense` is [count, denseFeatures], standardised. */
export type TabularInput = {
  readonly count: number;
  readonly fieldRows: Int32Array;
  readonly dense: Float32Array;
};

/**
 * What the product of two features adds to a logit. Features are numbered fields first, then dense ones; a feature
 * crossed with itself has left === right.
 */
export type FeatureCross = { readonly left: number; readonly right: number; readonly logit: number };

/** The tensor of a weight by its name. */
export type WeightOf = (name: string) => Tensor;

/** logits [count, heads] -> scalar loss. */
export type LossOf = (logits: Tensor2D) => Tensor;

/** Weights with one row for each row of the packed table. */
export const TABLE_NAMES: readonly string[] = ["table", "linear"];

/** Length of x0: the embeddings of all fields side by side, then the dense features. */
export const inputWidth = ({ fields, embeddingSize, denseFeatures }: TabularConfig): number =>
  fields * embeddingSize + denseFeatures;

/** The embeddings of all fields side by side: rows [count * fields] -> [count, fields * width of the table]. */
export function embed(table: Tensor, rows: Tensor1D, fields: number): Tensor2D {
  const width = table.shape[1] ?? 0;
  return reshape(gather(table, rows), [rows.shape[0] / fields, fields * width]);
}

/** x0 [count, inputWidth]. */
export function embedInput(config: TabularConfig, weight: WeightOf, rows: Tensor1D, features: Tensor2D) {
  return concat([embed(weight("table"), rows, config.fields), features], 1) as Tensor2D;
}

export abstract class TabularModel<Config extends TabularConfig = TabularConfig> {
  readonly dense: DenseParameters;
  private readonly positionOf: ReadonlyMap<string, number>;

  /** `random` null leaves all weights at zero, for a loader to fill. */
  constructor(
    readonly config: Config,
    shapes: readonly DenseShape[],
    random: Random | null,
  ) {
    this.dense = new DenseParameters(shapes, random);
    this.positionOf = new Map(shapes.map(({ name }, position) => [name, position]));
  }

  /** rows [count * fields] and features [count, denseFeatures] -> logits [count, heads]. */
  protected abstract forward(rows: Tensor1D, features: Tensor2D, weight: WeightOf): Tensor2D;

  /**
   * What each pair of features adds to the logit of `head` for one example, strongest first. Empty for a model that
   * does not multiply features.
   */
  crosses(_example: TabularInput, _head: number): FeatureCross[] {
    return [];
  }

  get parameterCount(): number {
    return this.dense.size;
  }

  /** The values of a weight; the model's own, to be read only. */
  protected valuesOf(name: string): Float32Array {
    return this.dense.values(this.position(name));
  }

  private position(name: string): number {
    const position = this.positionOf.get(name);
    if (position === undefined) throw new Error(`The model has no weight named ${name}.`);
    return position;
  }

  private run(input: TabularInput, weights: readonly Tensor[]): Tensor2D {
    const rows = tensor1d(input.fieldRows, "int32");
    const features = tensor2d(input.dense, [input.count, this.config.denseFeatures]);
    return this.forward(rows, features, (name) => weights[this.position(name)] as Tensor);
  }

  /** The loss and its gradient by each weight, in the order of `dense.entries()`. Weights stay as they are. */
  gradients(input: TabularInput, lossOf: LossOf): { loss: number; gradients: Float32Array[] } {
    const result: { loss: number; gradients: Float32Array[] } = { loss: 0, gradients: [] };
    // Results leave through variables: tidy would walk every element of a returned array.
    tidy(() => {
      const loss = (...weights: unknown[]) => lossOf(this.run(input, weights as Tensor[]));
      const { value, grads } = valueAndGrads(loss as never)(this.dense.asTensors());
      result.loss = value.dataSync()[0] ?? 0;
      result.gradients = grads.map((gradient) => gradient.dataSync() as Float32Array);
    });
    return result;
  }

  /** One step of Adam on `lossOf(logits)`; returns the loss. `decay` is the strength of the L2 penalty. */
  trainStep(input: TabularInput, lossOf: LossOf, learningRate: number, decay: number): number {
    const { loss, gradients } = this.gradients(input, lossOf);
    this.dense.update(gradients, learningRate, decay);
    return loss;
  }

  /** Logits [count, heads]. */
  logits(input: TabularInput): Float32Array {
    let logits = new Float32Array(0);
    tidy(() => {
      logits = this.run(input, this.dense.asTensors()).dataSync() as Float32Array<ArrayBuffer>;
    });
    return logits;
  }

  /** Probabilities [count, heads]. */
  predict(input: TabularInput): Float32Array {
    return this.logits(input).map(sigmoid);
  }

  dispose() {
    this.dense.release();
  }
}

/** Strongest first; equal ones keep their order. */
export const byStrength = (crosses: FeatureCross[]): FeatureCross[] =>
  crosses.sort((a, b) => Math.abs(b.logit) - Math.abs(a.logit));
