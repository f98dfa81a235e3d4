/**
 * Recall against time of the inverted lists, on the machine that asks: for each number of probes, the share of the
 * exact k nearest rows that a search of so many lists finds, and how long it takes.
 */
import { AppError } from "@/lib/errors";
import type { SearchResult } from "../retrieval/vector-index";
import type { Checkpoint } from "../types";
import type { IndexMeasurement } from "../workers/bench-schemas";
import { summariseTimes } from "../workers/timing";
import { encodeQuery } from "./retrievers";
import type { VideoServing } from "./serving";
import { spreadQueries } from "./spread-queries";

/** Searches before the clock counts. */
const WARM_UP = 3;

/** Share of `truth` that is among `found`; 1 when there is nothing to find. */
export function shareFound(found: Int32Array, truth: Int32Array): number {
  if (truth.length === 0) return 1;
  const wanted = new Set(truth);
  let hits = 0;
  for (const item of found) if (wanted.has(item)) hits++;
  return hits / truth.length;
}

export async function measureIndex(
  serving: VideoServing,
  listsMilliseconds: number,
  { queries: wanted, k, probes }: { queries: number; k: number; probes: readonly number[] },
  onProgress: (fraction: number) => void,
  checkpoint: Checkpoint,
): Promise<IndexMeasurement> {
  const { index } = serving;
  if (index.lists === 0) throw new AppError("invalid-input", "Group the index into lists first.");
  const vectors = spreadQueries(serving, wanted).map((query) => encodeQuery(serving, query).slice());
  const steps = probes.length + 1;

  async function timeAll(done: number, search: (vector: Float32Array) => SearchResult) {
    for (const vector of vectors.slice(0, WARM_UP)) search(vector);
    const times: number[] = [];
    const results: SearchResult[] = [];
    for (const [q, vector] of vectors.entries()) {
      const start = performance.now();
      results.push(search(vector));
      times.push(performance.now() - start);
      if (q % 10 === 9) {
        onProgress((done + q / vectors.length) / steps);
        await checkpoint();
      }
    }
    return { times: summariseTimes(times), results };
  }

  const exact = await timeAll(0, (vector) => index.search(vector, k));
  const points: IndexMeasurement["points"] = [];
  for (const [i, count] of probes.filter((count) => count <= index.lists).entries()) {
    const found = await timeAll(i + 1, (vector) => index.searchLists(vector, k, count));
    const share = (of: (result: SearchResult, q: number) => number) =>
      found.results.reduce((sum, result, q) => sum + of(result, q), 0) / found.results.length;
    points.push({
      probes: count,
      scanned: share(({ scanned }) => scanned / index.size),
      recall: share(({ items }, q) => shareFound(items, exact.results[q]?.items ?? new Int32Array(0))),
      ms: found.times,
    });
  }
  return {
    items: index.size,
    dim: index.dimension,
    k,
    lists: index.lists,
    listsMilliseconds,
    implementation: index.implementation,
    threads: index.threads,
    exactMs: exact.times,
    points,
  };
}
