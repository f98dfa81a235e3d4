/**
 * A multilayer perceptron over embeddings and dense features (the deep part of Wide & Deep, Cheng et al., 2016).
 * It can learn crosses, but nowhere are two features multiplied, so which ones it crosses cannot be read off.
 */

import type { Random } from "@/lib/random";
import { add, matMul, type Tensor1D, type Tensor2D } from "../backend/tfjs";
import type { DenseShape } from "../training/dense-parameters";
import { deepLayers, deepShapes } from "./deep-layers";
import { embedInput, inputWidth, type TabularConfig, TabularModel, type WeightOf } from "./tabular-model";

export type MlpConfig = TabularConfig & { readonly deepLayers: readonly number[] };

const shapesOf = (config: MlpConfig): DenseShape[] => [
  { name: "table", shape: [config.tableRows, config.embeddingSize], init: "glorot" },
  ...deepShapes(inputWidth(config), config.deepLayers),
  { name: "heads", shape: [config.deepLayers.at(-1) ?? inputWidth(config), config.heads], init: "glorot" },
  { name: "heads-bias", shape: [config.heads], init: "zeros" },
];

export class Mlp extends TabularModel<MlpConfig> {
  constructor(config: MlpConfig, random: Random | null) {
    super(config, shapesOf(config), random);
  }

  protected forward(rows: Tensor1D, features: Tensor2D, weight: WeightOf): Tensor2D {
    const deep = deepLayers(embedInput(this.config, weight, rows, features), this.config.deepLayers, weight);
    return add(matMul(deep, weight("heads") as Tensor2D), weight("heads-bias"));
  }
}
