/**
 * Logistic regression: the logit of an action is a weighted sum of the one-hot fields and the dense features. It
 * cannot say "cooking videos, but only for this user": no feature changes what another one is worth.
 */

import type { Random } from "@/lib/random";
import type { Tensor1D, Tensor2D } from "../backend/tfjs";
import { linearPart, linearShapes } from "./linear-part";
import { type TabularConfig, TabularModel, type WeightOf } from "./tabular-model";

export class LogisticRegression extends TabularModel {
  constructor(config: TabularConfig, random: Random | null) {
    super(config, linearShapes(config), random);
  }

  protected forward(rows: Tensor1D, features: Tensor2D, weight: WeightOf): Tensor2D {
    return linearPart(this.config, rows, features, weight);
  }
}
