/**
 * DCN-v2 (Wang et al., 2021) with one logit per action: embeddings of categorical fields and dense features form x0;
 * cross layers multiply x0 back in, x_{l+1} = x0 * (W x_l + b) + x_l; a deep part runs beside them; all heads share
 * both and read them with one linear layer.
 */

import type { Random } from "@/lib/random";
import { add, concat, matMul, mul, type Tensor, type Tensor1D, type Tensor2D } from "../backend/tfjs";
import type { DenseShape } from "../training/dense-parameters";
import { type AfterLayer, deepLayers, deepShapes } from "./deep-layers";
import type { MlpConfig } from "./mlp";
import {
  byStrength,
  embedInput,
  type FeatureCross,
  inputWidth,
  type TabularInput,
  TabularModel,
  type WeightOf,
} from "./tabular-model";

/** Without deep layers there is no deep part: the heads read the cross layers alone. */
export type DcnConfig = MlpConfig & { readonly crossLayers: number };

function shapesOf(config: DcnConfig): DenseShape[] {
  const width = inputWidth(config);
  const shapes: DenseShape[] = [
    { name: "table", shape: [config.tableRows, config.embeddingSize], init: "glorot" },
  ];
  for (let layer = 0; layer < config.crossLayers; layer++)
    shapes.push(
      { name: `cross/${layer}`, shape: [width, width], init: "glorot" },
      { name: `cross/${layer}-bias`, shape: [width], init: "zeros" },
    );
  return [
    ...shapes,
    ...deepShapes(width, config.deepLayers),
    { name: "heads", shape: [width + (config.deepLayers.at(-1) ?? 0), config.heads], init: "glorot" },
    { name: "heads-bias", shape: [config.heads], init: "zeros" },
  ];
}

export class DcnModel extends TabularModel<DcnConfig> {
  /** What a subclass does to the deep layers; nothing here. */
  protected afterDeepLayer: AfterLayer | undefined;

  constructor(config: DcnConfig, random: Random | null) {
    super(config, shapesOf(config), random);
  }

  protected forward(rows: Tensor1D, features: Tensor2D, weight: WeightOf): Tensor2D {
    const { config } = this;
    const x0 = embedInput(config, weight, rows, features); // [count, width]
    let crossed: Tensor = x0;
    for (let layer = 0; layer < config.crossLayers; layer++) {
      const linear = add(
        matMul(crossed as Tensor2D, weight(`cross/${layer}`) as Tensor2D),
        weight(`cross/${layer}-bias`),
      ); // [count, width]
      crossed = add(mul(x0, linear), crossed);
    }
    const read =
      config.deepLayers.length > 0
        ? concat([crossed, deepLayers(x0, config.deepLayers, weight, this.afterDeepLayer)], 1)
        : crossed;
    return add(matMul(read as Tensor2D, weight("heads") as Tensor2D), weight("heads-bias"));
  }

  /**
   * The part of the cross layers that is of second order in x0, by blocks of x0 that belong to one feature. What is of
   * first order in x_l is x0 * c_l with c_l = 1 + b_0 + ... + b_{l-1}, so layer l adds to the logit of a head with
   * weights h: `sum over d, e of h_d * x0_d * W_l[e, d] * c_l,e * x0_e`. The pair (i, j) gets the terms with d in i and
   * e in j, and those with d in j and e in i. Terms of higher order and the deep part are in no pair.
   */
  override crosses(example: TabularInput, head: number): FeatureCross[] {
    const { config } = this;
    const x0 = this.inputOf(example);
    const width = x0.length;
    const features = config.fields + config.denseFeatures;
    const sums = new Float64Array(features * features);
    const featureOf = Int32Array.from(x0, (_, d) => this.featureAt(d));
    const heads = this.valuesOf("heads");
    const firstOrder = new Float32Array(width).fill(1);
    for (let layer = 0; layer < config.crossLayers; layer++) {
      const matrix = this.valuesOf(`cross/${layer}`); // [e, d]
      for (let e = 0; e < width; e++) {
        const from = (x0[e] as number) * (firstOrder[e] as number);
        const row = (featureOf[e] as number) * features;
        for (let d = 0; d < width; d++) {
          const to = (heads[d * config.heads + head] as number) * (x0[d] as number);
          const at = row + (featureOf[d] as number);
          sums[at] = (sums[at] as number) + from * (matrix[e * width + d] as number) * to;
        }
      }
      const bias = this.valuesOf(`cross/${layer}-bias`);
      for (let d = 0; d < width; d++) firstOrder[d] = (firstOrder[d] as number) + (bias[d] as number);
    }
    return byStrength(symmetrise(sums, features));
  }

  /** x0 of one example. */
  private inputOf({ fieldRows, dense }: TabularInput): Float32Array {
    const { fields, embeddingSize, denseFeatures } = this.config;
    const table = this.valuesOf("table");
    const x0 = new Float32Array(inputWidth(this.config));
    for (let field = 0; field < fields; field++) {
      const row = (fieldRows[field] as number) * embeddingSize;
      x0.set(table.subarray(row, row + embeddingSize), field * embeddingSize);
    }
    x0.set(dense.subarray(0, denseFeatures), fields * embeddingSize);
    return x0;
  }

  /** The feature that element `d` of x0 belongs to. */
  private featureAt(d: number): number {
    const { fields, embeddingSize } = this.config;
    const embedded = fields * embeddingSize;
    return d < embedded ? Math.floor(d / embeddingSize) : fields + d - embedded;
  }
}

/** Both orders of a pair as one; a feature with itself stays as it is. */
function symmetrise(sums: Float64Array, features: number): FeatureCross[] {
  const crosses: FeatureCross[] = [];
  for (let left = 0; left < features; left++)
    for (let right = left; right < features; right++) {
      const forth = sums[left * features + right] as number;
      const back = left === right ? 0 : (sums[right * features + left] as number);
      crosses.push({ left, right, logit: forth + back });
    }
  return crosses;
}
