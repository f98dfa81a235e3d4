/**
 * Which documents hold a term, and how often: postings of all terms in two typed arrays, built by two counting passes
 * over the texts. 200,000 products of 15 words take 18 MB.
 */
import type { TokenStream } from "./token-stream";

export type InvertedIndex = {
  readonly documents: number;
  readonly terms: number;
  /** Postings of term t are [starts[t], starts[t + 1]), by ascending document. */
  readonly starts: Int32Array;
  readonly postings: Int32Array;
  readonly frequencies: Uint16Array;
  /** Terms per document. */
  readonly lengths: Int32Array;
  readonly averageLength: number;
};

const MAX_FREQUENCY = 0xffff;

/** Calls `visit` once for each document and each of its terms, with the frequency. */
function eachPosting(
  { tokens, offsets }: TokenStream,
  terms: number,
  visit: (term: number, document: number, frequency: number) => void,
) {
  const counts = new Int32Array(terms);
  for (let document = 0; document + 1 < offsets.length; document++) {
    const from = offsets[document] as number;
    const to = offsets[document + 1] as number;
    for (let at = from; at < to; at++) {
      const term = tokens[at] as number;
      counts[term] = (counts[term] as number) + 1;
    }
    for (let at = from; at < to; at++) {
      const term = tokens[at] as number;
      const frequency = counts[term] as number;
      if (frequency === 0) continue;
      counts[term] = 0;
      visit(term, document, frequency);
    }
  }
}

/** `terms`: one more than the largest term number. */
export function buildInvertedIndex(stream: TokenStream, terms: number): InvertedIndex {
  const documents = stream.offsets.length - 1;
  const starts = new Int32Array(terms + 1);
  eachPosting(stream, terms, (term) => {
    starts[term + 1] = (starts[term + 1] as number) + 1;
  });
  for (let term = 0; term < terms; term++) {
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  }
  const total = starts[terms] as number;
  const postings = new Int32Array(total);
  const frequencies = new Uint16Array(total);
  const next = starts.slice(0, terms);
  eachPosting(stream, terms, (term, document, frequency) => {
    const at = next[term] as number;
    next[term] = at + 1;
    postings[at] = document;
    frequencies[at] = Math.min(MAX_FREQUENCY, frequency);
  });
  const lengths = new Int32Array(documents);
  for (let document = 0; document < documents; document++) {
    lengths[document] = (stream.offsets[document + 1] as number) - (stream.offsets[document] as number);
  }
  const averageLength = stream.tokens.length / Math.max(1, documents);
  return { documents, terms, starts, postings, frequencies, lengths, averageLength };
}

/** In how many documents a term occurs; 0 for a term that no document holds. */
export function documentFrequency({ starts, terms }: InvertedIndex, term: number): number {
  return term < 0 || term >= terms ? 0 : (starts[term + 1] as number) - (starts[term] as number);
}

/** How often a document holds a term, by binary search in its postings. */
export function termFrequency(index: InvertedIndex, term: number, document: number): number {
  if (term < 0 || term >= index.terms) return 0;
  let low = index.starts[term] as number;
  let high = (index.starts[term + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = index.postings[middle] as number;
    if (found === document) return index.frequencies[middle] as number;
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
