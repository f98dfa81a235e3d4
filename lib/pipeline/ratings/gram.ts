/**
 * Co-occurrence matrices over the core of the catalogue: plain, and weighted by how close two items lie in a user's
 * sequence. The weight, a mean of 1 / (1 + distance / reach) over three reaches, is a positive definite function of
 * distance, so the weighted matrix is positive semi-definite too and can be used where X^T X is. Three reaches because
 * none is best on all data, and choosing one on a small split mostly follows noise.
 */
import type { Interactions } from "../data-sets/interactions";
import type { Catalogue } from "./catalogue";

/** Users with more interactions count with their latest ones only. */
export const MAX_USER_LENGTH = 1_500;
/** Distances at which closeness has fallen to one half. */
const REACHES = [3, 10, 40] as const;
/** Pairs of items that are added up; with more, a random part of the users stands for all. */
const MAX_PAIRS = 3e8;
const KEY_BITS = 11;

/** Row-major [core, core] matrices. */
export type Grams = { readonly core: number; readonly plain: Float32Array; readonly closeness: Float32Array };

/** Closeness by distance in half positions: mid-ranks lie on a grid of halves. */
function createClosenessTable(longest: number): Float32Array {
  return Float32Array.from({ length: 2 * longest + 1 }, (_, halves) =>
    REACHES.reduce((sum, reach) => sum + 1 / (1 + halves / 2 / reach) / REACHES.length, 0),
  );
}

/** Whether a user is among the given share of all; the same users each time. */
const isDrawn = (user: number, share: number) => (Math.imul(user + 1, 0x9e3779b1) >>> 0) / 2 ** 32 < share;

function shareOfUsers({ users, offsets }: Interactions): number {
  let pairs = 0;
  for (let user = 0; user < users; user++) {
    const length = Math.min(MAX_USER_LENGTH, (offsets[user + 1] as number) - (offsets[user] as number));
    pairs += (length * length) / 2;
  }
  return Math.min(1, MAX_PAIRS / Math.max(1, pairs));
}

/** The grams of the first `size` items of a gram over more: the most frequent ones. */
export function leadingGram(gram: Float32Array, core: number, size: number): Float32Array {
  if (size >= core) return gram;
  const leading = new Float32Array(size * size);
  for (let row = 0; row < size; row++) leading.set(gram.subarray(row * core, row * core + size), row * size);
  return leading;
}

/** Sums over users of 1 and of the closeness of two items' positions. `positions` are aligned with the data. */
export function gramMatrices(data: Interactions, positions: Float32Array, catalogue: Catalogue): Grams {
  const { core, numberOf } = catalogue;
  const plain = new Float32Array(core * core);
  const closeness = new Float32Array(core * core);
  const closenessOf = createClosenessTable(maximum(positions) + 1);
  const share = shareOfUsers(data);
  for (let user = 0; user < data.users; user++) {
    if (share < 1 && !isDrawn(user, share)) continue;
    const to = data.offsets[user + 1] as number;
    const from = Math.max(data.offsets[user] as number, to - MAX_USER_LENGTH);
    // Sorted by item, so that the sums below run along the rows.
    const keys = Int32Array.from({ length: to - from }, (_, k) => {
      const number = numberOf[data.itemOf[from + k] as number] as number;
      return number < 0 || number >= core ? -1 : (number << KEY_BITS) | k;
    })
      .filter((key) => key >= 0)
      .sort();
    const items = keys.map((key) => key >> KEY_BITS);
    const places = Float32Array.from(
      keys,
      (key) => positions[from + (key & ((1 << KEY_BITS) - 1))] as number,
    );
    addPairs(items, places, closenessOf, core, plain, closeness);
  }
  mirror(plain, core);
  mirror(closeness, core);
  return { core, plain, closeness };
}

const maximum = (values: Float32Array) => values.reduce((top, value) => Math.max(top, value), 0);

/** Adds one user's pairs to the upper triangles. */
function addPairs(
  items: Int32Array,
  places: Float32Array,
  closenessOf: Float32Array,
  core: number,
  plain: Float32Array,
  closeness: Float32Array,
) {
  const length = items.length;
  for (let a = 0; a < length; a++) {
    const row = (items[a] as number) * core;
    const place = places[a] as number;
    for (let b = a; b < length; b++) {
      const at = row + (items[b] as number);
      plain[at] = (plain[at] as number) + 1;
      const halves = Math.abs(place - (places[b] as number)) * 2;
      closeness[at] = (closeness[at] as number) + (closenessOf[halves] as number);
    }
  }
}

/** Copies the upper triangle into the lower, in tiles that stay in the cache. */
function mirror(matrix: Float32Array, size: number) {
  const TILE = 64;
  for (let top = 0; top < size; top += TILE)
    for (let left = 0; left <= top; left += TILE)
      for (let r = top; r < Math.min(size, top + TILE); r++)
        for (let c = left; c < Math.min(r, left + TILE); c++)
          matrix[r * size + c] = matrix[c * size + r] as number;
}
