/**
 * How fast the video pipeline answers, step by step, and how exact its searches are: requests of the world's users with
 * the knobs as shipped. The truth that recall is measured against comes from float32 vectors, encoded and searched
 * chunk by chunk, so that measuring needs no second copy of the catalogue.
 */

import { mergeSources } from "../retrieval/merge";
import { runPipeline } from "../run";
import type { Checkpoint } from "../types";
import type { FunnelMeasurement } from "../workers/bench-schemas";
import { summariseTimes } from "../workers/timing";
import { findFloatNeighbours } from "./float-neighbours";
import { DEFAULT_KNOBS } from "./knobs";
import { shareFound } from "./measure-index";
import { SOURCE_NAMES, type StepName } from "./names";
import { encodeQuery } from "./retrievers";
import type { VideoServing } from "./serving";
import { spreadQueries } from "./spread-queries";
import type { Pipeline, PipelineRun, Query } from "./types";

const CANDIDATES = 500;
const NEAR = 100;
const WARM_UP = 10;
/** Queries whose exact float neighbours are computed for the recall. */
const RECALL_QUERIES = 60;
/** The fewest probes that reach this recall of the nearest hundred are the ones that are timed. */
const WANTED_LIST_RECALL = 0.95;
const PROBES = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** What is kept of a request: thousands of whole runs would fill the memory. */
type TimedRun = Pick<PipelineRun, "steps" | "totalMilliseconds"> & { readonly ranked: number };

const stepTime = (run: TimedRun, steps: readonly StepName[]) =>
  run.steps.reduce((sum, { step, milliseconds }) => sum + (steps.includes(step) ? milliseconds : 0), 0);

function timed(times: number[], work: () => unknown) {
  const start = performance.now();
  work();
  times.push(performance.now() - start);
}

type Times = { exact: number[]; read: number[]; rank: number[]; runs: TimedRun[] };

/** Every request in turn: scan, plain reading of the same rows, ranking of 500, and the whole pipeline. */
async function timeRequests(
  serving: VideoServing,
  pipeline: Pipeline,
  queries: readonly Query[],
  checkpoint: Checkpoint,
): Promise<Times> {
  const { index } = serving;
  const ranker = pipeline.ranker(DEFAULT_KNOBS);
  const times: Times = { exact: [], read: [], rank: [], runs: [] };
  for (let q = -WARM_UP; q < queries.length; q++) {
    const query = queries[Math.max(0, q)] as Query;
    const vector = encodeQuery(serving, query).slice();
    if (q === 0) for (const list of [times.exact, times.read, times.rank, times.runs]) list.length = 0;
    timed(times.read, () => index.readAll());
    timed(times.exact, () => index.search(vector, CANDIDATES));
    const merged = mergeSources(SOURCE_NAMES, [
      { source: "two-tower", list: index.search(vector, CANDIDATES) },
    ]);
    timed(times.rank, () => ranker.rank(query, merged, DEFAULT_KNOBS));
    const { steps, totalMilliseconds, rankedOrder } = runPipeline(pipeline, query, DEFAULT_KNOBS);
    times.runs.push({ steps, totalMilliseconds, ranked: rankedOrder.length });
    if (q % 20 === 0) await checkpoint();
  }
  return times;
}

/** Time of the lists at the fewest probes that find WANTED_LIST_RECALL of the true nearest hundred. */
async function timeLists(
  serving: VideoServing,
  vectors: readonly Float32Array[],
  truth: readonly Int32Array[],
  checkpoint: Checkpoint,
) {
  const { index } = serving;
  let probes = 1;
  let recall = 0;
  for (probes of PROBES.filter((count) => count <= index.lists)) {
    const shares = truth.map((wanted, q) =>
      shareFound(index.searchLists(vectors[q] as Float32Array, NEAR, probes).items, wanted.subarray(0, NEAR)),
    );
    recall = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    if (recall >= WANTED_LIST_RECALL) break;
    await checkpoint();
  }
  const times: number[] = [];
  for (const vector of vectors) timed(times, () => index.searchLists(vector, CANDIDATES, probes));
  return { probes, recall, times };
}

/** Returns the mean share of the true k nearest that the exact scan finds. Searches once, before lists are built. */
function measureExactRecall(
  { index }: VideoServing,
  vectors: readonly Float32Array[],
  truth: readonly Int32Array[],
): (k: number) => number {
  const found = vectors.map((vector) => index.search(vector, CANDIDATES).items);
  return (k) => {
    const shares = found.map((items, q) =>
      shareFound(items.subarray(0, k), truth[q]?.subarray(0, k) ?? new Int32Array(0)),
    );
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
}

export async function measureFunnel(
  serving: VideoServing,
  pipeline: Pipeline,
  queryCount: number,
  prepareLists: () => Promise<{ lists: number; milliseconds: number }>,
  checkpoint: Checkpoint,
): Promise<FunnelMeasurement> {
  const { index } = serving;
  const queries = spreadQueries(serving, queryCount);
  const { exact, read, rank, runs } = await timeRequests(serving, pipeline, queries, checkpoint);
  const asked = spreadQueries(serving, Math.min(queryCount, RECALL_QUERIES));
  const vectors = asked.map((query) => encodeQuery(serving, query));
  const truth = await findFloatNeighbours(serving, vectors, CANDIDATES, checkpoint);
  const exactRecall = measureExactRecall(serving, vectors, truth);
  const lists = await prepareLists();
  const byLists = await timeLists(serving, vectors, truth, checkpoint);
  return {
    items: index.size,
    dim: index.dimension,
    encodeMs: serving.indexMilliseconds,
    listsMs: lists.milliseconds,
    exactMs: summariseTimes(exact),
    readMs: summariseTimes(read),
    exactRecallAt500: exactRecall(CANDIDATES),
    exactRecallAt100: exactRecall(NEAR),
    indexMs: summariseTimes(byLists.times),
    indexRecallAt100: byLists.recall,
    lists: lists.lists,
    probes: byLists.probes,
    scanImplementation: index.implementation,
    scanThreads: index.threads,
    rank500Ms: summariseTimes(rank),
    rerankMs: summariseTimes(runs.map((run) => stepTime(run, ["rules", "diversify"]))),
    stepsMs: Object.fromEntries(
      (runs[0]?.steps ?? []).map(({ step }) => [
        step,
        summariseTimes(runs.map((run) => stepTime(run, [step]))),
      ]),
    ),
    rankedMedian: summariseTimes(runs.map((run) => run.ranked)).p50,
    endToEndMs: summariseTimes(runs.map((run) => run.totalMilliseconds)),
    indexMegabytes: index.bytes / 1e6,
  };
}
