/** Task: nearest neighbours of the same queries among the same vectors, by our index and by hnswlib-wasm. */
import { createVectorIndex, type VectorIndex } from "@/lib/pipeline/retrieval/vector-index";
import { summariseTimes, type Timing } from "@/lib/pipeline/workers/timing";
import { createRandom, type Random } from "@/lib/random";
import type { HnswlibGraph } from "./hnswlib-graph";
import { attempt, hasFailed, type Outcome } from "./outcome";
import { serveTask, type Task } from "./serve-task";
import { type Method, timeInTurns } from "./time-in-turns";
import { bruteForce, drawItems, drawQueries, recallOf } from "./vectors";

export type NeighboursParams = {
  readonly items: number;
  /** The graph holds the first of them; so does one of our indexes. */
  readonly graphItems: number;
  readonly queries: number;
  readonly rounds: number;
  readonly seed: number;
};
/** `ms`: median of some builds of ours, one of the graph. */
export type NeighboursBuild = { readonly ms: number; readonly bytes: number };
export type NeighboursSearch = {
  readonly way: "ours exact" | "ours lists" | "hnswlib-wasm";
  readonly setting: string;
  readonly items: number;
  readonly k: number;
  readonly ms: Timing;
  /** Share of the float32 brute-force result, mean over the queries. */
  readonly recall: number;
};
export type NeighboursResult = {
  readonly dimension: number;
  readonly scan: { readonly implementation: string; readonly threads: number };
  readonly builds: {
    readonly exact: NeighboursBuild;
    readonly lists: NeighboursBuild;
    readonly exactAll: NeighboursBuild;
    readonly listsAll: NeighboursBuild;
    readonly graph: Outcome<NeighboursBuild>;
  };
  readonly searches: readonly NeighboursSearch[];
};

const DIMENSION = 64;
const LINKS = 16;
const CONSTRUCTION_WIDTH = 100;
/** K and how many candidates the graph search keeps. */
const GRAPH_SETTINGS = [
  { k: 100, width: 100 },
  { k: 100, width: 500 },
  { k: 500, width: 500 },
  { k: 500, width: 1_000 },
] as const;
const SIZES = [100, 500] as const;
/** Of lists near the square root of the rows, how many a search looks into. */
const PROBED_SHARES = [1 / 16, 1 / 8, 1 / 4, 1 / 2] as const;
const REPORT_EVERY = 4_000;
const BUILDS = 5;

type Search = {
  describe: Omit<NeighboursSearch, "ms" | "recall">;
  run(query: Float32Array): ArrayLike<number>;
};

async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}

/** Our index over the first `count` vectors, with its lists, and the ways to search it. */
async function buildOurs(vectors: Float32Array, count: number, random: Random) {
  const listCount = 2 ** Math.round(Math.log2(Math.sqrt(count)));
  const exactTimes: number[] = [];
  const listTimes: number[] = [];
  for (let build = 0; ; build++) {
    const filled = await timed(async () => {
      // The peer has one thread, so this one has one too.
      const index = await createVectorIndex(count, DIMENSION, { threads: 1 });
      index.write(vectors, 0, count);
      return index;
    });
    const index = filled.result;
    const exactBytes = index.bytes;
    const { ms } = await timed(() => index.buildLists(listCount, random, async () => {}));
    exactTimes.push(filled.ms);
    listTimes.push(filled.ms + ms);
    if (build + 1 === BUILDS)
      return {
        index,
        exact: { ms: summariseTimes(exactTimes).p50, bytes: exactBytes },
        lists: { ms: summariseTimes(listTimes).p50, bytes: index.bytes },
        searches: ourSearches(index, count, listCount),
      };
    index.close();
  }
}

function ourSearches(index: VectorIndex, items: number, listCount: number): Search[] {
  return SIZES.flatMap((k): Search[] => [
    {
      describe: { way: "ours exact", setting: "exact", items, k },
      run: (query) => index.search(query, k).items,
    },
    ...PROBED_SHARES.map((share): Search => {
      const probes = Math.max(1, Math.round(listCount * share));
      return {
        describe: { way: "ours lists", setting: `${probes} of ${listCount} lists`, items, k },
        run: (query) => index.searchLists(query, k, probes).items,
      };
    }),
  ]);
}

async function buildGraph(vectors: Float32Array, count: number, report: (line: string) => void) {
  const { createHnswlibGraph } = await import("./hnswlib-graph");
  const options = { links: LINKS, constructionWidth: CONSTRUCTION_WIDTH };
  const { result: graph, ms } = await timed(async () => {
    const empty = await createHnswlibGraph(count, DIMENSION, options);
    for (let row = 0; row < count; row++) {
      if (row % REPORT_EVERY === 0) report(`hnswlib-wasm: ${row} of ${count} vectors added`);
      empty.add(vectors.subarray(row * DIMENSION, (row + 1) * DIMENSION), row);
    }
    return empty;
  });
  return { graph, build: { ms, bytes: graph.bytes() } };
}

const graphSearches = (graph: HnswlibGraph, items: number): Search[] =>
  GRAPH_SETTINGS.map(({ k, width }) => ({
    describe: { way: "hnswlib-wasm", setting: `ef ${width}`, items, k },
    run: (query) => graph.search(query, k, width),
  }));

const findNeighbours: Task<NeighboursParams, NeighboursResult> = async (params, report) => {
  const { items, graphItems, queries: queryCount, rounds, seed } = params;
  const random = createRandom(seed);
  report(`neighbours: drawing ${items} vectors`);
  const vectors = drawItems(items, DIMENSION, random.fork("items"));
  const queries = drawQueries(vectors, graphItems, queryCount, DIMENSION, random.fork("queries"));
  const small = await buildOurs(vectors, graphItems, random.fork("lists"));
  const all = await buildOurs(vectors, items, random.fork("all-lists"));
  const made = await attempt(() => buildGraph(vectors, graphItems, report));
  const searches = [...small.searches, ...all.searches];
  if (!hasFailed(made)) searches.push(...graphSearches(made.graph, graphItems));

  report("neighbours: searching");
  const truths = new Map<number, Int32Array[]>();
  for (const count of new Set([graphItems, items]))
    truths.set(
      count,
      queries.map((query) => bruteForce(vectors, count, query, Math.max(...SIZES))),
    );
  const queryOf = (call: number) => queries[call % queryCount] as Float32Array;
  const methods = searches.map(
    ({ run }, i): Method => ({ name: String(i), run: (call) => run(queryOf(call)) }),
  );
  const timings = await timeInTurns(methods, { warmUpCalls: queryCount, rounds, callsPerRound: queryCount });
  const measured = searches.flatMap(({ describe, run }, i): NeighboursSearch[] => {
    const ms = timings.get(String(i));
    if (!ms || hasFailed(ms)) return [];
    const truth = truths.get(describe.items) ?? [];
    const recalls = queries.map((query, q) => recallOf(run(query), truth[q] as Int32Array, describe.k));
    return [{ ...describe, ms, recall: recalls.reduce((sum, value) => sum + value, 0) / queryCount }];
  });
  return {
    dimension: DIMENSION,
    scan: { implementation: small.index.implementation, threads: small.index.threads },
    builds: {
      exact: small.exact,
      lists: small.lists,
      exactAll: all.exact,
      listsAll: all.lists,
      graph: hasFailed(made) ? made : made.build,
    },
    searches: measured,
  };
};

serveTask(findNeighbours);
