/** Query likelihood of a document's language model, smoothed with that of the corpus (Zhai & Lafferty, 2004). */
import type { WeightedTerms } from "./bm25";
import { termFrequency } from "./inverted-index";
import type { SearchIndex } from "./search-index";

const DIRICHLET_MU = 1_000;
const JELINEK_MERCER_LAMBDA = 0.5;

/** `\ln \frac{\mathrm{tf} + \mu P(t \mid C)}{(|d| + \mu) P(t \mid C)}`. */
export function dirichlet(frequency: number, length: number, share: number, mu = DIRICHLET_MU): number {
  return Math.log((frequency + mu * share) / ((length + mu) * share));
}

/** `\ln\left(1 + \frac{(1 - \lambda)\,\mathrm{tf} / |d|}{\lambda P(t \mid C)}\right)`. */
export function jelinekMercer(
  frequency: number,
  length: number,
  share: number,
  lambda = JELINEK_MERCER_LAMBDA,
): number {
  return Math.log(1 + ((1 - lambda) * frequency) / (Math.max(1, length) * lambda * share));
}

/** Both scores of one document, summed over the terms that the corpus knows. */
export function likelihoods(
  { whole, shares }: SearchIndex,
  query: WeightedTerms,
  document: number,
): { dirichlet: number; jelinekMercer: number } {
  const length = whole.index.lengths[document] as number;
  const sums = { dirichlet: 0, jelinekMercer: 0 };
  for (const [term, weight] of query) {
    const frequency = termFrequency(whole.index, term, document);
    const share = shares[term] as number;
    sums.dirichlet += weight * dirichlet(frequency, length, share);
    sums.jelinekMercer += weight * jelinekMercer(frequency, length, share);
  }
  return sums;
}
