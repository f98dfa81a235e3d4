/**
 * Which models to average, and with what weights: added one at a time, each as often as it still helps the queries
 * held out (ensemble selection: Caruana et al., 2004), from an equal start of the best few, which keeps it honest.
 */
import type { Validation } from "./cross-validation";
import { type Judgements, meanNdcgAtTen } from "./quality";

export type BlendPart = {
  readonly validation: Validation;
  /** Share of the blend, above 0; all add up to 1. */
  readonly share: number;
  /** What turns the model's scores into units of the spread within queries. */
  readonly scale: number;
};
export type Blend = { readonly parts: readonly BlendPart[]; readonly ndcg10: number };

const START = 3;
const MAX_PICKS = 12;

/** Standard deviation of the scores around the mean of their query. */
export function spreadWithin(offsets: Int32Array, scores: Float64Array): number {
  let sum = 0;
  for (let q = 0; q + 1 < offsets.length; q++) {
    const own = scores.subarray(offsets[q], offsets[q + 1]);
    const mean = own.reduce((total, score) => total + score, 0) / Math.max(1, own.length);
    sum += own.reduce((total, score) => total + (score - mean) ** 2, 0);
  }
  return Math.sqrt(sum / Math.max(1, scores.length));
}

export function chooseBlend(validations: readonly Validation[], judgements: Judgements): Blend {
  const models = [...validations]
    .sort((a, b) => b.ndcg10 - a.ndcg10)
    .map((validation) => {
      const scale = 1 / Math.max(1e-12, spreadWithin(judgements.offsets, validation.scores));
      return { validation, scale, scores: validation.scores.map((score) => score * scale) };
    });
  const counts = models.map((_, m) => Number(m < START));
  const sum = new Float64Array(judgements.gains.length);
  const plus = (m: number) => sum.map((value, row) => value + (models[m]?.scores[row] ?? 0));
  counts.forEach((count, m) => {
    if (count > 0) sum.set(plus(m));
  });
  let ndcg10 = meanNdcgAtTen(judgements, sum);
  for (let pick = START; pick < MAX_PICKS; pick++) {
    const tried = models.map((_, m) => meanNdcgAtTen(judgements, plus(m)));
    const top = Math.max(...tried);
    if (top <= ndcg10) break;
    const m = tried.indexOf(top);
    sum.set(plus(m));
    counts[m] = (counts[m] ?? 0) + 1;
    ndcg10 = top;
  }
  const total = counts.reduce((all, count) => all + count, 0);
  const parts = models.flatMap(({ validation, scale }, m) =>
    counts[m] ? [{ validation, scale, share: (counts[m] as number) / total }] : [],
  );
  return { parts, ndcg10 };
}
