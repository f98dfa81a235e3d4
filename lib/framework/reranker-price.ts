/**
 * What an expensive last model is worth in one currency: purchases gained where it changes the order, purchases lost to the time
 * it takes, and machines, as a share of what all purchases bring. Shares are of searches; losses are linear in milliseconds.
 */
export type RerankerPlan = {
  peakSearchesPerSecond: number;
  searchesPerDay: number;
  /** Query-product pairs read for a search. */
  candidates: number;
  /** Searches answered from a cache of lists that are already re-ranked: they gain and do not wait. */
  cachedShare: number;
  /** Searches about which the ranker is unsure: only there does the order change. */
  unsureShare: number;
  isSkippedWhenSure: boolean;
  /** Relative gain of purchases in an unsure search. */
  gainWhenUnsure: number;
  addedMs: number;
  /** Relative loss of purchases for each 100 ms. */
  lossPer100Ms: number;
  pairsPerSecondAndAccelerator: number;
  dollarsPerAcceleratorHour: number;
  purchasesPerSearch: number;
  dollarsPerPurchase: number;
};

/** `(1 - c)\,u` when sure searches are skipped, `1 - c` otherwise: the searches that wait for the model. */
export const runningShare = ({ cachedShare, unsureShare, isSkippedWhenSure }: RerankerPlan): number =>
  (1 - cachedShare) * (isSkippedWhenSure ? unsureShare : 1);

/** Pairs a second at peak. */
export const pairsPerSecond = (plan: RerankerPlan): number =>
  plan.peakSearchesPerSecond * runningShare(plan) * plan.candidates;

/** Whole machines for the peak; they run all day. */
export const acceleratorsFor = (plan: RerankerPlan): number =>
  Math.ceil(pairsPerSecond(plan) / plan.pairsPerSecondAndAccelerator);

export type RerankerBalance = { gain: number; waiting: number; machines: number; net: number };

/** All four as a share of purchases: `u\,g`, `s\,\frac{ms}{100}\,\ell`, machine dollars over purchase dollars of a day, and what is left. */
export function rerankerBalance(plan: RerankerPlan): RerankerBalance {
  const gain = plan.unsureShare * plan.gainWhenUnsure;
  const waiting = runningShare(plan) * (plan.addedMs / 100) * plan.lossPer100Ms;
  const purchaseDollars = plan.searchesPerDay * plan.purchasesPerSearch * plan.dollarsPerPurchase;
  const machines = (acceleratorsFor(plan) * 24 * plan.dollarsPerAcceleratorHour) / purchaseDollars;
  return { gain, waiting, machines, net: gain - waiting - machines };
}
