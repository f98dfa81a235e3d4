/** Columns of the log that grow by doubling. */
import type { Outcome } from "./behaviour";
import type { VideoLog } from "./types";

const FIRST_CAPACITY = 1 << 16;

const allocate = (capacity: number) => ({
  user: new Int32Array(capacity),
  item: new Int32Array(capacity),
  day: new Float32Array(capacity),
  position: new Uint8Array(capacity),
  source: new Uint8Array(capacity),
  propensity: new Float32Array(capacity),
  clicked: new Uint8Array(capacity),
  watchFraction: new Float32Array(capacity),
  liked: new Uint8Array(capacity),
  hidden: new Uint8Array(capacity),
});

/** Where in the log's world a row happened: `position` and `propensity` are 0 outside the recommender. */
export type Placement = { position: number; source: number; propensity: number };

export class LogBuilder {
  private capacity = FIRST_CAPACITY;
  private columns = allocate(FIRST_CAPACITY);
  private size = 0;

  push(user: number, item: number, day: number, placement: Placement, outcome: Outcome) {
    if (this.size === this.capacity) this.grow();
    const { columns, size: row } = this;
    columns.user[row] = user;
    columns.item[row] = item;
    columns.day[row] = day;
    columns.position[row] = placement.position;
    columns.source[row] = placement.source;
    columns.propensity[row] = placement.propensity;
    columns.clicked[row] = Number(outcome.clicked);
    columns.watchFraction[row] = outcome.watchFraction;
    columns.liked[row] = Number(outcome.liked);
    columns.hidden[row] = Number(outcome.hidden);
    this.size++;
  }

  private grow() {
    const old = this.columns;
    this.capacity *= 2;
    this.columns = allocate(this.capacity);
    for (const name of Object.keys(old) as (keyof typeof old)[]) this.columns[name].set(old[name]);
  }

  finish(): VideoLog {
    const { columns, size } = this;
    return {
      size,
      user: columns.user.slice(0, size),
      item: columns.item.slice(0, size),
      day: columns.day.slice(0, size),
      position: columns.position.slice(0, size),
      source: columns.source.slice(0, size),
      propensity: columns.propensity.slice(0, size),
      clicked: columns.clicked.slice(0, size),
      watchFraction: columns.watchFraction.slice(0, size),
      liked: columns.liked.slice(0, size),
      hidden: columns.hidden.slice(0, size),
    };
  }
}
