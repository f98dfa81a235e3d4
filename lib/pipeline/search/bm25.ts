/** BM25 over an inverted index; its formula is lib/evaluation/bm25. */
import { type Bm25Settings, bm25Idf, bm25Norm, bm25Saturation } from "@/lib/evaluation/bm25";
import { topIndices } from "../ratings/top-indices";
import { documentFrequency, type InvertedIndex, termFrequency } from "./inverted-index";

/** Terms of a query with weights; a term that occurs twice weighs two. */
export type WeightedTerms = ReadonlyMap<number, number>;

/** Best first. */
export type RankedList = { readonly items: Int32Array; readonly scores: Float32Array };

/** Term numbers to weights; -1, a term that no document holds, is left out. */
export function countTerms(terms: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) if (term >= 0) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** What one binary search costs, in postings read one after the other. */
const STEPS_OF_A_SEARCH = 16;

export class Bm25 {
  private readonly norms: Float32Array;
  private readonly idfs: Float32Array;
  private readonly sums: Float32Array;

  constructor(
    readonly index: InvertedIndex,
    readonly settings: Bm25Settings,
  ) {
    const { documents, lengths, averageLength, terms } = index;
    this.norms = Float32Array.from(lengths, (length) => bm25Norm(length, averageLength, settings));
    this.idfs = new Float32Array(terms);
    for (let term = 0; term < terms; term++)
      this.idfs[term] = bm25Idf(documents, documentFrequency(index, term));
    this.sums = new Float32Array(documents);
  }

  /** The idf of a term; that of a term in no document when the number is unknown. */
  idf(term: number): number {
    return this.idfs[term] ?? bm25Idf(this.index.documents, 0);
  }

  /** What one term adds to the score of one document, for a query weight of 1. */
  termScore(term: number, document: number): number {
    const frequency = termFrequency(this.index, term, document);
    return this.idf(term) * bm25Saturation(frequency, this.norms[document] as number);
  }

  /** The score of one document: the sum of its terms' contributions. */
  score(query: WeightedTerms, document: number): number {
    let sum = 0;
    for (const [term, weight] of query) sum += weight * this.termScore(term, document);
    return sum;
  }

  /** Scores of all documents, valid until the next call. */
  scoreAll(query: WeightedTerms): Float32Array {
    this.sums.fill(0);
    this.addScores(query, this.sums);
    return this.sums;
  }

  /** Adds `factor` times the score of every document to `sums`: fields of one document share an array. */
  addScores(query: WeightedTerms, sums: Float32Array, factor = 1): void {
    const { norms } = this;
    const { starts, postings, frequencies, terms } = this.index;
    for (const [term, weight] of query) {
      if (term < 0 || term >= terms) continue;
      const gain = factor * weight * this.idf(term);
      const end = starts[term + 1] as number;
      for (let at = starts[term] as number; at < end; at++) {
        const document = postings[at] as number;
        const frequency = frequencies[at] as number;
        sums[document] =
          (sums[document] as number) + (gain * frequency) / (frequency + (norms[document] as number));
      }
    }
  }

  /** The scores of the documents listed, by whichever way reads less: all postings, or a search in them for each. */
  scoreEach(query: WeightedTerms, documents: Int32Array): Float32Array {
    const postings = [...query.keys()].reduce((sum, term) => sum + documentFrequency(this.index, term), 0);
    const searches = documents.length * query.size * STEPS_OF_A_SEARCH;
    if (postings + this.sums.length > searches)
      return Float32Array.from(documents, (document) => this.score(query, document));
    const all = this.scoreAll(query);
    return Float32Array.from(documents, (document) => all[document] as number);
  }

  /** The k best documents that hold any term of the query; equal ones by ascending number. */
  search(query: WeightedTerms, k: number): RankedList {
    return topOf(this.scoreAll(query), k);
  }
}

/** The k best of all scores above 0. */
export function topOf(scores: Float32Array, k: number): RankedList {
  const best = topIndices(scores, null, k);
  let count = best.length;
  while (count > 0 && (scores[best[count - 1] as number] as number) <= 0) count--;
  const items = best.slice(0, count);
  return { items, scores: Float32Array.from(items, (item) => scores[item] as number) };
}
