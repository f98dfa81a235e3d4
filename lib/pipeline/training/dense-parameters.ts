/** The dense weights of a model: named arrays with Adam moments, lent to tfjs as tensors. */

import type { Random } from "@/lib/random";
import { dispose, keep, type Tensor, tensor } from "../backend/tfjs";
import { adamUpdate, correctedRate, createMoments, type Moments } from "./adam";

export type DenseShape = {
  readonly name: string;
  readonly shape: readonly number[];
  /** `small`: normal with deviation 0.05. */
  readonly init: "glorot" | "small" | "zeros" | "ones";
};
type Parameter = { name: string; shape: number[]; values: Float32Array; moments: Moments | null };

export class DenseParameters {
  private readonly parameters: Parameter[];
  private tensors: Tensor[] | null = null;
  private step = 0;

  constructor(shapes: readonly DenseShape[], random: Random | null) {
    this.parameters = shapes.map(({ name, shape, init }) => {
      const values = new Float32Array(shape.reduce((size, length) => size * length, 1));
      if (random) initialise(values, shape, init, random);
      return { name, shape: [...shape], values, moments: null };
    });
  }

  get size(): number {
    return this.parameters.reduce((sum, { values }) => sum + values.length, 0);
  }

  /** Weights as [name, values], in the order of the shapes: to be saved, or filled by a loader. */
  entries(): [string, Float32Array][] {
    return this.parameters.map(({ name, values }) => [name, values]);
  }

  /** Weights of the shape at `position`. */
  values(position: number): Float32Array {
    const parameter = this.parameters[position];
    if (!parameter) throw new RangeError(`There are no weights at ${position}.`);
    return parameter.values;
  }

  /** The tensors of the present weights, in the order of the shapes; owned here, do not dispose. */
  asTensors(): Tensor[] {
    // Kept: they outlive the tidy of the step that first asks for them.
    this.tensors ??= this.parameters.map(({ values, shape }) => keep(tensor(values, shape)));
    return this.tensors;
  }

  /** One Adam step with gradients in the order of the shapes. */
  update(gradients: readonly Float32Array[], learningRate: number, decay = 0) {
    const rate = correctedRate(learningRate, ++this.step);
    for (const [i, parameter] of this.parameters.entries()) {
      const gradient = gradients[i];
      if (!gradient) continue;
      parameter.moments ??= createMoments(parameter.values.length);
      adamUpdate(parameter.values, parameter.moments, gradient, 0, 0, gradient.length, rate, decay);
    }
    this.release();
  }

  /** Frees the tensors; the weights stay. Also call it after writing into `entries()`. */
  release() {
    if (this.tensors) dispose(this.tensors);
    this.tensors = null;
  }
}

const SMALL_DEVIATION = 0.05;

function initialise(
  values: Float32Array,
  shape: readonly number[],
  init: DenseShape["init"],
  random: Random,
) {
  if (init === "glorot") fillGlorot(values, shape, random);
  if (init === "small") for (let i = 0; i < values.length; i++) values[i] = random.normal() * SMALL_DEVIATION;
  if (init === "ones") values.fill(1);
}

/** Uniform within sqrt(6 / (fanIn + fanOut)) (Glorot and Bengio, 2010). */
function fillGlorot(values: Float32Array, shape: readonly number[], random: Random) {
  const fanIn = shape[0] ?? 1;
  const fanOut = shape[1] ?? 1;
  const limit = Math.sqrt(6 / (fanIn + fanOut));
  for (let i = 0; i < values.length; i++) values[i] = (random.next() * 2 - 1) * limit;
}
