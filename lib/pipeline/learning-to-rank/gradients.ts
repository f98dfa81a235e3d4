/**
 * What a next tree should fit: per row the direction in which its score should move (positive: up) and how curved the
 * loss is there. Three objectives; their models err differently, so that averages of them rank better than each.
 */
import { swapNdcg, wrongOrderProbability } from "@/lib/evaluation/lambda-rank";
import { gainOf, rankDiscount } from "@/lib/evaluation/ranking";
import type { Random } from "@/lib/random";
import type { RankData } from "./rank-data";

export const OBJECTIVES = ["lambda-rank", "cross-entropy-ndcg", "query-squared-error"] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** Writes forces and curvatures of all rows of query q. */
export type GradientFunction = (
  query: number,
  scores: Float64Array,
  forces: Float64Array,
  curvatures: Float64Array,
) => void;

/** What each row is worth: its own gain where the data has one, else `2^{grade} - 1`. */
export const gainsOf = ({ gains, grades }: RankData): Float64Array =>
  gains ? Float64Array.from(gains) : Float64Array.from(grades, (grade) => gainOf(grade, "exponential"));

/** `\sum_i G_i / \log_2(i + 1)` over the gains in their best order, to depth k. */
export function idealDcg(gains: Float64Array, k: number): number {
  const sorted = gains.slice().sort().reverse();
  return sorted.subarray(0, k).reduce((sum, gain, i) => sum + gain * rankDiscount(i + 1), 0);
}

/**
 * LambdaMART (Burges, 2010): for each pair of different grades, `\lambda = \sigma(s_j - s_i) |\Delta \mathrm{NDCG}|`
 * pushes the better row up and the other down, with curvature `\sigma (1 - \sigma) |\Delta \mathrm{NDCG}|`, where
 * `|\Delta \mathrm{NDCG}| = |G_i - G_j|\,|1 / \log_2(1 + r_i) - 1 / \log_2(1 + r_j)| / \mathrm{IDCG}` for ranks r. Pairs
 * count when at least one of them is among the first `truncation`. With `isNormalised`, forces of a query are scaled
 * by `\log_2(1 + \Lambda) / \Lambda`, so that long queries do not drown short ones.
 */
export function lambdaGradients(data: RankData, truncation: number, isNormalised: boolean): GradientFunction {
  const { grades, offsets } = data;
  const longest = longestQuery(offsets);
  const gains = gainsOf(data);
  const ideals = Array.from({ length: offsets.length - 1 }, (_, q) =>
    idealDcg(gains.subarray(offsets[q], offsets[q + 1]), truncation),
  );
  const discounts = Float64Array.from({ length: longest }, (_, i) => rankDiscount(i + 1));
  const orders = Int32Array.from(grades, (_, row) => row);
  return (query, scores, forces, curvatures) => {
    const start = offsets[query] as number;
    const end = offsets[query + 1] as number;
    forces.fill(0, start, end);
    curvatures.fill(0, start, end);
    const ideal = ideals[query] as number;
    if (ideal === 0) return;
    const order = orders.subarray(start, end);
    restoreOrder(order, scores);
    let total = 0;
    for (let i = 0; i < Math.min(truncation, order.length); i++) {
      for (let j = i + 1; j < order.length; j++) {
        const first = order[i] as number;
        const second = order[j] as number;
        const gap = (gains[first] as number) - (gains[second] as number);
        if (gap === 0) continue;
        const better = gap > 0 ? first : second;
        const worse = gap > 0 ? second : first;
        const weight = swapNdcg(gap, (discounts[i] as number) - (discounts[j] as number), ideal);
        const wrong = wrongOrderProbability(scores[better] as number, scores[worse] as number);
        const force = wrong * weight;
        const curvature = force * (1 - wrong);
        forces[better] = (forces[better] as number) + force;
        forces[worse] = (forces[worse] as number) - force;
        curvatures[better] = (curvatures[better] as number) + curvature;
        curvatures[worse] = (curvatures[worse] as number) + curvature;
        total += 2 * force;
      }
    }
    if (isNormalised && total > 0) scale(forces, curvatures, start, end, Math.log2(1 + total) / total);
  };
}

