/**
 * Where the clicks of a query go: a naive Bayes classifier (Maron, 1961) from its words to the catalogue's categories,
 * learnt from clicks of past days. A listing that is filed on the wrong shelf is outvoted.
 */
import { CATEGORIES } from "@/lib/worlds/search/vocabulary";

export type ClickedPair = { readonly query: number; readonly product: number; readonly clicks: number };

export type CategoryShares = {
  /** `P(\mathrm{category} \mid \mathrm{terms})`, [categories]; sums to 1. */
  of(terms: readonly number[]): Float64Array;
  /** log P(term | category) row-major [known terms, categories], with the terms' numbers: what is stored. */
  readonly terms: Int32Array;
  readonly logLikelihoods: Float32Array;
  readonly logPriors: Float32Array;
};

const SMOOTHING = 0.1;

export function createCategoryShares(
  terms: Int32Array,
  logLikelihoods: Float32Array,
  logPriors: Float32Array,
): CategoryShares {
  const rowOf = new Map(Array.from(terms, (term, row) => [term, row]));
  const width = logPriors.length;
  return {
    terms,
    logLikelihoods,
    logPriors,
    of(asked) {
      const logs = Float64Array.from(logPriors);
      for (const term of asked) {
        const row = rowOf.get(term);
        if (row === undefined) continue;
        for (let c = 0; c < width; c++)
          logs[c] = (logs[c] as number) + (logLikelihoods[row * width + c] as number);
      }
      const top = logs.reduce((best, value) => Math.max(best, value), Number.NEGATIVE_INFINITY);
      const powers = logs.map((value) => Math.exp(value - top));
      const sum = powers.reduce((all, value) => all + value, 0);
      return powers.map((value) => value / sum);
    },
  };
}

/** Clicks of one pair count by their root: the head must not drown the rest. */
export function learnCategoryShares(
  pairs: readonly ClickedPair[],
  termsOf: (query: number) => readonly number[],
  categoryOf: (product: number) => number,
): CategoryShares {
  const width = CATEGORIES.length;
  const counts = new Map<number, Float64Array>();
  const totals = new Float64Array(width).fill(1);
  for (const { query, product, clicks } of pairs) {
    const category = categoryOf(product);
    const weight = Math.sqrt(clicks);
    totals[category] = (totals[category] as number) + weight;
    for (const term of new Set(termsOf(query))) {
      const row = counts.get(term) ?? new Float64Array(width);
      row[category] = (row[category] as number) + weight;
      counts.set(term, row);
    }
  }
  const sum = totals.reduce((all, value) => all + value, 0);
  const terms = Int32Array.from(counts.keys()).sort();
  const logLikelihoods = new Float32Array(terms.length * width);
  terms.forEach((term, row) => {
    const found = counts.get(term) as Float64Array;
    for (let c = 0; c < width; c++)
      logLikelihoods[row * width + c] = Math.log(
        ((found[c] as number) + SMOOTHING) / ((totals[c] as number) + SMOOTHING * counts.size),
      );
  });
  return createCategoryShares(
    terms,
    logLikelihoods,
    Float32Array.from(totals, (total) => Math.log(total / sum)),
  );
}
