/**
 * How likely each position is seen, measured from interventions: pages on which chance, not relevance, decided where a result
 * stood. Swaps of adjacent results: Joachims, Swaminathan & Schnabel (2017). Harvesting from several rankers that shared the
 * traffic at random: Agarwal, Zaitsev, Wang, Li, Najork & Joachims, Estimating Position Bias without Intrusive Interventions
 * (2019), "AllPairs".
 */
import { fitPositionBasedModel, type PositionClicks } from "./position-based-model";

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

/** Standard error of `\ln(c_{k+1} / c_k)` by the delta method for Poisson counts: `\sqrt{1/c_{k+1} + 1/c_k}`. */
export const swapRatioLogError = ({ upper, lower }: SwapClicks): number => Math.sqrt(1 / lower + 1 / upper);

/** Pair (k, k') with k < k', both from 1, as one number. */
const pairOf = (upper: number, lower: number, positions: number) => (upper - 1) * positions + (lower - 1);

/**
 * The interventional sets: an item that different rankers put at k and at k' adds its clicks at each, divided by the share
 * of its impressions there, to the pseudo-item (k, k'). `\hat c_k^{k,k'} = \sum_{d} c_{d,k} / w_{d,k}`, and the same for what was not
 * clicked. Rows of one item must lie side by side.
 */
export function harvestInterventions(log: PositionClicks): PositionClicks {
  const { positions } = log;
  const clicks = new Float64Array(positions ** 3);
  const shown = new Float64Array(positions ** 3);
  const slot = (pair: number, position: number) => pair * positions + position - 1;
  for (let from = 0, to = 0; from < log.size; from = to) {
    let total = 0;
    for (to = from; to < log.size && log.item[to] === log.item[from]; to++)
      total += log.impressions[to] as number;
    for (let a = from; a < to; a++)
      for (let b = from; b < to; b++) {
        const [here, there] = [log.position[a] as number, log.position[b] as number];
        if (here === there) continue;
        const share = (log.impressions[a] as number) / total;
        const at = slot(pairOf(Math.min(here, there), Math.max(here, there), positions), here);
        clicks[at] = (clicks[at] as number) + (log.clicks[a] as number) / share;
        shown[at] = (shown[at] as number) + (log.impressions[a] as number) / share;
      }
  }
  const rows = [...shown.keys()].filter((at) => (shown[at] as number) > 0);
  return {
    size: rows.length,
    items: positions ** 2,
    positions,
    item: Int32Array.from(rows, (at) => Math.floor(at / positions)),
    position: Uint8Array.from(rows, (at) => (at % positions) + 1),
    impressions: Float64Array.from(rows, (at) => shown[at] as number),
    clicks: Float64Array.from(rows, (at) => clicks[at] as number),
  };
}

/**
 * AllPairs: the examination under which the harvested pairs are likeliest, each pair with an attractiveness of its own
 * (equation 9 of the paper is the likelihood of a position-based model whose items are the pairs). Returns P(seen) over that of
 * position 1.
 */
export function examinationFromHarvest(log: PositionClicks, iterations = 200): Float64Array {
  return fitPositionBasedModel(harvestInterventions(log), iterations).examination;
}
