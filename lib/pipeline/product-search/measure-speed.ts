/** How fast the pipeline answers, step by step, over held-out queries in turn. */
import { runPipeline } from "../run";
import type { Checkpoint } from "../types";
import type { SearchKnobs } from "./knobs";
import type { SearchSpeed } from "./measures";
import type { SearchServing } from "./serving";
import type { Pipeline } from "./types";

/** A browser compiles code that has run a while. */
const WARM_UP = 30;

function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

const bytesOf = (arrays: readonly ArrayBufferView[]) =>
  arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);

/** Bytes of the postings, frequencies and lengths of both fields. */
export const textIndexBytes = ({ scene: { index } }: SearchServing): number =>
  [index.title.index, index.shelf.index].reduce(
    (sum, { starts, postings, frequencies, lengths }) =>
      sum + bytesOf([starts, postings, frequencies, lengths]),
    0,
  );

/** @throws what the checkpoint throws. */
export async function measureSpeed(
  serving: SearchServing,
  pipeline: Pipeline,
  knobs: SearchKnobs,
  queries: number,
  checkpoint: Checkpoint,
): Promise<SearchSpeed> {
  const { scene, vectors } = serving;
  const { world } = scene;
  const times = new Map<string, number[]>();
  const note = (name: string, milliseconds: number) => {
    const list = times.get(name) ?? [];
    list.push(milliseconds);
    times.set(name, list);
  };
  for (let i = -WARM_UP; i < queries; i++) {
    const query = world.testQueries[(i + WARM_UP) % world.testQueries.length] as number;
    const asked = { text: world.queries.text[query] as string, queryId: query, prepared: null };
    const run = runPipeline(pipeline, asked, knobs);
    if (i % 20 === 0) await checkpoint();
    if (i < 0) continue;
    note("total", run.totalMilliseconds);
    for (const { step, milliseconds } of run.steps) note(step, milliseconds);
    for (const { source, milliseconds } of run.sources) note(source, milliseconds);
  }
  return {
    products: world.catalogue.size,
    queries,
    indexMs: scene.indexMilliseconds,
    queryMs: Object.fromEntries([...times].map(([name, list]) => [name, percentiles(list)])),
    indexBytes: textIndexBytes(serving),
    vectorBytes: vectors.bytes,
  };
}
