/** Merges the lists of several sources, keeping for each item which sources brought it, at what rank and score. */
import { RRF_K, reciprocalRankShare } from "@/lib/evaluation/rank-fusion";
import type { CandidateList, MergedCandidates } from "../types";

export type SourceResult<Source extends string> = { readonly source: Source; readonly list: CandidateList };

/**
 * Items in the order of their best rank in any source; at equal rank, sources in the order of `results`.
 * `sources` names all that a pipeline has (at most eight), whether or not they brought anything.
 */
export function mergeSources<Source extends string>(
  sources: readonly Source[],
  results: readonly SourceResult<Source>[],
): MergedCandidates<Source> {
  const at = new Map<number, number>();
  const longest = Math.max(0, ...results.map(({ list }) => list.items.length));
  for (let rank = 0; rank < longest; rank++)
    for (const { list } of results) {
      const item = list.items[rank];
      if (item !== undefined && !at.has(item)) at.set(item, at.size);
    }
  const width = sources.length;
  const merged = {
    sources,
    items: Int32Array.from(at.keys()),
    sourceMasks: new Uint8Array(at.size),
    sourceRanks: new Int32Array(at.size * width),
    sourceScores: new Float32Array(at.size * width),
  };
  for (const { source, list } of results) {
    const s = sources.indexOf(source);
    for (const [rank, item] of list.items.entries()) {
      const row = at.get(item) as number;
      merged.sourceMasks[row] = (merged.sourceMasks[row] as number) | (1 << s);
      merged.sourceRanks[row * width + s] = rank + 1;
      merged.sourceScores[row * width + s] = list.scores[rank] as number;
    }
  }
  return merged;
}

/** The candidates at `rows`, in that order. */
export function takeCandidates<Source extends string>(
  merged: MergedCandidates<Source>,
  rows: ArrayLike<number>,
): MergedCandidates<Source> {
  const width = merged.sources.length;
  const taken = {
    sources: merged.sources,
    items: new Int32Array(rows.length),
    sourceMasks: new Uint8Array(rows.length),
    sourceRanks: new Int32Array(rows.length * width),
    sourceScores: new Float32Array(rows.length * width),
  };
  for (let to = 0; to < rows.length; to++) {
    const from = rows[to] as number;
    taken.items[to] = merged.items[from] as number;
    taken.sourceMasks[to] = merged.sourceMasks[from] as number;
    for (let s = 0; s < width; s++) {
      taken.sourceRanks[to * width + s] = merged.sourceRanks[from * width + s] as number;
      taken.sourceScores[to * width + s] = merged.sourceScores[from * width + s] as number;
    }
  }
  return taken;
}

/** The candidates for whose items `keep` holds, in the same order. */
export function selectCandidates<Source extends string>(
  merged: MergedCandidates<Source>,
  keep: (item: number) => boolean,
): MergedCandidates<Source> {
  const kept: number[] = [];
  for (let i = 0; i < merged.items.length; i++) if (keep(merged.items[i] as number)) kept.push(i);
  return takeCandidates(merged, kept);
}

/**
 * Reciprocal rank fusion of the sources: `\sum_{s} w_s / (k + rank_s)` (Cormack et al., 2009), [items]; k is 60 and
 * each weight 1 unless told. The order of a merge that asks for it, and of any pipeline whose ranker is switched off.
 */
export function fuseRanks<Source extends string>(
  candidates: MergedCandidates<Source>,
  weights?: Readonly<Partial<Record<Source, number>>>,
  constant = RRF_K,
): Float32Array {
  const width = candidates.sources.length;
  const weightOf = candidates.sources.map((source) => weights?.[source] ?? 1);
  return Float32Array.from(candidates.items, (_, i) => {
    let sum = 0;
    for (let s = 0; s < width; s++) {
      const rank = candidates.sourceRanks[i * width + s] as number;
      if (rank > 0) sum += reciprocalRankShare(rank, constant, weightOf[s] as number);
    }
    return sum;
  });
}

/** Indices by falling score; equal scores keep their order. */
export function orderByScore(scores: Float32Array): Int32Array {
  return Int32Array.from(scores.keys()).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
  );
}
