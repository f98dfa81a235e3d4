/** Lengths of the latent vectors of all sentences, so that a query needs one product per term and not one per sentence. */
import type { AnalysedField } from "./analysis";
import type { LatentSpace } from "./latent-semantics";
import { multiply, type SparseRows } from "./matrix";
import type { TokenStream } from "./token-stream";

export type Sentences = {
  /** Sentence s of document d is number starts[d] + s. */
  readonly starts: Int32Array;
  readonly norms: Float32Array;
};

export function describeSentences({ stems, sentences }: AnalysedField, space: LatentSpace): Sentences {
  const { dimension, terms } = space;
  const documents = stems.offsets.length - 1;
  const starts = new Int32Array(documents + 1);
  for (let document = 0; document < documents; document++) {
    const end = stems.offsets[document + 1] as number;
    const isEmpty = end === stems.offsets[document];
    starts[document + 1] = (starts[document] as number) + (isEmpty ? 0 : (sentences[end - 1] as number) + 1);
  }
  const norms = new Float32Array(starts[documents] as number);
  const ones = new Float32Array(longestText(stems)).fill(1);
  for (let document = 0; document < documents; document++) {
    const [from, end] = [stems.offsets[document] as number, stems.offsets[document + 1] as number];
    const own = termsOf(stems.tokens.subarray(from, end), sentences.subarray(from, end), ones);
    const sums = multiply(own, terms, dimension);
    for (let s = 0; s < own.rows; s++)
      norms[(starts[document] as number) + s] = lengthOf(sums, s * dimension, dimension);
  }
  return { starts, norms };
}

const longestText = ({ offsets }: TokenStream) =>
  offsets.reduce((longest, end, i) => Math.max(longest, end - (offsets[i - 1] ?? end)), 0);

/** One row for each sentence of a text, with a 1 for each of its words. */
function termsOf(tokens: Int32Array, sentences: Uint16Array, ones: Float32Array): SparseRows {
  const rows = tokens.length === 0 ? 0 : (sentences[tokens.length - 1] as number) + 1;
  const starts = new Int32Array(rows + 1).fill(tokens.length);
  for (let at = tokens.length - 1; at >= 0; at--)
    for (let s = sentences[at] as number; s >= 0 && (starts[s] as number) > at; s--) starts[s] = at;
  return { rows, width: rows, starts, columns: tokens, values: ones };
}

function lengthOf(vectors: Float32Array, from: number, length: number): number {
  let square = 0;
  for (let k = from; k < from + length; k++) square += (vectors[k] as number) ** 2;
  return Math.sqrt(square);
}
