/** Ratings as the models read them: per user, in the order of time, each item at most once. */
import type { RatingTable } from "./rating-table";

export type Interactions = {
  readonly users: number;
  readonly items: number;
  /** Interactions of user u are entries [offsets[u], offsets[u + 1]), oldest first, each item at most once. */
  readonly offsets: Int32Array;
  readonly itemOf: Int32Array;
  readonly ratings: Float32Array;
  readonly times: Float64Array;
};

/** Rows with dense ids: userOf in [0, users), itemOf in [0, items). */
export type Rows = Pick<RatingTable, "userOf" | "itemOf" | "ratings" | "times">;

/** Row numbers grouped by user: `rows[offsets[u] .. offsets[u + 1])`, in the order of the rows. */
function groupByUser(userOf: Int32Array, users: number): { offsets: Int32Array; rows: Int32Array } {
  const offsets = new Int32Array(users + 1);
  for (const user of userOf) offsets[user + 1] = (offsets[user + 1] as number) + 1;
  for (let u = 0; u < users; u++) offsets[u + 1] = (offsets[u + 1] as number) + (offsets[u] as number);
  const next = offsets.slice();
  const rows = new Int32Array(userOf.length);
  for (const [row, user] of userOf.entries()) {
    const at = next[user] as number;
    rows[at] = row;
    next[user] = at + 1;
  }
  return { offsets, rows };
}

/** Orders rows by user and time; a pair that comes again counts once, with its last rating. */
export function toInteractions(table: Rows, users: number, items: number): Interactions {
  const { userOf, itemOf, ratings, times } = table;
  const grouped = groupByUser(userOf, users);
  /** The user in whose list an item was last met, plus one. */
  const metBy = new Int32Array(items);
  const kept = new Int32Array(userOf.length);
  const offsets = new Int32Array(users + 1);
  let length = 0;
  for (let user = 0; user < users; user++) {
    const own = grouped.rows
      .slice(grouped.offsets[user] as number, grouped.offsets[user + 1] as number)
      .sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
    const start = length;
    for (let k = own.length - 1; k >= 0; k--) {
      const row = own[k] as number;
      const item = itemOf[row] as number;
      if (metBy[item] === user + 1) continue;
      metBy[item] = user + 1;
      kept[length++] = row;
    }
    kept.subarray(start, length).reverse();
    offsets[user + 1] = length;
  }
  const chosen = kept.subarray(0, length);
  return {
    users,
    items,
    offsets,
    itemOf: chosen.map((row) => itemOf[row] as number),
    ratings: Float32Array.from(chosen, (row) => ratings[row] as number),
    times: Float64Array.from(chosen, (row) => times[row] as number),
  };
}

/** The interactions as rows again, user by user. */
export function toRows({ users, offsets, itemOf, ratings, times }: Interactions): Rows {
  const userOf = new Int32Array(itemOf.length);
  for (let user = 0; user < users; user++)
    userOf.fill(user, offsets[user] as number, offsets[user + 1] as number);
  return { userOf, itemOf, ratings, times };
}

/** Number of interactions of each item. */
export function countItems({ items, itemOf }: Interactions): Float32Array {
  const counts = new Float32Array(items);
  for (const item of itemOf) counts[item] = (counts[item] as number) + 1;
  return counts;
}
