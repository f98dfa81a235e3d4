/** MMR and DPP as re-rankers: they put the slate first, in the order of choice, and leave the rest behind it as ranked. */

import { selectByDpp } from "@/lib/evaluation/dpp";
import { selectByMmr } from "@/lib/evaluation/mmr";
import type { Move, Reranker, RerankInput, RerankOutput } from "../types";

/** Cosine of two items in [-1, 1]. */
export type Similarity = (a: number, b: number) => number;

/** How strongly quality counts in the DPP kernel: quality = exp(DPP_QUALITY * relevance). */
const DPP_QUALITY = 3;
/** Weight of similarity off the diagonal; below 1 keeps the kernel well conditioned. */
const DPP_SIMILARITY = 0.95;

/** Scores scaled to [0, 1], the range of similarities. */
export function scaleToUnit(scores: Float32Array): Float32Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    if (score < low) low = score;
    if (score > high) high = score;
  }
  return scores.map((score) => (high > low ? (score - low) / (high - low) : 1));
}

function putFirst(
  { items, scores }: RerankInput,
  chosen: readonly number[],
  reason: string,
): RerankOutput<never> {
  const isChosen = new Set(chosen);
  const order = [...chosen, ...Array.from(items.keys()).filter((i) => !isChosen.has(i))];
  const moves: Move[] = [];
  for (const [to, from] of chosen.entries())
    if (from !== to) moves.push({ item: items[from] as number, from: from + 1, to: to + 1, reason });
  return {
    items: Int32Array.from(order, (i) => items[i] as number),
    scores: Float32Array.from(order, (i) => scores[i] as number),
    drops: [],
    moves,
  };
}

export function createMmr(similarity: Similarity, lambda: number): Reranker<unknown, never> {
  return {
    name: "mmr",
    rerank(_query, input) {
      const { items, scores, slateSize } = input;
      const between = (a: number, b: number) =>
        Math.max(0, similarity(items[a] as number, items[b] as number));
      return putFirst(input, selectByMmr(scaleToUnit(scores), between, lambda, slateSize), "mmr");
    },
  };
}

export function createDppReranker(similarity: Similarity): Reranker<unknown, never> {
  return {
    name: "dpp",
    rerank(_query, input) {
      const { items, scores, slateSize } = input;
      const quality = scaleToUnit(scores).map((relevance) => Math.exp(DPP_QUALITY * relevance));
      const kernel = (a: number, b: number) => {
        const together = (quality[a] as number) * (quality[b] as number);
        if (a === b) return together;
        return together * DPP_SIMILARITY * similarity(items[a] as number, items[b] as number);
      };
      return putFirst(input, selectByDpp(items.length, kernel, slateSize), "dpp");
    },
  };
}
