/**
 * A packed embedding table for bags of features: all features of a tower share one table, and an example is a bag of
 * (row, weight) pairs whose weighted sum is its vector. Bags differ in length (histories do), which tfjs's gather
 * does not take; so sums, gradients and sparse Adam are done here on plain arrays.
 */
import type { Random } from "@/lib/random";
import { adamUpdate, correctedRate, createMoments, type Moments } from "./adam";

/** Bag b is rows[offsets[b] .. offsets[b + 1]) with their weights. */
export type Bags = {
  readonly count: number;
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
  readonly weights: Float32Array;
};

/** Collects bags one after the other; reuse it with `clear`. */
export class BagBuilder {
  private offsets = new Int32Array(64);
  private rows = new Int32Array(1024);
  private weights = new Float32Array(1024);
  private bagCount = 0;
  private length = 0;

  add(row: number, weight: number) {
    if (this.length === this.rows.length) {
      this.rows = grow(this.rows, new Int32Array(this.length * 2));
      this.weights = grow(this.weights, new Float32Array(this.length * 2));
    }
    this.rows[this.length] = row;
    this.weights[this.length] = weight;
    this.length++;
  }

  /** Ends the present bag. */
  close() {
    this.bagCount++;
    if (this.bagCount >= this.offsets.length)
      this.offsets = grow(this.offsets, new Int32Array(this.offsets.length * 2));
    this.offsets[this.bagCount] = this.length;
  }

  clear() {
    this.bagCount = 0;
    this.length = 0;
  }

  /** A view that stays valid until the next `add`. */
  bags(): Bags {
    return {
      count: this.bagCount,
      offsets: this.offsets.subarray(0, this.bagCount + 1),
      rows: this.rows.subarray(0, this.length),
      weights: this.weights.subarray(0, this.length),
    };
  }
}

function grow<T extends Int32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

export class EmbeddingTable {
  readonly weights: Float32Array;
  private moments: Moments | null = null;
  /** Gradient sums of the rows touched in this step; zero elsewhere. */
  private gradient: Float32Array | null = null;
  private isTouched: Uint8Array | null = null;
  private step = 0;

  constructor(
    readonly rows: number,
    readonly dimension: number,
    random: Random | null,
    deviation = 0.05,
  ) {
    this.weights = new Float32Array(rows * dimension);
    if (random) for (let i = 0; i < this.weights.length; i++) this.weights[i] = random.normal() * deviation;
  }

  /** Weighted sums of the bags: [count, dimension]. */
  sum(bags: Bags): Float32Array {
    const { dimension, weights } = this;
    const out = new Float32Array(bags.count * dimension);
    for (let b = 0; b < bags.count; b++) {
      const to = b * dimension;
      for (let k = bags.offsets[b] as number; k < (bags.offsets[b + 1] as number); k++) {
        const from = (bags.rows[k] as number) * dimension;
        const weight = bags.weights[k] as number;
        for (let d = 0; d < dimension; d++)
          out[to + d] = (out[to + d] as number) + weight * (weights[from + d] as number);
      }
    }
    return out;
  }

  /** One sparse Adam step. `bagGradient` is the loss gradient of the sums, [count, dimension]. */
  update(bags: Bags, bagGradient: Float32Array, learningRate: number, decay = 0) {
    const { dimension } = this;
    this.moments ??= createMoments(this.weights.length);
    this.gradient ??= new Float32Array(this.weights.length);
    this.isTouched ??= new Uint8Array(this.rows);
    const { gradient, isTouched } = this;
    const touched: number[] = [];
    for (let b = 0; b < bags.count; b++) {
      const from = b * dimension;
      for (let k = bags.offsets[b] as number; k < (bags.offsets[b + 1] as number); k++) {
        const row = bags.rows[k] as number;
        const weight = bags.weights[k] as number;
        if (!isTouched[row]) {
          isTouched[row] = 1;
          touched.push(row);
        }
        const to = row * dimension;
        for (let d = 0; d < dimension; d++)
          gradient[to + d] = (gradient[to + d] as number) + weight * (bagGradient[from + d] as number);
      }
    }
    const rate = correctedRate(learningRate, ++this.step);
    for (const row of touched) {
      const at = row * dimension;
      adamUpdate(this.weights, this.moments, gradient, at, at, dimension, rate, decay);
      gradient.fill(0, at, at + dimension);
      isTouched[row] = 0;
    }
  }
}
