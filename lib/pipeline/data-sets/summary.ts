/** What is in a table of ratings, for whoever decides whether it was read as meant. */
import type { RatingTable } from "./rating-table";

export type RatingsSummary = {
  readonly rows: number;
  readonly users: number;
  readonly items: number;
  /** Rows that repeat an earlier pair of user and item; the latest of each pair counts. */
  readonly duplicates: number;
  /** Share of all pairs of user and item that are rated, 0 to 1. */
  readonly density: number;
  /** First and last moment in seconds; null when the file has no times, or one for all. */
  readonly timeRange: readonly [number, number] | null;
  /** How often each value was given, by value; values share a bar when there are very many. */
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly medianPerUser: number;
  readonly largestUser: number;
  readonly singleRatingUsers: number;
  readonly singleRatingItems: number;
  /** Rows whose user and whose item appear nowhere else: nothing can be learnt from them. The first few by name. */
  readonly isolated: { readonly count: number; readonly examples: readonly { user: string; item: string }[] };
};

const MAX_BARS = 20;
const MAX_EXAMPLES = 3;

function countBy(ids: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const id of ids) counts[id] = (counts[id] as number) + 1;
  return counts;
}

/** Pairs that come again, without keys for all pairs: users one after the other. */
function countDuplicates({ users, items, userOf, itemOf }: RatingTable): number {
  const order = Int32Array.from(userOf.keys()).sort(
    (a, b) => (userOf[a] as number) - (userOf[b] as number) || a - b,
  );
  const metBy = new Int32Array(items.length).fill(-1);
  let duplicates = 0;
  for (const row of users.length > 0 ? order : []) {
    const item = itemOf[row] as number;
    if (metBy[item] === userOf[row]) duplicates++;
    metBy[item] = userOf[row] as number;
  }
  return duplicates;
}

function histogramOf(ratings: Float32Array): RatingsSummary["histogram"] {
  const counts = new Map<number, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  const values = [...counts].sort((a, b) => a[0] - b[0]);
  if (values.length <= MAX_BARS) return values.map(([value, count]) => ({ from: value, to: value, count }));
  const low = values[0]?.[0] ?? 0;
  const width = ((values.at(-1)?.[0] ?? 0) - low) / MAX_BARS;
  const bars = Array.from({ length: MAX_BARS }, (_, b) => ({
    from: low + b * width,
    to: low + (b + 1) * width,
    count: 0,
  }));
  for (const [value, count] of values) {
    const bar = bars[Math.min(MAX_BARS - 1, Math.floor((value - low) / width))];
    if (bar) bar.count += count;
  }
  return bars;
}

export function summarise(table: RatingTable): RatingsSummary {
  const { users, items, userOf, itemOf, times } = table;
  const perUser = countBy(userOf, users.length);
  const perItem = countBy(itemOf, items.length);
  const sorted = perUser.slice().sort();
  const first = times.reduce((low, time) => Math.min(low, time), Number.POSITIVE_INFINITY);
  const last = times.reduce((top, time) => Math.max(top, time), Number.NEGATIVE_INFINITY);
  const isolated = Array.from(userOf.keys()).filter(
    (row) => perUser[userOf[row] as number] === 1 && perItem[itemOf[row] as number] === 1,
  );
  const duplicates = countDuplicates(table);
  return {
    rows: userOf.length,
    users: users.length,
    items: items.length,
    duplicates,
    density: (userOf.length - duplicates) / Math.max(1, users.length * items.length),
    timeRange: last > first ? [first, last] : null,
    histogram: histogramOf(table.ratings),
    medianPerUser: sorted[sorted.length >> 1] ?? 0,
    largestUser: sorted.at(-1) ?? 0,
    singleRatingUsers: perUser.filter((count) => count === 1).length,
    singleRatingItems: perItem.filter((count) => count === 1).length,
    isolated: {
      count: isolated.length,
      examples: isolated.slice(0, MAX_EXAMPLES).map((row) => ({
        user: users[userOf[row] as number] ?? "",
        item: items[itemOf[row] as number] ?? "",
      })),
    },
  };
}
