/**
 * Items in the numbering that the models use: by frequency, most frequent first. The first of them, the core, get
 * closed-form weights and vectors; the others are reached by users with the same taste.
 */

/** Items beyond this many are not recommended: their scores would not fit a request. */
const ITEM_LIMIT = 50_000;
/** Items that get closed-form weights: the square of this many floats fits in memory thrice. */
const CORE_LIMIT = 3_000;
/** An item with fewer training ratings has too few to say what it goes together with, so it may stay outside. */
const CORE_SUPPORT = 12;
/** Up to here an inverse takes no time that matters, so that support is not asked for. */
const CORE_MINIMUM = 1_800;

export type Catalogue = {
  readonly size: number;
  /** The first `core` numbers are the core. */
  readonly core: number;
  /** -1 for items that are not in the catalogue. */
  readonly numberOf: Int32Array;
  readonly itemOf: Int32Array;
};

/** The most frequent items with at least one interaction; equal ones in the order of their ids. */
export function createCatalogue(counts: Float32Array): Catalogue {
  const order = Array.from(counts.keys())
    .filter((item) => (counts[item] as number) > 0)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
    .slice(0, ITEM_LIMIT);
  const numberOf = new Int32Array(counts.length).fill(-1);
  for (const [number, item] of order.entries()) numberOf[item] = number;
  const supported = order.filter((item) => (counts[item] as number) >= CORE_SUPPORT).length;
  const core = Math.min(order.length, CORE_LIMIT, Math.max(CORE_MINIMUM, supported));
  return { size: order.length, core, numberOf, itemOf: Int32Array.from(order) };
}
