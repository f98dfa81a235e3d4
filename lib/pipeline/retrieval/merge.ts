/** Merges the lists of several sources, keeping for each item which sources brought it, at what rank and score. */
import { type CandidateList, type MergedCandidates, SOURCE_NAMES, type SourceName } from "../types";

export type SourceResult = { readonly source: SourceName; readonly list: CandidateList };

/** Items in the order of their best rank in any source; at equal rank, sources in the order of SOURCE_NAMES. */
export function mergeSources(results: readonly SourceResult[]): MergedCandidates {
  const at = new Map<number, number>();
  const longest = Math.max(0, ...results.map(({ list }) => list.items.length));
  for (let rank = 0; rank < longest; rank++)
    for (const { list } of results) {
      const item = list.items[rank];
      if (item !== undefined && !at.has(item)) at.set(item, at.size);
    }
  const width = SOURCE_NAMES.length;
  const merged = {
    items: Int32Array.from(at.keys()),
    sourceMasks: new Uint8Array(at.size),
    sourceRanks: new Int32Array(at.size * width),
    sourceScores: new Float32Array(at.size * width),
  };
  for (const { source, list } of results) {
    const s = SOURCE_NAMES.indexOf(source);
    for (const [rank, item] of list.items.entries()) {
      const row = at.get(item) as number;
      merged.sourceMasks[row] = (merged.sourceMasks[row] as number) | (1 << s);
      merged.sourceRanks[row * width + s] = rank + 1;
      merged.sourceScores[row * width + s] = list.scores[rank] as number;
    }
  }
  return merged;
}

/** The candidates for which `keep` holds, in the same order. */
export function selectCandidates(
  merged: MergedCandidates,
  keep: (index: number) => boolean,
): MergedCandidates {
  const width = SOURCE_NAMES.length;
  const kept = Array.from(merged.items.keys()).filter(keep);
  const selected = {
    items: Int32Array.from(kept, (i) => merged.items[i] as number),
    sourceMasks: Uint8Array.from(kept, (i) => merged.sourceMasks[i] as number),
    sourceRanks: new Int32Array(kept.length * width),
    sourceScores: new Float32Array(kept.length * width),
  };
  for (const [to, from] of kept.entries()) {
    selected.sourceRanks.set(merged.sourceRanks.subarray(from * width, (from + 1) * width), to * width);
    selected.sourceScores.set(merged.sourceScores.subarray(from * width, (from + 1) * width), to * width);
  }
  return selected;
}
