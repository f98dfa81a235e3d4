/**
 * Metrics of ranked lists: how good one list is for its query, and what all lists together do to the catalogue. Ranks start at 1; `relevance[0]` is the grade of the first result.
 *
 * Conventions are named because libraries differ: trec_eval and scikit-learn take the grade itself as gain
 * ("linear"), LightGBM and XGBoost take 2^grade - 1 ("exponential"). Average precision divides by the number of
 * all relevant items, as trec_eval does, so items that were never retrieved count against it.
 * Oracle of the tests: scikit-learn 1.x `ndcg_score` and `average_precision_score`.
 */
export type Gain = "linear" | "exponential";

/** `\mathrm{gain}(r) = r` or `2^{r} - 1`. */
export function gainOf(grade: number, gain: Gain): number {
  return gain === "linear" ? grade : 2 ** grade - 1;
}

/** The weight of a rank: `1 / \log_2(\mathrm{rank} + 1)`; 1 at rank 1, 0.5 at rank 3. */
export function rankDiscount(rank: number): number {
  return 1 / Math.log2(rank + 1);
}

/**
 * Discounted cumulative gain (Järvelin & Kekäläinen, 2002), with the base-2 discount in use today.
 * `\mathrm{DCG@}k = \sum_{i=1}^{k} \mathrm{gain}(r_i) / \log_2(i + 1)`
 */
export function dcgAtK(relevance: ArrayLike<number>, k: number, gain: Gain): number {
  let sum = 0;
  for (let i = 0; i < Math.min(k, relevance.length); i++) {
    sum += gainOf(relevance[i] ?? 0, gain) * rankDiscount(i + 1);
  }
  return sum;
}

/**
 * `\mathrm{NDCG@}k = \mathrm{DCG@}k / \mathrm{IDCG@}k`, in [0, 1].
 * `idealRelevance` holds the grades of all judged items of the query, in any order, not only of those retrieved.
 * A query with nothing relevant scores 0; a caller that prefers to skip it or to give 1 decides that itself.
 */
export function ndcgAtK(
  relevance: ArrayLike<number>,
  idealRelevance: ArrayLike<number>,
  k: number,
  gain: Gain,
): number {
  const ideal = dcgAtK(
    Array.from(idealRelevance).sort((a, b) => b - a),
    k,
    gain,
  );
  return ideal === 0 ? 0 : dcgAtK(relevance, k, gain) / ideal;
}

/** Number of relevant items (grade above 0) among the first k. */
export function hitsAtK(relevance: ArrayLike<number>, k: number): number {
  let hits = 0;
  for (let i = 0; i < Math.min(k, relevance.length); i++) {
    if ((relevance[i] ?? 0) > 0) hits++;
  }
  return hits;
}

/** `\mathrm{P@}k = \mathrm{hits}_k / k`. A list shorter than k is still divided by k. */
export function precisionAtK(relevance: ArrayLike<number>, k: number): number {
  return k <= 0 ? 0 : hitsAtK(relevance, k) / k;
}

/**
 * `\mathrm{R@}k = \mathrm{hits}_k / R`, where R counts every relevant item, retrieved or not.
 * With R > k it cannot reach 1. 0 when nothing is relevant.
 */
export function recallAtK(relevance: ArrayLike<number>, relevantCount: number, k: number): number {
  return relevantCount <= 0 ? 0 : hitsAtK(relevance, k) / relevantCount;
}

/** `1 / \mathrm{rank}` of the first relevant item; 0 when there is none. Its mean over queries is MRR. */
export function reciprocalRank(relevance: ArrayLike<number>, k = Number.POSITIVE_INFINITY): number {
  for (let i = 0; i < Math.min(k, relevance.length); i++) {
    if ((relevance[i] ?? 0) > 0) return 1 / (i + 1);
  }
  return 0;
}

/**
 * `\mathrm{AP@}k = \frac{1}{R} \sum_{i=1}^{k} \mathrm{P@}i \cdot \mathrm{rel}_i`, divided by R, the number of all
 * relevant items (not by min(R, k)). 0 when nothing is relevant. Its mean over queries is MAP.
 */
export function averagePrecisionAtK(relevance: ArrayLike<number>, relevantCount: number, k: number): number {
  if (relevantCount <= 0) return 0;
  let hits = 0;
  let sum = 0;
  for (let i = 0; i < Math.min(k, relevance.length); i++) {
    if ((relevance[i] ?? 0) > 0) {
      hits++;
      sum += hits / (i + 1);
    }
  }
  return sum / relevantCount;
}

/**
 * Mean distance over all unordered pairs of a list (Ziegler et al., 2005):
 * `\mathrm{ILD} = \frac{2}{n(n-1)} \sum_{i<j} d(i, j)`. 0 for fewer than two items.
 */
export function intraListDiversity<Item>(
  items: readonly Item[],
  distance: (left: Item, right: Item) => number,
): number {
  let sum = 0;
  let pairs = 0;
  items.forEach((left, i) => {
    for (const right of items.slice(i + 1)) {
      sum += distance(left, right);
      pairs++;
    }
  });
  return pairs === 0 ? 0 : sum / pairs;
}

/** Share of the catalogue that appears in at least one list, in [0, 1]. */
export function coverage(lists: Iterable<ArrayLike<number | string>>, catalogueSize: number): number {
  if (catalogueSize <= 0) return 0;
  const shown = new Set<number | string>();
  for (const list of lists) for (let i = 0; i < list.length; i++) shown.add(list[i] ?? "");
  return shown.size / catalogueSize;
}

/**
 * Gini coefficient of non-negative amounts (impressions per item): 0 when all are equal, (n-1)/n when one takes all.
 * `G = \frac{2 \sum_i i\,x_{(i)}}{n \sum_i x_i} - \frac{n + 1}{n}`, x sorted ascending. 0 when everything is 0.
 */
export function gini(amounts: ArrayLike<number>): number {
  const sorted = Float64Array.from(amounts).sort();
  let total = 0;
  let weighted = 0;
  sorted.forEach((amount, i) => {
    total += amount;
    weighted += (i + 1) * amount;
  });
  const n = sorted.length;
  return total === 0 ? 0 : (2 * weighted) / (n * total) - (n + 1) / n;
}
