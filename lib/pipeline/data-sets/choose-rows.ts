/** Which of the rows that were read take part: from a rating up, of items and users that have enough of them. */
import { type RatingTable, selectRows } from "./rating-table";

export type RowChoice = {
  /** Only ratings of at least this much count; null for all. */
  readonly likedFrom: number | null;
  readonly minimumPerItem: number;
  readonly minimumPerUser: number;
};

/** Filters by rating, then items, then users, each once: afterwards an item may have fewer than its minimum again. */
export function chooseRows(table: RatingTable, choice: RowChoice): RatingTable {
  const { likedFrom, minimumPerItem, minimumPerUser } = choice;
  let chosen = table;
  if (likedFrom !== null)
    chosen = selectRows(
      chosen,
      chosen.ratings.map((rating) => Number(rating >= likedFrom)),
    );
  chosen = withEnough(chosen, "itemOf", table.items.length, minimumPerItem);
  return withEnough(chosen, "userOf", table.users.length, minimumPerUser);
}

function withEnough(
  table: RatingTable,
  key: "itemOf" | "userOf",
  size: number,
  minimum: number,
): RatingTable {
  if (minimum <= 1) return table;
  const counts = new Int32Array(size);
  for (const id of table[key]) counts[id] = (counts[id] as number) + 1;
  return selectRows(
    table,
    table[key].map((id) => Number((counts[id] as number) >= minimum)),
  );
}
