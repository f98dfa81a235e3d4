/** Ratings as read from a file: columns with dense ids, in the order of the lines, and the names behind the ids. */
import { ownString } from "./line-reader";

export type RatingTable = {
  readonly users: readonly string[];
  readonly items: readonly string[];
  /** Aligned columns, one entry a row. */
  readonly userOf: Int32Array;
  readonly itemOf: Int32Array;
  /** 1 where the file has no ratings. */
  readonly ratings: Float32Array;
  /** Seconds or whatever the file counts in; only order and distance matter. 0 where the file has no times. */
  readonly times: Float64Array;
};

const FIRST_CAPACITY = 4_096;

function grown<Column extends Int32Array | Float32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}

/** Collects rows; ids are given in the order of first appearance. */
export class RatingTableBuilder {
  private readonly userIds = new Map<string, number>();
  private readonly itemIds = new Map<string, number>();
  private userOf = new Int32Array(FIRST_CAPACITY);
  private itemOf = new Int32Array(FIRST_CAPACITY);
  private ratings = new Float32Array(FIRST_CAPACITY);
  private times = new Float64Array(FIRST_CAPACITY);
  private length = 0;

  get rows(): number {
    return this.length;
  }

  add(user: string, item: string, rating: number, time: number) {
    if (this.length === this.userOf.length) {
      const capacity = this.length * 2;
      this.userOf = grown(this.userOf, new Int32Array(capacity));
      this.itemOf = grown(this.itemOf, new Int32Array(capacity));
      this.ratings = grown(this.ratings, new Float32Array(capacity));
      this.times = grown(this.times, new Float64Array(capacity));
    }
    this.userOf[this.length] = idIn(this.userIds, user);
    this.itemOf[this.length] = idIn(this.itemIds, item);
    this.ratings[this.length] = rating;
    this.times[this.length] = time;
    this.length++;
  }

  build(): RatingTable {
    return {
      users: [...this.userIds.keys()],
      items: [...this.itemIds.keys()],
      userOf: this.userOf.subarray(0, this.length),
      itemOf: this.itemOf.subarray(0, this.length),
      ratings: this.ratings.subarray(0, this.length),
      times: this.times.subarray(0, this.length),
    };
  }
}

function idIn(ids: Map<string, number>, name: string): number {
  const known = ids.get(name);
  if (known !== undefined) return known;
  ids.set(ownString(name), ids.size);
  return ids.size - 1;
}

/** The rows where `isKept` is not 0. Ids stay as they are. */
export function selectRows(table: RatingTable, isKept: ArrayLike<number | boolean>): RatingTable {
  const rows = Int32Array.from(table.userOf.keys()).filter((row) => isKept[row]);
  return {
    users: table.users,
    items: table.items,
    userOf: rows.map((row) => table.userOf[row] as number),
    itemOf: rows.map((row) => table.itemOf[row] as number),
    ratings: Float32Array.from(rows, (row) => table.ratings[row] as number),
    times: Float64Array.from(rows, (row) => table.times[row] as number),
  };
}
