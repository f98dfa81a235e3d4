/**
 * How likely each position is seen, measured from interventions: pages on which chance, not relevance, decided where a result
 * stood (swaps of adjacent results: Joachims, Swaminathan & Schnabel, 2017).
 */

/** Clicks on the pair of positions k and k + 1 of all pages that flipped a coin over it. */
export type SwapClicks = { readonly upper: number; readonly lower: number };

/**
 * `\hat p_{k+1} / \hat p_k = c_{k+1} / c_k` over pages where a coin decides which of two results stands at k: both positions
 * see the same results equally often. `swaps[k - 1]` is the pair (k, k + 1). Returns P(seen) over that of position 1; a pair
 * without clicks above leaves what follows unknown (NaN).
 */
export function examinationFromSwaps(swaps: readonly SwapClicks[]): Float64Array {
  const examination = new Float64Array(swaps.length + 1).fill(1);
  swaps.forEach(({ upper, lower }, column) => {
    const ratio = upper === 0 ? Number.NaN : lower / upper;
    examination[column + 1] = (examination[column] as number) * ratio;
  });
  return examination;
}
