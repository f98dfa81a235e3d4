/** Rows (or queries) of one file dealt to parts: by chance, or in the order of the file, where later parts come later. */
import { type Random, shuffleInPlace } from "@/lib/random";

export const SPLIT_WAYS = ["random", "order"] as const;
export type SplitWay = (typeof SPLIT_WAYS)[number];

/** As many parts as there are shares, which add up to 1; every row is in exactly one. */
export function splitRows(
  rows: Int32Array,
  shares: readonly number[],
  way: SplitWay,
  random: Random,
): Int32Array[] {
  const order = way === "random" ? rows.slice() : rows;
  if (way === "random") shuffleInPlace(order, random);
  let passed = 0;
  return shares.map((share) => {
    const start = Math.round(passed * order.length);
    passed += share;
    return order.subarray(start, Math.round(passed * order.length));
  });
}
