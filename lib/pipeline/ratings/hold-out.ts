/** Training interactions and what is held out of them, in one numbering of users and items. */
import { type Interactions, toInteractions } from "../data-sets/interactions";
import { type RatingTable, RatingTableBuilder, selectRows } from "../data-sets/rating-table";

export type HoldOut = {
  readonly train: Interactions;
  /** Held-out items by user; users and items may be unknown to training. */
  readonly relevantOf: ReadonlyMap<number, ReadonlySet<number>>;
  readonly testRows: number;
  /** Users and items with training rows. */
  readonly trainUsers: number;
  readonly trainItems: number;
  /** All held-out rows lie after all training rows, as in production. */
  readonly isForward: boolean;
};

/** Rows where `isKept` is not 0 are for training, the others held out. */
export function holdOut(table: RatingTable, isKept: ArrayLike<number>): HoldOut {
  const train = selectRows(table, isKept);
  const relevantOf = new Map<number, Set<number>>();
  let testRows = 0;
  let earliest = Number.POSITIVE_INFINITY;
  for (const [row, user] of table.userOf.entries()) {
    if (isKept[row]) continue;
    testRows++;
    earliest = Math.min(earliest, table.times[row] as number);
    const relevant = relevantOf.get(user) ?? new Set();
    relevantOf.set(user, relevant.add(table.itemOf[row] as number));
  }
  // The moment of the request is known to whoever serves it: does the test lie after all that is learnt from?
  const latest = train.times.reduce((top, time) => Math.max(top, time), Number.NEGATIVE_INFINITY);
  return {
    train: toInteractions(train, table.users.length, table.items.length),
    relevantOf,
    testRows,
    trainUsers: new Set(train.userOf).size,
    trainItems: new Set(train.itemOf).size,
    isForward: earliest >= latest && latest > 0,
  };
}

/** Two files, each with ids of its own, as one table and a mask: 1 for rows of `train`. */
export function joinTables(
  train: RatingTable,
  test: RatingTable,
): { table: RatingTable; isKept: Uint8Array } {
  const builder = new RatingTableBuilder();
  for (const { users, items, userOf, itemOf, ratings, times } of [train, test])
    for (let row = 0; row < userOf.length; row++)
      builder.add(
        users[userOf[row] as number] ?? "",
        items[itemOf[row] as number] ?? "",
        ratings[row] as number,
        times[row] as number,
      );
  const table = builder.build();
  const isKept = new Uint8Array(table.userOf.length).fill(1, 0, train.userOf.length);
  return { table, isKept };
}
