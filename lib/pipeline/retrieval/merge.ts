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

/** The candidates for whose items `keep` holds, in the same order. */
export function selectCandidates(
  merged: MergedCandidates,
  keep: (item: number) => boolean,
): MergedCandidates {
  const width = SOURCE_NAMES.length;
  const kept: number[] = [];
  for (let i = 0; i < merged.items.length; i++) if (keep(merged.items[i] as number)) kept.push(i);
  const selected = {
    items: new Int32Array(kept.length),
    sourceMasks: new Uint8Array(kept.length),
    sourceRanks: new Int32Array(kept.length * width),
    sourceScores: new Float32Array(kept.length * width),
  };
  for (let to = 0; to < kept.length; to++) {
    const from = kept[to] as number;
    selected.items[to] = merged.items[from] as number;
    selected.sourceMasks[to] = merged.sourceMasks[from] as number;
    for (let s = 0; s < width; s++) {
      selected.sourceRanks[to * width + s] = merged.sourceRanks[from * width + s] as number;
      selected.sourceScores[to * width + s] = merged.sourceScores[from * width + s] as number;
    }
  }
  return selected;
}
