/**
 * The force of LambdaRank on one pair (Burges, From RankNet to LambdaRank to LambdaMART: An Overview, 2010): how wrong the
 * scores have the pair, times what NDCG would gain or lose if the two changed places. lib/pipeline/learning-to-rank trains with it.
 */
import { dcgAtK, type Gain, gainOf, rankDiscount } from "./ranking";

/** RankNet: `\sigma(s_j - s_i) = 1 / (1 + e^{s_i - s_j})`, the modelled chance that the worse product j stands above the better one i. */
export const wrongOrderProbability = (better: number, worse: number): number =>
  1 / (1 + Math.exp(better - worse));

/** `|\Delta\mathrm{NDCG}| = |G_i - G_j|\,|d_i - d_j| / \mathrm{IDCG}` for gains G and discounts d of the two places. */
export const swapNdcg = (gainGap: number, discountGap: number, idealDcg: number): number =>
  (Math.abs(gainGap) * Math.abs(discountGap)) / idealDcg;

/** One pair: places from 0 in the present order, the better product first named. */
export type PairForce = {
  better: number;
  worse: number;
  wrong: number;
  delta: number;
  /** `\lambda = \sigma(s_j - s_i)\,|\Delta\mathrm{NDCG}|`: up for the better product, down for the worse. */
  force: number;
};

/** All pairs of different grades of one list. `grades` and `scores` are in the order of the page (scores descend). */
export function pairForces(grades: readonly number[], scores: readonly number[], gain: Gain): PairForce[] {
  const ideal = dcgAtK(
    [...grades].sort((a, b) => b - a),
    grades.length,
    gain,
  );
  return grades.flatMap((upper, i) =>
    grades.slice(i + 1).flatMap((lower, offset): PairForce[] => {
      const j = i + 1 + offset;
      if (upper === lower) return [];
      const [better, worse] = upper > lower ? [i, j] : [j, i];
      const wrong = wrongOrderProbability(scores[better] ?? 0, scores[worse] ?? 0);
      const delta = swapNdcg(
        gainOf(upper, gain) - gainOf(lower, gain),
        rankDiscount(i + 1) - rankDiscount(j + 1),
        ideal,
      );
      return [{ better, worse, wrong, delta, force: wrong * delta }];
    }),
  );
}

/** The sum of the forces on each place: positive means its score should rise. */
export function netForces(pairs: readonly PairForce[], places: number): number[] {
  const sums = new Array<number>(places).fill(0);
  for (const { better, worse, force } of pairs) {
    sums[better] = (sums[better] ?? 0) + force;
    sums[worse] = (sums[worse] ?? 0) - force;
  }
  return sums;
}
