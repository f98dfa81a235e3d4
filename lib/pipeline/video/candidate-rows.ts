/** Rows of the catalogue as the sources keep them: grouped, and cut to the best. Typed arrays, so that a million fit. */
import type { VideoCatalogue } from "@/lib/worlds/video/types";
import { LANGUAGES, TOPICS } from "@/lib/worlds/video/vocabulary";
import type { CandidateList } from "../types";

/** Rows of group g are entries [starts[g], starts[g + 1]) of `rows`, in rising order. */
export type RowGroups = { readonly starts: Int32Array; readonly rows: Int32Array };

/** Counting sort of the rows [0, size) into groups; rows whose group is negative are left out. */
export function groupRows(size: number, groups: number, groupOf: (row: number) => number): RowGroups {
  const starts = new Int32Array(groups + 1);
  for (let row = 0; row < size; row++) {
    const group = groupOf(row);
    if (group >= 0) starts[group + 1] = (starts[group + 1] as number) + 1;
  }
  for (let g = 0; g < groups; g++) starts[g + 1] = (starts[g + 1] as number) + (starts[g] as number);
  const next = starts.slice();
  const rows = new Int32Array(starts[groups] as number);
  for (let row = 0; row < size; row++) {
    const group = groupOf(row);
    if (group < 0) continue;
    rows[next[group] as number] = row;
    next[group] = (next[group] as number) + 1;
  }
  return { starts, rows };
}

export const TOPIC_GROUPS = TOPICS.length * LANGUAGES.length;
/** Group of a topic in a language. */
export const topicGroup = (topic: number, language: number) => topic * LANGUAGES.length + language;

/** Rows for which `keep` holds, by topic and language. */
export function groupByTopic(catalogue: VideoCatalogue, keep: (row: number) => boolean): RowGroups {
  return groupRows(catalogue.size, TOPIC_GROUPS, (row) =>
    keep(row) ? topicGroup(catalogue.topic[row] as number, catalogue.language[row] as number) : -1,
  );
}

/** The k items of the highest scores, best first; equal scores go to the lower item. */
export function selectBest(items: Int32Array, scores: Float32Array, k: number): CandidateList {
  const threshold =
    k < items.length ? (scores.slice().sort()[items.length - k] as number) : Number.NEGATIVE_INFINITY;
  const best: number[] = [];
  for (let i = 0; i < items.length; i++) if ((scores[i] as number) >= threshold) best.push(i);
  best.sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || (items[a] as number) - (items[b] as number),
  );
  best.length = Math.min(best.length, k);
  return {
    items: Int32Array.from(best, (i) => items[i] as number),
    scores: Float32Array.from(best, (i) => scores[i] as number),
  };
}
