/**
 * Proof that every implementation this engine has gives the same answers, for engines that unit tests do not run in:
 * relaxed SIMD and the second worker exist in browsers only. To be called inside a worker.
 */
import { createRandom } from "@/lib/random";
import type { Implementation } from "./scan-kernel";
import { createVectorIndex, type IndexOptions, type SearchResult } from "./vector-index";

/** Large enough for the second worker. */
const DEFAULT_SIZE = 200_001;
const DIMENSION = 64;
const LISTS = 128;
const QUERIES = 5;
const NEIGHBOURS = 200;

export type ScanCheck = {
  /** One entry per index that could be made here. */
  readonly indexes: readonly { readonly implementation: Implementation; readonly threads: 1 | 2 }[];
  /** Whether all of them gave the same items and scores, before and after lists, and through the lists. */
  readonly equal: boolean;
};

/** Vectors near one of 50 directions; some queries reach the ends of the 8-bit range with either sign. */
function makeVectors(count: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const topics = Float32Array.from({ length: 50 * DIMENSION }, () => random.next() - 0.5);
  const vectors = new Float32Array(count * DIMENSION);
  for (let row = 0; row < count; row++) {
    const topic = random.integer(50) * DIMENSION;
    for (let d = 0; d < DIMENSION; d++)
      vectors[row * DIMENSION + d] = ((topics[topic + d] as number) + (random.next() - 0.5) / 2) / 4;
  }
  return vectors;
}

async function answers(options: IndexOptions, vectors: Float32Array, queries: readonly Float32Array[]) {
  const size = vectors.length / DIMENSION;
  const index = await createVectorIndex(size, DIMENSION, options);
  index.write(vectors, 0, size);
  const results: SearchResult[] = queries.map((query) => index.search(query, NEIGHBOURS));
  await index.buildLists(LISTS, createRandom(1), async () => undefined);
  for (const query of queries)
    results.push(index.search(query, NEIGHBOURS), index.searchLists(query, NEIGHBOURS, 7));
  const { implementation, threads } = index;
  index.close();
  return { implementation, threads, results };
}

const sameResult = (a: SearchResult, b: SearchResult | undefined) =>
  b !== undefined &&
  a.scanned === b.scanned &&
  a.items.length === b.items.length &&
  a.items.every((item, i) => item === b.items[i]) &&
  a.scores.every((score, i) => score === b.scores[i]);

export async function checkScan(size = DEFAULT_SIZE): Promise<ScanCheck> {
  const vectors = makeVectors(size, 1);
  const drawn = makeVectors(QUERIES, 2);
  const queries = Array.from({ length: QUERIES }, (_, i) => drawn.slice(i * DIMENSION, (i + 1) * DIMENSION));
  const extreme = Float32Array.from({ length: DIMENSION }, (_, d) => (d % 3 === 0 ? -1 : 1));
  queries.push(extreme);
  const made = [await answers({ implementation: "javascript" }, vectors, queries)];
  for (const implementation of ["simd", "relaxed-simd"] as const) {
    for (const threads of [1, 2] as const) {
      const one = await answers({ implementation, threads }, vectors, queries).catch(() => null);
      if (one && one.threads === threads) made.push(one);
    }
  }
  const [first] = made;
  const equal = made.every(({ results }) =>
    results.every((result, i) => first !== undefined && sameResult(result, first.results[i])),
  );
  return { indexes: made.map(({ implementation, threads }) => ({ implementation, threads })), equal };
}
