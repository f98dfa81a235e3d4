/** Ratings as the models read them: per user, in the order of time, with dense ids. */

export type Interactions = {
  readonly users: number;
  readonly items: number;
  /** Interactions of user u are entries [offsets[u], offsets[u + 1]), oldest first, each item at most once. */
  readonly offsets: Int32Array;
  readonly itemOf: Int32Array;
  readonly ratings: Float32Array;
  readonly times: Float64Array;
};

export type Row = {
  readonly user: number;
  readonly item: number;
  readonly rating: number;
  readonly time: number;
};

/** Orders rows by user and time; a pair that comes again counts once, with its last rating. */
export function toInteractions(rows: readonly Row[], users: number, items: number): Interactions {
  const order = Array.from(rows.keys()).sort((a, b) => {
    const left = rows[a] as Row;
    const right = rows[b] as Row;
    return left.user - right.user || left.time - right.time || a - b;
  });
  const lastOf = new Map<number, number>();
  for (const index of order) {
    const { user, item } = rows[index] as Row;
    lastOf.set(user * items + item, index);
  }
  const kept = order.filter((index) => {
    const { user, item } = rows[index] as Row;
    return lastOf.get(user * items + item) === index;
  });
  const offsets = new Int32Array(users + 1);
  for (const index of kept) {
    const { user } = rows[index] as Row;
    offsets[user + 1] = (offsets[user + 1] as number) + 1;
  }
  for (let u = 0; u < users; u++) offsets[u + 1] = (offsets[u + 1] as number) + (offsets[u] as number);
  return {
    users,
    items,
    offsets,
    itemOf: Int32Array.from(kept, (index) => (rows[index] as Row).item),
    ratings: Float32Array.from(kept, (index) => (rows[index] as Row).rating),
    times: Float64Array.from(kept, (index) => (rows[index] as Row).time),
  };
}

/** The interactions as rows again, user by user. */
export function toRows({ users, offsets, itemOf, ratings, times }: Interactions): Row[] {
  const rows: Row[] = [];
  for (let user = 0; user < users; user++)
    for (let k = offsets[user] as number; k < (offsets[user + 1] as number); k++)
      rows.push({ user, item: itemOf[k] as number, rating: ratings[k] as number, time: times[k] as number });
  return rows;
}

/** Number of interactions of each item. */
export function countItems({ items, itemOf }: Interactions): Float32Array {
  const counts = new Float32Array(items);
  for (const item of itemOf) counts[item] = (counts[item] as number) + 1;
  return counts;
}
