/** What one query asks of the indexes, computed once and used for all its candidates. */
import type { AnalysedQuery } from "./analysis";
import { countTerms, type RankedList, type WeightedTerms } from "./bm25";
import { expandQuery, type FeedbackSettings } from "./feedback";
import { embedQuery, normalise } from "./latent-semantics";
import type { SearchIndex } from "./search-index";
import { type TermWeights, weighTerms } from "./term-weights";

export type QueryEvidence = {
  readonly analysed: AnalysedQuery;
  readonly stems: WeightedTerms;
  /** The stems with what they were learnt to be worth; as they are where nothing was learnt. */
  readonly weighed: WeightedTerms;
  readonly words: WeightedTerms;
  readonly grams: WeightedTerms;
  readonly vector: Float32Array;
  /** The query with the terms of the first results. */
  readonly expanded: WeightedTerms;
  readonly byTerms: RankedList;
  /** null where nothing was learnt. */
  readonly byWeighed: RankedList | null;
  readonly byFeedback: RankedList;
  readonly byVector: RankedList;
  readonly byGrams: RankedList;
  /** Mean of the vectors of the first results, of unit length. */
  readonly firstVector: Float32Array;
};

/** Chosen on the training queries of a collection of abstracts; RM3's own are 10 documents, 10 terms, 0.5. */
export const FEEDBACK: FeedbackSettings = { documents: 5, terms: 30, original: 0.7 };
const LIST_LENGTH = 200;
const FIRST_RESULTS = 5;

export function gatherEvidence(
  index: SearchIndex,
  text: string,
  weights: TermWeights | null,
  depth = LIST_LENGTH,
): QueryEvidence {
  const analysed = index.analyser.analyseQuery(text);
  const stems = countTerms(analysed.stems);
  const grams = countTerms(analysed.grams);
  const byTerms = index.whole.search(stems, depth);
  const weighed = weights ? weighTerms(index, analysed, weights) : stems;
  const expanded = expandQuery(stems, byTerms, index.stems, FEEDBACK);
  const vector = embedQuery(index.space, stems);
  const byVector = index.vectors.search(vector, depth);
  const firstVector = new Float32Array(vector.length);
  for (const item of byTerms.items.subarray(0, FIRST_RESULTS)) {
    const from = item * vector.length;
    for (let k = 0; k < vector.length; k++)
      firstVector[k] = (firstVector[k] as number) + (index.space.documents[from + k] as number);
  }
  normalise(firstVector);
  return {
    analysed,
    stems,
    weighed,
    words: countTerms(analysed.words),
    grams,
    vector,
    expanded,
    byTerms,
    byWeighed: weights ? index.whole.search(weighed, depth) : null,
    byFeedback: index.whole.search(expanded, depth),
    byVector,
    byGrams: index.grams.search(grams, depth),
    firstVector,
  };
}
