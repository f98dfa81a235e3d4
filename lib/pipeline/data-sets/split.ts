/** Splits of ratings into what is learnt from and what is held out. */
import type { Random } from "@/lib/random";

/** What a split reads of a row: the item that it stratifies by, the moment that it cuts at. */
export type SplitRow = { readonly item: number | string; readonly time: number };

/**
 * Per item, a random share of its rows is kept (`true`), the rest held out: every item with two rows or more stays
 * known. The split of Microsoft Recommenders' comparison (share 0.75).
 */
export function splitByItem(rows: readonly SplitRow[], share: number, random: Random): boolean[] {
  const byItem = new Map<number | string, number[]>();
  for (const [index, { item }] of rows.entries()) {
    const list = byItem.get(item);
    if (list) list.push(index);
    else byItem.set(item, [index]);
  }
  const isKept = new Array<boolean>(rows.length).fill(false);
  for (const list of byItem.values()) {
    for (let i = list.length - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      const swapped = list[i] as number;
      list[i] = list[j] as number;
      list[j] = swapped;
    }
    for (const index of list.slice(0, Math.round(list.length * share))) isKept[index] = true;
  }
  return isKept;
}

/** The oldest `share` of all rows is kept; rows of the same moment stay together. */
export function splitByTime(rows: readonly SplitRow[], share: number): boolean[] {
  const times = rows.map(({ time }) => time).sort((a, b) => a - b);
  const cut = times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return rows.map(({ time }) => time < cut);
}
