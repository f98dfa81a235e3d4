/**
 * The final order of the candidates: the models' scores and one source of evidence, mixed. Base and share are chosen on
 * lists of the inner split by models that have not seen them. A single source alone is a candidate as well, so that
 * the ranking falls back to popularity where popularity is all that the ratings say.
 */
import { ndcgAtK } from "@/lib/evaluation/ranking";
import { DENSE_FEATURES, SIGNAL_NAMES, type SignalName } from "./candidates";
import { FIT_NAMES } from "./evidence";
import { pairedLead } from "./paired-lead";
import type { RankingList } from "./rank-model";
import { topIndices } from "./top-indices";

/** `share` of the models in the score, 0 to 1; the rest is the source `base`. */
export type Blend = { readonly base: SignalName; readonly share: number };

/** Sources that the models' scores may be mixed with, the usual one first. */
const BASES: readonly SignalName[] = ["sequence-ease", "ease", "two-tower", "popularity"];
/**
 * On the inner split the other held-out rows look like negatives, which makes the models underrate what the base gets
 * right; so a share of 1 has to be clearly better.
 */
const SHARES = [0.6, 0.4, 0.8] as const;
/** Blends besides the first have to be better by this many standard errors: the lists are few, the choices many. */
const CLEARLY = 2;
/** What is more than popularity has to beat it by this many standard errors. */
const CLEARLY_MORE_THAN_POPULAR = 2;
const CUTOFF = 10;

/** Zero mean and unit deviation within a list, so that scores of different origin can be added. */
function standardised(scores: Float32Array): Float32Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  return scores.map((score) => (score - mean) / Math.sqrt(variance + 1e-12));
}

const fitColumn = (dense: Float32Array, fit: SignalName) => {
  const column = SIGNAL_NAMES.indexOf(fit) * 3;
  return Float32Array.from(
    { length: dense.length / DENSE_FEATURES },
    (_, i) => dense[i * DENSE_FEATURES + column] as number,
  );
};

/** Scores of a list's candidates from the models' scores and the features. */
export function applyBlend({ base, share }: Blend, model: Float32Array, dense: Float32Array): Float32Array {
  const fit = standardised(fitColumn(dense, base));
  if (share === 0) return fit;
  return standardised(model).map((score, i) => share * score + (1 - share) * (fit[i] as number));
}

function ndcgOf({ positives, count }: RankingList, scores: Float32Array): number {
  const isPositive = new Uint8Array(count);
  for (const i of positives) isPositive[i] = 1;
  const top = topIndices(scores, null, CUTOFF);
  const relevance = Array.from(top, (i) => isPositive[i] as number);
  return ndcgAtK(relevance, new Array(positives.length).fill(1), CUTOFF, "linear");
}

const CANDIDATES: readonly Blend[] = [
  ...BASES.flatMap((base) => SHARES.map((share) => ({ base, share }))),
  { base: "sequence-ease", share: 1 },
  ...FIT_NAMES.map((base) => ({ base, share: 0 })),
];
const POPULARITY: Blend = { base: "popularity", share: 0 };

/** `unseen[i]`: scores for list i of a model that was not trained on it. */
export function chooseBlend(lists: readonly RankingList[], unseen: readonly Float32Array[]): Blend {
  const measure = (blend: Blend) =>
    lists.map((list, i) => ndcgOf(list, applyBlend(blend, unseen[i] as Float32Array, list.dense)));
  let best = CANDIDATES[0] as Blend;
  let bestValues = measure(best);
  for (const blend of CANDIDATES.slice(1)) {
    const values = measure(blend);
    if (pairedLead(bestValues, values) > CLEARLY) [best, bestValues] = [blend, values];
  }
  return pairedLead(measure(POPULARITY), bestValues) > CLEARLY_MORE_THAN_POPULAR ? best : POPULARITY;
}
