/**
 * Latent semantic analysis (Deerwester et al., 1990): documents and terms as vectors, from a truncated singular value
 * decomposition of the weighted term counts. The decomposition is the randomised one (Halko, Martinsson & Tropp, 2011)
 * with power iterations: a few passes over the counts, seeded.
 */

import { bm25Idf } from "@/lib/evaluation/bm25";
import type { Random } from "@/lib/random";
import type { Checkpoint } from "../types";
import { documentFrequency, type InvertedIndex } from "./inverted-index";
import {
  cholesky,
  gramMatrix,
  multiply,
  orthonormalise,
  type SparseRows,
  solveColumns,
  transpose,
} from "./matrix";

export type LatentSettings = {
  /** A multiple of 16. */
  readonly dimension: number;
  readonly powerIterations: number;
};
export const LATENT_DEFAULTS: LatentSettings = { dimension: 256, powerIterations: 0 };

export type LatentSpace = {
  readonly dimension: number;
  /** Unit vectors of the documents, [documents, dimension]. */
  readonly documents: Float32Array;
  /** What one occurrence of a term adds to a query, [terms, dimension]. */
  readonly terms: Float32Array;
};

/** `(1 + \ln \mathrm{tf})\,\mathrm{idf}(t)`. */
export const latentWeight = (frequency: number, idf: number): number => (1 + Math.log(frequency)) * idf;

/** By term, documents of unit length. Terms of a single document say nothing about others and weigh nothing. */
function weightedPostings(index: InvertedIndex): SparseRows {
  const { documents, terms, starts, postings, frequencies } = index;
  const values = new Float32Array(postings.length);
  const squares = new Float64Array(documents);
  for (let term = 0; term < terms; term++) {
    if (documentFrequency(index, term) < 2) continue;
    const idf = bm25Idf(documents, documentFrequency(index, term));
    for (let at = starts[term] as number; at < (starts[term + 1] as number); at++) {
      const document = postings[at] as number;
      values[at] = latentWeight(frequencies[at] as number, idf);
      squares[document] = (squares[document] as number) + (values[at] as number) ** 2;
    }
  }
  for (let at = 0; at < values.length; at++)
    if (values[at] !== 0)
      values[at] = (values[at] as number) / Math.sqrt(squares[postings[at] as number] as number);
  return { rows: terms, width: documents, starts, columns: postings, values };
}

/** Divides by the Euclidean length; the zero vector stays. */
export function normalise(vector: Float32Array): void {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return;
  const factor = 1 / Math.sqrt(square);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) * factor;
}

/** No more axes than documents; a multiple of 16, at least 16. */
const affordableDimension = (wanted: number, documents: number): number =>
  Math.max(16, Math.min(wanted, documents - (documents % 16)));

export async function trainLatentSpace(
  index: InvertedIndex,
  settings: LatentSettings,
  random: Random,
  checkpoint: Checkpoint,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<LatentSpace> {
  const byTerm = weightedPostings(index);
  const byDocument = transpose(byTerm);
  const { powerIterations } = settings;
  const dimension = affordableDimension(settings.dimension, index.documents);
  let documents: Float32Array = Float32Array.from({ length: index.documents * dimension }, () =>
    random.normal(),
  );
  let terms: Float32Array = new Float32Array();
  for (let iteration = 0; iteration <= powerIterations; iteration++) {
    // Random columns need no help to stay apart; those that powers have pulled together do.
    if (iteration > 0) orthonormalise(documents, dimension);
    await checkpoint();
    terms = multiply(byTerm, documents, dimension);
    onProgress((iteration + 1) / (powerIterations + 2));
    await checkpoint();
    documents = multiply(byDocument, terms, dimension);
  }
  await checkpoint();
  const lower = cholesky(gramMatrix(documents, dimension), dimension);
  solveColumns(documents, lower, dimension);
  solveColumns(terms, lower, dimension);
  for (let row = 0; row < index.documents; row++)
    normalise(documents.subarray(row * dimension, (row + 1) * dimension));
  scaleTerms(index, terms, dimension);
  onProgress(1);
  return { dimension, documents, terms };
}

function scaleTerms(index: InvertedIndex, terms: Float32Array, dimension: number): void {
  for (let term = 0; term < index.terms; term++) {
    const idf = bm25Idf(index.documents, documentFrequency(index, term));
    for (let k = 0; k < dimension; k++)
      terms[term * dimension + k] = (terms[term * dimension + k] as number) * idf;
  }
}

/** The unit vector of a query; zero when it holds no known term. */
export function embedQuery(space: LatentSpace, query: ReadonlyMap<number, number>): Float32Array {
  const { dimension, terms } = space;
  const vector = new Float32Array(dimension);
  for (const [term, count] of query) {
    const weight = latentWeight(count, 1);
    for (let k = 0; k < dimension; k++)
      vector[k] = (vector[k] as number) + weight * (terms[term * dimension + k] as number);
  }
  normalise(vector);
  return vector;
}
