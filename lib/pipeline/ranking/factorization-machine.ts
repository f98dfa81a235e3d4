/**
 * Factorization machine (Rendle, 2010): a linear part, and for every pair of features the inner product of their
 * factor vectors, so that pairs never seen together still have a weight. A dense feature's vector is scaled by its
 * value. With several heads the products of all pairs, added up into one vector of the embedding size ("bi-interaction
 * pooling", He and Chua, 2017), are read by one weight vector per head: each head has an inner product of its own.
 */

import type { Random } from "@/lib/random";
import { add, matMul, mul, sub, type Tensor1D, type Tensor2D } from "../backend/tfjs";
import type { DenseShape } from "../training/dense-parameters";
import { blockSum, linearPart, linearShapes } from "./linear-part";
import {
  byStrength,
  embed,
  type FeatureCross,
  type TabularConfig,
  type TabularInput,
  TabularModel,
  type WeightOf,
} from "./tabular-model";

const shapesOf = (config: TabularConfig): DenseShape[] => [
  ...linearShapes(config),
  { name: "table", shape: [config.tableRows, config.embeddingSize], init: "small" },
  { name: "table-dense", shape: [config.denseFeatures, config.embeddingSize], init: "small" },
  { name: "heads", shape: [config.embeddingSize, config.heads], init: "ones" },
];

export class FactorizationMachine extends TabularModel {
  constructor(config: TabularConfig, random: Random | null) {
    super(config, shapesOf(config), random);
  }

  /**
   * `sum over pairs i < j of v_i x_i * v_j x_j`, element by element, as
   * `((sum v_i x_i)^2 - sum (v_i x_i)^2) / 2`: linear in the number of features. [count, embeddingSize].
   */
  private poolPairs(rows: Tensor1D, features: Tensor2D, weight: WeightOf): Tensor2D {
    const { fields, embeddingSize } = this.config;
    const embedded = embed(weight("table"), rows, fields);
    const factors = weight("table-dense") as Tensor2D;
    const adder = blockSum(fields, embeddingSize);
    const sums = add(matMul(embedded, adder), matMul(features, factors));
    const squares = add(
      matMul(mul(embedded, embedded), adder),
      matMul(mul(features, features), mul(factors, factors)),
    );
    return mul(sub(mul(sums, sums), squares), 0.5);
  }

  protected forward(rows: Tensor1D, features: Tensor2D, weight: WeightOf): Tensor2D {
    const ofPairs = matMul(this.poolPairs(rows, features, weight), weight("heads") as Tensor2D);
    return add(linearPart(this.config, rows, features, weight), ofPairs);
  }

  /** Exact: the logit is the linear part plus the sum of these. */
  override crosses(example: TabularInput, head: number): FeatureCross[] {
    const { fields, embeddingSize, denseFeatures, heads } = this.config;
    const table = this.valuesOf("table");
    const factors = this.valuesOf("table-dense");
    const headWeights = this.valuesOf("heads");
    const features = fields + denseFeatures;
    const vectors = new Float32Array(features * embeddingSize);
    for (let feature = 0; feature < features; feature++) {
      const isField = feature < fields;
      const source = isField ? table : factors;
      const row = isField ? (example.fieldRows[feature] as number) : feature - fields;
      const value = isField ? 1 : (example.dense[feature - fields] as number);
      for (let d = 0; d < embeddingSize; d++)
        vectors[feature * embeddingSize + d] = value * (source[row * embeddingSize + d] as number);
    }
    const crosses: FeatureCross[] = [];
    for (let left = 0; left < features; left++)
      for (let right = left + 1; right < features; right++) {
        let logit = 0;
        for (let d = 0; d < embeddingSize; d++)
          logit +=
            (headWeights[d * heads + head] as number) *
            (vectors[left * embeddingSize + d] as number) *
            (vectors[right * embeddingSize + d] as number);
        crosses.push({ left, right, logit });
      }
    return byStrength(crosses);
  }
}
