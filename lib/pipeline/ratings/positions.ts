/**
 * Where in a user's sequence each interaction lies: its mid-rank by time, so that interactions of one moment share a
 * position. People meet items in runs (a series, a shelf, an evening), so what lies close together belongs together.
 */
import type { Interactions } from "../data-sets/interactions";

/** Positions aligned with the interactions; non-decreasing within a user. */
export function midRanks({ users, offsets, times }: Interactions): Float32Array {
  const positions = new Float32Array(times.length);
  for (let user = 0; user < users; user++) {
    const from = offsets[user] as number;
    const to = offsets[user + 1] as number;
    let start = from;
    while (start < to) {
      let end = start + 1;
      while (end < to && times[end] === times[start]) end++;
      positions.fill((start + end - 1) / 2 - from, start, end);
      start = end;
    }
  }
  return positions;
}
