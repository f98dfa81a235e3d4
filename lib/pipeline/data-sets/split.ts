/** Splits of ratings into what is learnt from (1) and what is held out (0). */
import { type Random, shuffleInPlace } from "@/lib/random";

/**
 * Per item, a random share of its rows is kept, the rest held out: every item with two rows or more stays known.
 * The split of Microsoft Recommenders' comparison (share 0.75).
 */
export function splitByItem(itemOf: ArrayLike<number>, share: number, random: Random): Uint8Array {
  const byItem = new Map<number, number[]>();
  for (let row = 0; row < itemOf.length; row++) {
    const item = itemOf[row] as number;
    const list = byItem.get(item);
    if (list) list.push(row);
    else byItem.set(item, [row]);
  }
  const isKept = new Uint8Array(itemOf.length);
  for (const list of byItem.values()) {
    shuffleInPlace(list, random);
    for (const row of list.slice(0, Math.round(list.length * share))) isKept[row] = 1;
  }
  return isKept;
}

/** The oldest `share` of all rows is kept; rows of the same moment stay together. */
export function splitByTime(times: ArrayLike<number>, share: number): Uint8Array {
  const sorted = Float64Array.from(times).sort();
  const cut = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return Uint8Array.from(times, (time) => (time < cut ? 1 : 0));
}
