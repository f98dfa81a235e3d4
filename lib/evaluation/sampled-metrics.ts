/**
 * What a metric on sampled negatives measures: the relevant item is ranked among m random others instead of all n - 1.
 * Its expected value depends on the true rank r only through the share of the catalogue ahead of it, so it rewards what AUC
 * rewards and can turn the order of two rankers round (Krichene & Rendle, KDD 2020).
 */

/** A ranker, as where it puts the relevant item: shares of users and the rank they get. Shares sum to 1. */
export type RankProfile = readonly { readonly share: number; readonly rank: number }[];

/** `\mathrm{HR@}k = P(r \le k)` over the whole catalogue. */
export function exactHitRate(profile: RankProfile, k: number): number {
  return sumOver(profile, (rank) => (rank <= k ? 1 : 0));
}

/**
 * Expected hit rate among m sampled others, drawn with replacement:
 * `E[\mathrm{HR@}k] = P\bigl(\mathrm{Binomial}(m, \tfrac{r - 1}{n - 1}) < k\bigr)`.
 */
export function sampledHitRate(profile: RankProfile, items: number, samples: number, k: number): number {
  return sumOver(profile, (rank) => binomialBelow(samples, (rank - 1) / (items - 1), k));
}

/** `\mathrm{AUC} = 1 - \frac{r - 1}{n - 1}` for one relevant item. */
export function aucOfProfile(profile: RankProfile, items: number): number {
  return sumOver(profile, (rank) => 1 - (rank - 1) / (items - 1));
}

/** `P(\mathrm{Binomial}(m, p) < k)`, its terms one from the other; in logarithms, so that large m do not underflow. */
export function binomialBelow(trials: number, probability: number, k: number): number {
  if (k <= 0) return 0;
  if (probability <= 0 || trials < k) return 1;
  if (probability >= 1) return 0;
  const odds = Math.log(probability) - Math.log1p(-probability);
  let logTerm = trials * Math.log1p(-probability);
  let sum = Math.exp(logTerm);
  for (let i = 1; i < k; i++) {
    logTerm += Math.log((trials - i + 1) / i) + odds;
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

function sumOver(profile: RankProfile, value: (rank: number) => number): number {
  return profile.reduce((sum, { share, rank }) => sum + share * value(rank), 0);
}
