/**
 * Latent semantic analysis (Deerwester et al., 1990): documents and terms as vectors, from a truncated singular value
 * decomposition of the weighted term counts. The decomposition is the randomised one (Halko, Martinsson & Tropp, 2011)
 * with power iterations: a few passes over the counts, seeded.
 */
import type { Random } from "@/lib/random";
import type { Checkpoint } from "../types";
import { bm25Idf } from "./bm25";
import { documentFrequency, type InvertedIndex } from "./inverted-index";
import {
  cholesky,
  gramMatrix,
  multiply,
  multiplyTransposed,
  orthonormalise,
  type SparseRows,
  solveColumns,
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

/** Rows of unit length by document. Terms of a single document say nothing about others and are left out. */
function weightedCounts(index: InvertedIndex): SparseRows {
  const { documents, terms, starts, postings, frequencies } = index;
  const rowStarts = new Int32Array(documents + 1);
  const isUsed = (term: number) => documentFrequency(index, term) > 1;
  for (let term = 0; term < terms; term++) {
    if (!isUsed(term)) continue;
    for (let at = starts[term] as number; at < (starts[term + 1] as number); at++) {
      const row = (postings[at] as number) + 1;
      rowStarts[row] = (rowStarts[row] as number) + 1;
    }
  }
  for (let row = 0; row < documents; row++)
    rowStarts[row + 1] = (rowStarts[row + 1] as number) + (rowStarts[row] as number);
  const columns = new Int32Array(rowStarts[documents] as number);
  const values = new Float32Array(columns.length);
  const next = rowStarts.slice(0, documents);
  for (let term = 0; term < terms; term++) {
    if (!isUsed(term)) continue;
    const idf = bm25Idf(documents, documentFrequency(index, term));
    for (let at = starts[term] as number; at < (starts[term + 1] as number); at++) {
      const row = postings[at] as number;
      const to = next[row] as number;
      next[row] = to + 1;
      columns[to] = term;
      values[to] = latentWeight(frequencies[at] as number, idf);
    }
  }
  for (let row = 0; row < documents; row++) normalise(values.subarray(rowStarts[row], rowStarts[row + 1]));
  return { rows: documents, width: terms, starts: rowStarts, columns, values };
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
  const counts = weightedCounts(index);
  const { powerIterations } = settings;
  const dimension = affordableDimension(settings.dimension, index.documents);
  let basis: Float32Array = Float32Array.from({ length: counts.rows * dimension }, () => random.normal());
  let terms: Float32Array = new Float32Array();
  for (let iteration = 0; iteration <= powerIterations; iteration++) {
    orthonormalise(basis, dimension);
    await checkpoint();
    terms = multiplyTransposed(counts, basis, dimension);
    onProgress((iteration + 1) / (powerIterations + 2));
    await checkpoint();
    if (iteration < powerIterations) basis = multiply(counts, terms, dimension);
  }
  const documents = multiply(counts, terms, dimension);
  await checkpoint();
  const lower = cholesky(gramMatrix(documents, dimension), dimension);
  solveColumns(documents, lower, dimension);
  solveColumns(terms, lower, dimension);
  for (let row = 0; row < counts.rows; row++)
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
