/**
 * The two-tower model (Yi et al., 2019): a user tower and an item tower that meet in an inner product, so that items
 * can be indexed ahead of time. Each tower sums the embeddings of a bag of features; the user's bag holds the
 * features of the watched items, so a new watch moves the user at once and no user id is learnt. The user tower may
 * add a residual hidden layer. With `normalise` both outputs are unit vectors and logits are divided by `temperature`.
 */

import type { Random } from "@/lib/random";
import {
  add,
  customGrad,
  matMul,
  relu,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor2d,
  tidy,
  valueAndGrads,
} from "../backend/tfjs";
import { DenseParameters, type DenseShape } from "../training/dense-parameters";
import { type Bags, EmbeddingTable } from "../training/embedding-table";
import { type SoftmaxTargets, softmaxLoss } from "../training/sampled-softmax";

export type TwoTowerConfig = {
  /** Size of the vectors; a multiple of 16. */
  readonly dimension: number;
  readonly userRows: number;
  readonly itemRows: number;
  /** Width of the user tower's hidden layer; 0 for none. */
  readonly hidden: number;
  readonly normalise: boolean;
  readonly temperature: number;
  readonly initialDeviation?: number;
  /** Both towers read one table, where users and items have the same features (words of a query and of a title). */
  readonly sharesTable?: boolean;
};

export type TwoTowerBatch = { readonly users: Bags; readonly items: Bags; readonly targets: SoftmaxTargets };
export type TwoTowerRates = {
  readonly learningRate: number;
  readonly tableDecay: number;
  readonly denseDecay: number;
};

const userShapes = ({ dimension, hidden }: TwoTowerConfig): DenseShape[] =>
  hidden === 0
    ? []
    : [
        { name: "user/in", shape: [dimension, hidden], init: "glorot" },
        { name: "user/in-bias", shape: [hidden], init: "zeros" },
        { name: "user/out", shape: [hidden, dimension], init: "glorot" },
        { name: "user/out-bias", shape: [dimension], init: "zeros" },
      ];

/** Divides each row of x [rows, D] by its length, with the gradient of that. */
export function normaliseRows(x: Tensor2D): Tensor2D {
  const operation = customGrad((...inputs: unknown[]) => {
    const [rows, width] = x.shape;
    const unit = Float32Array.from((inputs[0] as Tensor2D).dataSync());
    const lengths = normaliseInPlace(unit, rows, width);
    const gradFunc = (dy: Tensor) => {
      const gradient = Float32Array.from(dy.dataSync());
      for (let r = 0; r < rows; r++) {
        let dot = 0;
        for (let i = r * width; i < (r + 1) * width; i++)
          dot += (gradient[i] as number) * (unit[i] as number);
        for (let i = r * width; i < (r + 1) * width; i++)
          gradient[i] = ((gradient[i] as number) - dot * (unit[i] as number)) / (lengths[r] as number);
      }
      return tensor2d(gradient, [rows, width]);
    };
    return { value: tensor2d(unit, [rows, width]), gradFunc };
  });
  return operation(x) as Tensor2D;
}

function normaliseInPlace(values: Float32Array, rows: number, width: number): Float32Array {
  const lengths = new Float32Array(rows);
  for (let r = 0; r < rows; r++) {
    let square = 1e-12;
    for (let i = r * width; i < (r + 1) * width; i++) square += (values[i] as number) ** 2;
    const length = Math.sqrt(square);
    lengths[r] = length;
    for (let i = r * width; i < (r + 1) * width; i++) values[i] = (values[i] as number) / length;
  }
  return lengths;
}

export class TwoTowerModel {
  readonly userTable: EmbeddingTable;
  readonly itemTable: EmbeddingTable;
  readonly dense: DenseParameters;

  /** `random` null leaves all weights at zero, for a loader to fill. */
  constructor(
    readonly config: TwoTowerConfig,
    random: Random | null,
  ) {
    const { userRows, itemRows, dimension, initialDeviation, sharesTable } = config;
    this.userTable = new EmbeddingTable(
      userRows,
      dimension,
      random?.fork("user-table") ?? null,
      initialDeviation,
    );
    this.itemTable = sharesTable
      ? this.userTable
      : new EmbeddingTable(itemRows, dimension, random?.fork("item-table") ?? null, initialDeviation);
    this.dense = new DenseParameters(userShapes(config), random?.fork("dense") ?? null);
  }

  get parameterCount(): number {
    const items = this.config.sharesTable ? 0 : this.itemTable.weights.length;
    return this.userTable.weights.length + items + this.dense.size;
  }

  /** Summed user bags [n, D] -> user vectors [n, D]. */
  private userTower(x: Tensor2D, weights: readonly Tensor[]): Tensor2D {
    const [w1, b1, w2, b2] = weights as [Tensor2D, Tensor1D, Tensor2D, Tensor1D];
    const y = w1 ? add(x, add(matMul(relu(add(matMul(x, w1), b1)), w2), b2)) : x; // [n, D]
    return this.config.normalise ? normaliseRows(y as Tensor2D) : (y as Tensor2D);
  }

  private itemTower(x: Tensor2D): Tensor2D {
    return this.config.normalise ? normaliseRows(x) : x;
  }

  /** One optimiser step; returns the loss. */
  trainStep(batch: TwoTowerBatch, rates: TwoTowerRates): number {
    const { dimension, temperature } = this.config;
    let loss = 0;
    let gradients: Float32Array[] = [];
    // Results leave through variables: tidy would walk every element of a returned array.
    tidy(() => {
      const users = tensor2d(this.userTable.sum(batch.users), [batch.users.count, dimension]);
      const items = tensor2d(this.itemTable.sum(batch.items), [batch.items.count, dimension]);
      const forward = (...inputs: unknown[]) => {
        const [userSums, itemSums, ...weights] = inputs as [Tensor2D, Tensor2D, ...Tensor[]];
        const userVectors = this.userTower(userSums, weights);
        return softmaxLoss(userVectors, this.itemTower(itemSums), 1 / temperature, batch.targets);
      };
      const { value, grads } = valueAndGrads(forward as never)([users, items, ...this.dense.asTensors()]);
      loss = value.dataSync()[0] ?? 0;
      gradients = grads.map((gradient) => gradient.dataSync() as Float32Array);
    });
    const [userGradient, itemGradient, ...denseGradients] = gradients;
    const { learningRate, tableDecay, denseDecay } = rates;
    if (userGradient) this.userTable.update(batch.users, userGradient, learningRate, tableDecay);
    if (itemGradient) this.itemTable.update(batch.items, itemGradient, learningRate, tableDecay);
    if (denseGradients.length > 0) this.dense.update(denseGradients, learningRate, denseDecay);
    return loss;
  }

  /** User vectors [count, D]; no tfjs involved without a hidden layer. */
  encodeUsers(bags: Bags): Float32Array {
    let vectors = this.userTable.sum(bags);
    if (this.config.hidden === 0) {
      if (this.config.normalise) normaliseInPlace(vectors, bags.count, this.config.dimension);
      return vectors;
    }
    tidy(() => {
      const x = tensor2d(vectors, [bags.count, this.config.dimension]);
      vectors = this.userTower(x, this.dense.asTensors()).dataSync() as Float32Array;
    });
    return vectors;
  }

  /** Item vectors [count, D]; no tfjs involved. */
  encodeItems(bags: Bags): Float32Array {
    const sums = this.itemTable.sum(bags);
    if (this.config.normalise) normaliseInPlace(sums, bags.count, this.config.dimension);
    return sums;
  }

  dispose() {
    this.dense.release();
  }
}
