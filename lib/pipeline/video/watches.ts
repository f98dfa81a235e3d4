/**
 * Watches by user, in the order of time: what both towers, co-watch and the ranker's features read.
 * A watch counts as satisfied (a positive for retrieval) from 30 seconds or half of the video on.
 */
import type { VideoWorld } from "@/lib/worlds/video/types";

const SATISFIED_SECONDS = 30;
const SATISFIED_FRACTION = 0.5;

/** Watches of user u are entries [offsets[u], offsets[u + 1]), oldest first. */
export type Watches = {
  readonly offsets: Int32Array;
  readonly items: Int32Array;
  readonly days: Float32Array;
  readonly fractions: Float32Array;
  readonly liked: Uint8Array;
  readonly isSatisfied: Uint8Array;
};

/** All clicked watches of the log up to `beforeDay` (exclusive). */
export function collectWatches({ log, catalogue, users }: VideoWorld, beforeDay: number): Watches {
  const offsets = new Int32Array(users.size + 1);
  const counts = (row: number) => log.clicked[row] === 1 && (log.day[row] as number) < beforeDay;
  for (let row = 0; row < log.size; row++)
    if (counts(row))
      offsets[(log.user[row] as number) + 1] = (offsets[(log.user[row] as number) + 1] as number) + 1;
  for (let u = 0; u < users.size; u++) offsets[u + 1] = (offsets[u + 1] as number) + (offsets[u] as number);
  const total = offsets[users.size] as number;
  const next = offsets.slice();
  const watches: Watches = {
    offsets,
    items: new Int32Array(total),
    days: new Float32Array(total),
    fractions: new Float32Array(total),
    liked: new Uint8Array(total),
    isSatisfied: new Uint8Array(total),
  };
  for (let row = 0; row < log.size; row++) {
    if (!counts(row)) continue;
    const user = log.user[row] as number;
    const at = next[user] as number;
    next[user] = at + 1;
    const item = log.item[row] as number;
    const fraction = log.watchFraction[row] as number;
    watches.items[at] = item;
    watches.days[at] = log.day[row] as number;
    watches.fractions[at] = fraction;
    watches.liked[at] = log.liked[row] as number;
    const seconds = fraction * (catalogue.durationSeconds[item] as number);
    watches.isSatisfied[at] = Number(seconds >= SATISFIED_SECONDS || fraction >= SATISFIED_FRACTION);
  }
  return watches;
}

/** Index of the first watch of `user` at or after `day`. */
export function firstWatchFrom(watches: Watches, user: number, day: number): number {
  let low = watches.offsets[user] as number;
  let high = watches.offsets[user + 1] as number;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((watches.days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
