/**
 * Two towers small enough to train while a reader waits: the user tower is a table of vectors, the item tower a table of ids plus
 * a linear reading of the content, so that items without a past get a score as well: `s = \langle u_x,\ e_y + W c_y \rangle + w \cdot c_y + b_y`.
 * Gradients are summed over a batch and applied by Adagrad (Duchi et al., 2011).
 */
import type { Random } from "@/lib/random";

const DIM = 4;
const RATE = 0.3;

export type Towers = {
  readonly items: number;
  /** float64 [users, DIM] and [items, DIM]; the last as composed from id and content. */
  readonly userVectors: Float64Array;
  readonly itemVectors: Float64Array;
  readonly itemBiases: Float64Array;
  /** Adds the gradient of the loss with respect to one score. */
  add(user: number, item: number, gradient: number): void;
  /** Applies what was added since the last call. */
  descend(): void;
};

export function scoreOf(towers: Towers, user: number, item: number): number {
  let sum = towers.itemBiases[item] as number;
  for (let d = 0; d < DIM; d++)
    sum += (towers.userVectors[user * DIM + d] as number) * (towers.itemVectors[item * DIM + d] as number);
  return sum;
}

/** `content` is [items][features]. */
export function createTowers(users: number, content: readonly (readonly number[])[], random: Random): Towers {
  const features = content[0]?.length ?? 0;
  const items = content.length;
  const userVectors = new Parameters(users * DIM, () => 0.3 * random.normal());
  const ids = new Parameters(items * DIM, () => 0);
  const idBiases = new Parameters(items, () => 0);
  const reading = new Parameters(features * DIM, () => 0.3 * random.normal());
  const readingBias = new Parameters(features, () => 0);
  const itemVectors = new Float64Array(items * DIM);
  const itemBiases = new Float64Array(items);

  /** Item vectors from ids and content. */
  function compose() {
    content.forEach((row, item) => {
      let bias = idBiases.values[item] as number;
      for (let f = 0; f < features; f++) bias += (row[f] as number) * (readingBias.values[f] as number);
      itemBiases[item] = bias;
      for (let d = 0; d < DIM; d++) {
        let sum = ids.values[item * DIM + d] as number;
        for (let f = 0; f < features; f++)
          sum += (row[f] as number) * (reading.values[f * DIM + d] as number);
        itemVectors[item * DIM + d] = sum;
      }
    });
  }
  /** What the composed gradients mean for content. */
  function readContent(item: number) {
    const row = content[item] as readonly number[];
    for (let f = 0; f < features; f++) {
      const value = row[f] as number;
      readingBias.gradient[f] =
        (readingBias.gradient[f] as number) + value * (idBiases.gradient[item] as number);
      for (let d = 0; d < DIM; d++)
        reading.gradient[f * DIM + d] =
          (reading.gradient[f * DIM + d] as number) + value * (ids.gradient[item * DIM + d] as number);
    }
  }
  compose();
  return {
    items,
    userVectors: userVectors.values,
    itemVectors,
    itemBiases,
    add(user, item, gradient) {
      idBiases.gradient[item] = (idBiases.gradient[item] as number) + gradient;
      for (let d = 0; d < DIM; d++) {
        const [u, i] = [user * DIM + d, item * DIM + d];
        userVectors.gradient[u] = (userVectors.gradient[u] as number) + gradient * (itemVectors[i] as number);
        ids.gradient[i] = (ids.gradient[i] as number) + gradient * (userVectors.values[u] as number);
      }
    },
    descend() {
      for (let item = 0; item < items; item++) readContent(item);
      for (const table of [userVectors, ids, idBiases, reading, readingBias]) table.descend();
      compose();
    },
  };
}

/** Numbers that learn, each with its own rate: `\theta \leftarrow \theta - \eta\, g / \sqrt{1 + \sum g^2}`. */
class Parameters {
  readonly values: Float64Array;
  readonly gradient: Float64Array;
  private readonly squares: Float64Array;

  constructor(size: number, initial: () => number) {
    this.values = Float64Array.from({ length: size }, initial);
    this.gradient = new Float64Array(size);
    this.squares = new Float64Array(size).fill(1);
  }

  descend() {
    for (let i = 0; i < this.values.length; i++) {
      const g = this.gradient[i] as number;
      if (g === 0) continue;
      this.squares[i] = (this.squares[i] as number) + g * g;
      this.values[i] = (this.values[i] as number) - (RATE * g) / Math.sqrt(this.squares[i] as number);
    }
    this.gradient.fill(0);
  }
}
