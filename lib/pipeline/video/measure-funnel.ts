/**
 * How fast the video pipeline answers, step by step, and how exact its scan is: queries of real users of the world,
 * 500 candidates from the two-tower, ranked, re-ranked to ten.
 */

import { type Knobs, knobsSchema } from "../knobs";
import { createScanKernel } from "../retrieval/scan-kernel";
import { type Pipeline, type PipelineRun, runPipeline } from "../run";
import { BagBuilder } from "../training/embedding-table";
import type { Checkpoint, Query, StepName } from "../types";
import type { Timing } from "../workers/timing";
import { queryFor } from "./cards";
import { encodeQuery } from "./retrievers";
import type { VideoServing } from "./serving";

const CANDIDATES = 500;
const SLATE_SIZE = 10;
const WARM_UP = 10;
/** Queries whose exact float neighbours are computed for the recall. */
const RECALL_QUERIES = 60;
const ENCODE_CHUNK = 16_384;

export type FunnelMeasurement = {
  readonly items: number;
  readonly dim: number;
  readonly indexBuildMs: number;
  /** Bytes of the index read per second in the best scan. */
  readonly bandwidthGBs: number;
  readonly exactMs: Timing;
  readonly exactRecallAt500: number;
  readonly exactRecallAt100: number;
  readonly rank500Ms: Timing;
  readonly rerankMs: Timing;
  readonly endToEndMs: Timing;
  readonly indexMegabytes: number;
};

export function summariseTimes(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { min: at(0), p50: at(0.5), p95: at(0.95) };
}

/** Two-tower alone, so that exactly 500 candidates reach the ranker before the filter. */
const funnelKnobs: Knobs = knobsSchema.parse({
  slateSize: SLATE_SIZE,
  candidates: { "two-tower": CANDIDATES, "item-to-item": 0, popularity: 0, fresh: 0 },
  rankLimit: CANDIDATES,
  ablate: ["filter"],
});

const stepTime = (run: PipelineRun, steps: readonly StepName[]) =>
  run.steps.reduce((sum, { step, milliseconds }) => sum + (steps.includes(step) ? milliseconds : 0), 0);

/** Users with a history, spread over the world. */
function chooseQueries(serving: VideoServing, count: number): Query[] {
  const users = Array.from({ length: serving.world.users.size }, (_, user) => user).filter(
    (user) => (serving.watches.offsets[user + 1] as number) > (serving.watches.offsets[user] as number),
  );
  return Array.from({ length: count }, (_, i) =>
    queryFor(serving, {
      kind: "user",
      userId: users[Math.floor((i * users.length) / count) % users.length] as number,
    }),
  );
}

export async function measureFunnel(
  serving: VideoServing,
  pipeline: Pipeline,
  queryCount: number,
  checkpoint: Checkpoint,
): Promise<FunnelMeasurement> {
  const queries = chooseQueries(serving, queryCount);
  const bags = new BagBuilder();
  const exact: number[] = [];
  const runs: PipelineRun[] = [];
  for (let q = -WARM_UP; q < queries.length; q++) {
    const query = queries[Math.max(0, q)] as Query;
    const vector = encodeQuery(serving, query, bags);
    const start = performance.now();
    serving.index.search(vector, CANDIDATES);
    const elapsed = performance.now() - start;
    const run = runPipeline(pipeline, query, funnelKnobs);
    if (q < 0) continue;
    exact.push(elapsed);
    runs.push(run);
    if (q % 20 === 0) await checkpoint();
  }
  const exactMs = summariseTimes(exact);
  return {
    items: serving.index.size,
    dim: serving.index.dimension,
    indexBuildMs: serving.indexMilliseconds,
    bandwidthGBs: serving.index.bytes / (exactMs.min / 1000) / 1e9,
    exactMs,
    ...(await measureRecall(serving, queries.slice(0, RECALL_QUERIES), checkpoint)),
    rank500Ms: summariseTimes(runs.map((run) => stepTime(run, ["rank"]))),
    rerankMs: summariseTimes(runs.map((run) => stepTime(run, ["rules", "diversify"]))),
    endToEndMs: summariseTimes(runs.map((run) => run.totalMilliseconds)),
    indexMegabytes: serving.index.bytes / 1e6,
  };
}

/** Shares of the 500 and of the 100 nearest by float32 vectors that the int8 scan finds. */
async function measureRecall(
  serving: VideoServing,
  queries: readonly Query[],
  checkpoint: Checkpoint,
): Promise<Pick<FunnelMeasurement, "exactRecallAt500" | "exactRecallAt100">> {
  const { index, world, models, towerFeatures, day } = serving;
  const kernel = await createScanKernel(index.size * index.dimension * 4, index.dimension);
  if (kernel.implementation !== "wasm-simd") throw new Error("Float neighbours need WebAssembly SIMD.");
  const rows = new Float32Array(kernel.memory.buffer, kernel.rowsAddress, index.size * index.dimension);
  const bags = new BagBuilder();
  for (let from = 0; from < index.size; from += ENCODE_CHUNK) {
    bags.clear();
    for (let item = from; item < Math.min(index.size, from + ENCODE_CHUNK); item++) {
      if ((world.catalogue.uploadDay[item] as number) <= day) towerFeatures.addItem(bags, item);
      else bags.close();
    }
    rows.set(models.tower.encodeItems(bags.bags()), from * index.dimension);
    await checkpoint();
  }
  const sums = { exactRecallAt500: 0, exactRecallAt100: 0 };
  for (const query of queries) {
    const vector = encodeQuery(serving, query, bags).slice();
    const truth = kernel.searchFloat(vector, 0, index.size, CANDIDATES).rows;
    const found = index.search(vector, CANDIDATES).items;
    sums.exactRecallAt500 += shareFound(found, truth) / queries.length;
    sums.exactRecallAt100 += shareFound(found.subarray(0, 100), truth.subarray(0, 100)) / queries.length;
  }
  return sums;
}

function shareFound(found: Int32Array, truth: Int32Array): number {
  const wanted = new Set(truth);
  return Array.from(found).filter((item) => wanted.has(item)).length / wanted.size;
}