function scale(forces: Float64Array, curvatures: Float64Array, start: number, end: number, factor: number) {
  for (let row = start; row < end; row++) {
    forces[row] = (forces[row] as number) * factor;
    curvatures[row] = (curvatures[row] as number) * factor;
  }
}

/**
 * Rows of a query, best first; equal scores keep the order of the file. By insertion: one tree moves few rows far, so
 * the order of the tree before is nearly right.
 */
export function restoreOrder(order: Int32Array, scores: ArrayLike<number>): void {
  for (let i = 1; i < order.length; i++) {
    const row = order[i] as number;
    const score = scores[row] as number;
    let place = i;
    while (place > 0) {
      const above = order[place - 1] as number;
      const gap = score - (scores[above] as number);
      if (gap < 0 || (gap === 0 && above < row)) break;
      order[place--] = above;
    }
    order[place] = row;
  }
}

const MIN_SHARE = 1e-15;

/**
 * Cross entropy between the softmax of the scores and randomised gains `2^{g} - u`, u uniform, a bound on NDCG
 * (XE-NDCG-MART: Bruch, 2021), with its approximation of third order.
 */
export function crossEntropyGradients(data: RankData, random: Random): GradientFunction {
  const { grades, offsets } = data;
  const powers = Float64Array.from(grades, (grade) => 2 ** grade);
  const longest = longestQuery(offsets);
  const shareBuffer = new Float64Array(longest);
  const termBuffer = new Float64Array(longest);
  return (query, scores, forces, curvatures) => {
    const start = offsets[query] as number;
    const size = (offsets[query + 1] as number) - start;
    const shares = shareBuffer.subarray(0, size);
    const terms = termBuffer.subarray(0, size);
    softmax(scores.subarray(start, start + size), shares);
    let targetSum = 0;
    for (let i = 0; i < size; i++) {
      terms[i] = (powers[start + i] as number) - random.next();
      targetSum += terms[i] as number;
    }
    for (let i = 0; i < size; i++) {
      const share = shares[i] as number;
      terms[i] = (terms[i] as number) / Math.max(MIN_SHARE, targetSum) - share;
      // A single document has nothing to be ranked against.
      forces[start + i] = size > 1 ? (terms[i] as number) : 0;
      curvatures[start + i] = share * (1 - share);
    }
    if (size > 1) for (let order = 2; order <= 3; order++) addNextOrder(shares, terms, forces, start);
  };
}

/** The next term of the expansion, from the term before it, which it replaces. */
function addNextOrder(shares: Float64Array, terms: Float64Array, forces: Float64Array, start: number) {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) {
    terms[i] = (terms[i] as number) / Math.max(MIN_SHARE, 1 - (shares[i] as number));
    sum += terms[i] as number;
  }
  for (let i = 0; i < terms.length; i++) {
    terms[i] = (shares[i] as number) * (sum - (terms[i] as number));
    forces[start + i] = (forces[start + i] as number) + (terms[i] as number);
  }
}

function softmax(scores: Float64Array, shares: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < scores.length; i++) top = Math.max(top, scores[i] as number);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    shares[i] = Math.exp((scores[i] as number) - top);
    sum += shares[i] as number;
  }
  for (let i = 0; i < scores.length; i++) shares[i] = (shares[i] as number) / sum;
}

const longestQuery = (offsets: Int32Array) =>
  offsets.reduce((top, end, q) => Math.max(top, end - (offsets[q - 1] ?? end)), 0);

/** Squared error of the grades up to a constant per query: only differences within a query count. */
export function squaredErrorGradients({ grades, offsets }: RankData): GradientFunction {
  return (query, scores, forces, curvatures) => {
    const start = offsets[query] as number;
    const end = offsets[query + 1] as number;
    let sum = 0;
    for (let row = start; row < end; row++) sum += (grades[row] as number) - (scores[row] as number);
    const mean = sum / Math.max(1, end - start);
    for (let row = start; row < end; row++) {
      forces[row] = (grades[row] as number) - (scores[row] as number) - mean;
      curvatures[row] = 1;
    }
  };
}
