/**
 * DCN-v2 (Wang et al., 2021) with one logit per action: embeddings of categorical fields and dense features form x0;
 * cross layers multiply x0 back in, x_{l+1} = x0 * (W x_l + b) + x_l; a deep part runs beside them; all heads share
 * both and read them with one linear layer.
 */
import {
  add,
  concat,
  gather,
  matMul,
  mul,
  relu,
  reshape,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
  valueAndGrads,
} from "@tensorflow/tfjs-core";
import type { Random } from "@/lib/random";
import { DenseParameters, type DenseShape } from "../training/dense-parameters";
import { sigmoid } from "./masked-cross-entropy";

export type DcnConfig = {
  /** Rows of the packed embedding table of all categorical fields. */
  readonly tableRows: number;
  readonly fields: number;
  readonly embeddingSize: number;
  readonly denseFeatures: number;
  readonly crossLayers: number;
  readonly deepLayers: readonly number[];
  readonly heads: number;
};

/** `fieldRows` [count, fields] are rows of the packed table; `dense` is [count, denseFeatures], standardised. */
export type DcnInput = {
  readonly count: number;
  readonly fieldRows: Int32Array;
  readonly dense: Float32Array;
};

function shapesOf(config: DcnConfig): DenseShape[] {
  const width = config.fields * config.embeddingSize + config.denseFeatures;
  const shapes: DenseShape[] = [
    { name: "table", shape: [config.tableRows, config.embeddingSize], init: "glorot" },
  ];
  for (let l = 0; l < config.crossLayers; l++)
    shapes.push(
      { name: `cross/${l}`, shape: [width, width], init: "glorot" },
      { name: `cross/${l}-bias`, shape: [width], init: "zeros" },
    );
  let before = width;
  for (const [l, size] of config.deepLayers.entries()) {
    shapes.push(
      { name: `deep/${l}`, shape: [before, size], init: "glorot" },
      { name: `deep/${l}-bias`, shape: [size], init: "zeros" },
    );
    before = size;
  }
  return [
    ...shapes,
    { name: "heads", shape: [width + before, config.heads], init: "glorot" },
    { name: "heads-bias", shape: [config.heads], init: "zeros" },
  ];
}

export class DcnModel {
  readonly dense: DenseParameters;

  /** `random` null leaves all weights at zero, for a loader to fill. */
  constructor(
    readonly config: DcnConfig,
    random: Random | null,
  ) {
    this.dense = new DenseParameters(shapesOf(config), random);
  }

  get parameterCount(): number {
    return this.dense.size;
  }

  /** -> logits [count, heads]. */
  private forward(rows: Tensor1D, features: Tensor2D, weights: readonly Tensor[]): Tensor2D {
    const { fields, embeddingSize, crossLayers, deepLayers } = this.config;
    const count = features.shape[0];
    let next = 0;
    const take = () => weights[next++] as Tensor;
    const embedded = reshape(gather(take() as Tensor2D, rows), [count, fields * embeddingSize]);
    const x0 = concat([embedded, features], 1) as Tensor2D; // [count, width]
    let crossed: Tensor = x0;
    for (let l = 0; l < crossLayers; l++) {
      const linear = add(matMul(crossed as Tensor2D, take() as Tensor2D), take()); // [count, width]
      crossed = add(mul(x0, linear), crossed);
    }
    let deep: Tensor = x0;
    for (let l = 0; l < deepLayers.length; l++)
      deep = relu(add(matMul(deep as Tensor2D, take() as Tensor2D), take())); // [count, deepLayers[l]]
    const joined = concat([crossed, deep], 1) as Tensor2D;
    return add(matMul(joined, take() as Tensor2D), take());
  }

  /** One optimiser step on `lossOf(logits)`, logits [count, heads]; returns the loss. */
  trainStep(
    input: DcnInput,
    lossOf: (logits: Tensor2D) => Tensor,
    learningRate: number,
    decay: number,
  ): number {
    let loss = 0;
    let gradients: Float32Array[] = [];
    // Results leave through variables: tidy would walk every element of a returned array.
    tidy(() => {
      const rows = tensor1d(input.fieldRows, "int32");
      const features = tensor2d(input.dense, [input.count, this.config.denseFeatures]);
      const forward = (...tensors: unknown[]) => lossOf(this.forward(rows, features, tensors as Tensor[]));
      const { value, grads } = valueAndGrads(forward as never)(this.dense.asTensors());
      loss = value.dataSync()[0] ?? 0;
      gradients = grads.map((gradient) => gradient.dataSync() as Float32Array);
    });
    this.dense.update(gradients, learningRate, decay);
    return loss;
  }

  /** Probabilities [count, heads]. */
  predict(input: DcnInput): Float32Array {
    return this.logits(input).map(sigmoid);
  }

  /** Logits [count, heads]. */
  logits(input: DcnInput): Float32Array {
    let logits = new Float32Array(0);
    tidy(() => {
      const rows = tensor1d(input.fieldRows, "int32");
      const features = tensor2d(input.dense, [input.count, this.config.denseFeatures]);
      logits = this.forward(rows, features, this.dense.asTensors()).dataSync() as Float32Array<ArrayBuffer>;
    });
    return logits;
  }

  dispose() {
    this.dense.release();
  }
}
