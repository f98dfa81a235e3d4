/**
 * Item-to-item evidence (Linden et al., 2003): videos watched by the same people. For each item its most similar
 * items by co-occurrence, damped so that a single common viewer counts little:
 * `sim(i, j) = c_ij / sqrt((n_i + shrinkage) (n_j + shrinkage))`.
 */
import type { Checkpoint } from "../types";

/** Lists of distinct items per user: entries [offsets[u], offsets[u + 1]). */
export type UserItems = { readonly offsets: Int32Array; readonly items: Int32Array };

/** Neighbours of item i are entries [offsets[i], offsets[i + 1]), most similar first. */
export type Neighbours = {
  readonly offsets: Int32Array;
  readonly items: Int32Array;
  readonly similarities: Float32Array;
};

const SHRINKAGE = 4;
/** An item with fewer viewers has no neighbours. */
const FEWEST_VIEWERS = 2;
/** Items whose neighbours are found between two checkpoints. */
const ITEMS_PER_CHECKPOINT = 500;
/** The newest watches of a history count, the n-th newest RECENCY_DECAY^n as much as the newest. */
const MAX_HISTORY = 50;
const RECENCY_DECAY = 0.97;

/** Users of each item, the transpose of `users`. */
function invert({ offsets, items }: UserItems, size: number): UserItems {
  const starts = new Int32Array(size + 1);
  for (const item of items) starts[item + 1] = (starts[item + 1] as number) + 1;
  for (let i = 0; i < size; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice();
  const users = new Int32Array(items.length);
  for (let u = 0; u + 1 < offsets.length; u++)
    for (let k = offsets[u] as number; k < (offsets[u + 1] as number); k++) {
      const item = items[k] as number;
      users[next[item] as number] = u;
      next[item] = (next[item] as number) + 1;
    }
  return { offsets: starts, items: users };
}

/** The `perItem` most similar items of each of `size` items. */
export async function findNeighbours(
  users: UserItems,
  size: number,
  perItem: number,
  checkpoint: Checkpoint,
): Promise<Neighbours> {
  const viewers = invert(users, size);
  const viewersOf = (item: number) =>
    (viewers.offsets[item + 1] as number) - (viewers.offsets[item] as number);
  const counts = new Float32Array(size);
  const offsets = new Int32Array(size + 1);
  const items: number[] = [];
  const similarities: number[] = [];
  let searched = 0;
  for (let item = 0; item < size; item++) {
    if (viewersOf(item) >= FEWEST_VIEWERS) {
      if (++searched % ITEMS_PER_CHECKPOINT === 0) await checkpoint();
      const found = countTogether(users, viewers, item, counts);
      const scored = found.map((other) => ({
        other,
        similarity:
          (counts[other] as number) /
          Math.sqrt((viewersOf(item) + SHRINKAGE) * (viewersOf(other) + SHRINKAGE)),
      }));
      for (const other of found) counts[other] = 0;
      scored.sort((a, b) => b.similarity - a.similarity || a.other - b.other);
      for (const { other, similarity } of scored.slice(0, perItem)) {
        items.push(other);
        similarities.push(similarity);
      }
    }
    offsets[item + 1] = items.length;
  }
  return { offsets, items: Int32Array.from(items), similarities: Float32Array.from(similarities) };
}

/** Adds up in `counts` how many viewers of `item` also watched each other item; returns the items counted. */
function countTogether(users: UserItems, viewers: UserItems, item: number, counts: Float32Array): number[] {
  const found: number[] = [];
  for (let v = viewers.offsets[item] as number; v < (viewers.offsets[item + 1] as number); v++) {
    const user = viewers.items[v] as number;
    for (let k = users.offsets[user] as number; k < (users.offsets[user + 1] as number); k++) {
      const other = users.items[k] as number;
      if (other === item) continue;
      if (counts[other] === 0) found.push(other);
      counts[other] = (counts[other] as number) + 1;
    }
  }
  return found;
}

/** Sums the similarities of a history's neighbours; newer watches weigh more. */
export class CoWatchScorer {
  /** [size]; zero but for the touched items. */
  private readonly scratch: Float32Array;
  private touched: number[] = [];

  constructor(
    private readonly neighbours: Neighbours,
    size: number,
  ) {
    this.scratch = new Float32Array(size);
  }

  /** Scores for `history` (oldest first) stay readable through `scoreOf` until the next call. */
  load(history: ArrayLike<number>, from: number, to: number): readonly number[] {
    for (const item of this.touched) this.scratch[item] = 0;
    this.touched = [];
    const { offsets, items, similarities } = this.neighbours;
    for (let k = Math.max(from, to - MAX_HISTORY); k < to; k++) {
      const watched = history[k] as number;
      // A visitor's history may hold videos that no log knows.
      if (watched >= this.scratch.length) continue;
      const weight = RECENCY_DECAY ** (to - 1 - k);
      for (let n = offsets[watched] as number; n < (offsets[watched + 1] as number); n++) {
        const item = items[n] as number;
        if (this.scratch[item] === 0) this.touched.push(item);
        this.scratch[item] = (this.scratch[item] as number) + weight * (similarities[n] as number);
      }
    }
    return this.touched;
  }

  /** 0 for an item beyond the size. */
  scoreOf(item: number): number {
    return item < this.scratch.length ? (this.scratch[item] as number) : 0;
  }
}
