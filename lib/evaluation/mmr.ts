/** Maximal marginal relevance (Carbonell and Goldstein, 1998). */

/**
 * Chooses `count` of n items, one after the other: the next is
 * `argmax lambda * relevance(i) - (1 - lambda) * max over chosen j of similarity(i, j)`,
 * where the maximum over nothing is 0. Relevance and similarity should have the same range.
 * Ties go to the earlier item. Returns indices in the order of choice.
 */
export function selectByMmr(
  relevance: ArrayLike<number>,
  similarity: (a: number, b: number) => number,
  lambda: number,
  count: number,
): number[] {
  const chosen: number[] = [];
  const isChosen = new Uint8Array(relevance.length);
  const closest = new Float64Array(relevance.length);
  while (chosen.length < Math.min(count, relevance.length)) {
    let best = -1;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < relevance.length; i++) {
      if (isChosen[i]) continue;
      const value = lambda * (relevance[i] as number) - (1 - lambda) * (closest[i] as number);
      if (value > bestValue) {
        bestValue = value;
        best = i;
      }
    }
    chosen.push(best);
    isChosen[best] = 1;
    for (let i = 0; i < relevance.length; i++) {
      if (isChosen[i]) continue;
      const s = similarity(i, best);
      // The first choice sets the maximum, whatever its sign.
      closest[i] = chosen.length === 1 ? s : Math.max(closest[i] as number, s);
    }
  }
  return chosen;
}
