/**
 * Co-occurrence matrices over the most frequent items ("head" items, numbered by frequency): plain, and weighted by
 * how close two items lie in a user's sequence. The weight, a mean of 1 / (1 + distance / reach) over three reaches, is
 * a positive definite function of distance, so the weighted matrix is positive semi-definite too and can be used where
 * X^T X is. Three reaches because none is best on all data, and choosing one on a small split mostly follows noise.
 */
import type { Interactions } from "../data-sets/interactions";

/** Users with more interactions count with their latest ones only. */
const MAX_USER_LENGTH = 1_500;
/** Distances at which closeness has fallen to one half. */
const REACHES = [3, 10, 40] as const;

/** Head numbers of items: headOf[item] is -1 for others; itemOf[head] is its item. */
export type Head = { readonly size: number; readonly headOf: Int32Array; readonly itemOf: Int32Array };

/** The `limit` most frequent items with at least one interaction. */
export function chooseHead(counts: Float32Array, limit: number): Head {
  const order = Array.from(counts.keys())
    .filter((item) => (counts[item] as number) > 0)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
    .slice(0, limit);
  const headOf = new Int32Array(counts.length).fill(-1);
  for (const [head, item] of order.entries()) headOf[item] = head;
  return { size: order.length, headOf, itemOf: Int32Array.from(order) };
}

/** Closeness by distance in half positions: mid-ranks lie on a grid of halves. */
const closenessByHalves = Float32Array.from({ length: 2 * MAX_USER_LENGTH + 1 }, (_, halves) =>
  REACHES.reduce((sum, reach) => sum + 1 / (1 + halves / 2 / reach) / REACHES.length, 0),
);

/** [head, head] sums over users: of 1, or of the closeness of the two positions. */
export function gramMatrix(
  data: Interactions,
  positions: Float32Array,
  head: Head,
  weighting: "plain" | "closeness",
): Float32Array {
  const { size, headOf } = head;
  const gram = new Float32Array(size * size);
  const items = new Int32Array(MAX_USER_LENGTH);
  const places = new Float32Array(MAX_USER_LENGTH);
  for (let user = 0; user < data.users; user++) {
    const to = data.offsets[user + 1] as number;
    let length = 0;
    for (let k = Math.max(data.offsets[user] as number, to - MAX_USER_LENGTH); k < to; k++) {
      const index = headOf[data.itemOf[k] as number] as number;
      if (index < 0) continue;
      items[length] = index;
      places[length] = positions[k] as number;
      length++;
    }
    for (let a = 0; a < length; a++) {
      const row = (items[a] as number) * size;
      const place = places[a] as number;
      for (let b = 0; b < length; b++) {
        const at = row + (items[b] as number);
        const weight =
          weighting === "plain"
            ? 1
            : (closenessByHalves[Math.abs(place - (places[b] as number)) * 2] as number);
        gram[at] = (gram[at] as number) + weight;
      }
    }
  }
  return gram;
}
