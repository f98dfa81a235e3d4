/**
 * The three parts of BM25 (Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009): how rare a term is, how a
 * document's length counts, how repetition saturates. Lucene's form: the idf is never negative, and the constant factor
 * k1 + 1 is left out because it does not change an order.
 */
export type Bm25Settings = { readonly k1: number; readonly b: number };
/** The defaults of Lucene. */
export const LUCENE_BM25: Bm25Settings = { k1: 1.2, b: 0.75 };

/** `\mathrm{idf}(t) = \ln\left(1 + \frac{N - n_t + 0.5}{n_t + 0.5}\right)` for a term in n_t of N documents. */
export function bm25Idf(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

/** `\mathrm{norm}(d) = k_1 (1 - b + b\,|d| / \overline{|d|})`, lengths in terms. */
export function bm25Norm(length: number, averageLength: number, { k1, b }: Bm25Settings): number {
  return k1 * (1 - b + (b * length) / Math.max(1e-9, averageLength));
}

/** `\mathrm{tf} / (\mathrm{tf} + \mathrm{norm}(d))`, in [0, 1). */
export const bm25Saturation = (frequency: number, norm: number): number =>
  frequency === 0 ? 0 : frequency / (frequency + norm);
