/**
 * bench peers: our retrieval, ranking and training beside public packages that do the same in a browser, on the same
 * data, with the same weights, in the same run. A peer that fails is reported with its reason.
 */
import { readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { parseOptions, UsageError } from "./arguments";
import { type BenchSite, type BrowserHost, openBrowserHost } from "./browser-host";
import { ROOT } from "./bundle";
import {
  type Comparison,
  compareNeighbours,
  compareRanking,
  compareStarts,
  compareTraining,
  type StartResult,
  type Starts,
} from "./peers/comparisons";
import type { NeighboursResult } from "./peers/neighbours.worker";
import { hasFailed, type Outcome } from "./peers/outcome";
import type { PeersBench } from "./peers/page";
import type { RankingResult } from "./peers/ranking.worker";
import { formatTable } from "./peers/table";
import type { TrainingResult } from "./peers/training.worker";

const PACKAGES = ["hnswlib-wasm", "onnxruntime-web", "@jax-js/jax"] as const;
const FOLDER = "lib/cli/bench/peers";
/** Name of each start, with its task. */
const STARTS = {
  "our index": "index",
  "our models": "models",
  "hnswlib-wasm": "hnswlib",
  "onnxruntime-web": "onnxruntime",
  "jax-js": "jax",
} as const;
const RIVALS = {
  "hnswlib-wasm": "our index",
  "onnxruntime-web": "our models",
  "jax-js": "our models",
} as const;
const TASKS = ["neighbours", "ranking", "training"] as const;
const START_RUNS = 5;
const START_LIMIT_SECONDS = 60;
const TASK_LIMIT_SECONDS = 900;
const CANDIDATES = 500;
const BATCH_SIZE = 512;
/** A training makes thousands of steps; the first dozens run code that the engine has yet to compile. */
const WARM_UP_STEPS = 15;

const SITE: BenchSite = {
  page: `${FOLDER}/page.ts`,
  global: "peersBench",
  isSplit: true,
  progress: "info",
  packages: PACKAGES,
  workers: Object.fromEntries([
    ...TASKS.map((task) => [`/${task}.js`, `${FOLDER}/${task}.worker.ts`]),
    ...Object.values(STARTS).map((start) => [`/start/${start}.js`, `${FOLDER}/start/${start}.worker.ts`]),
  ]),
};

const run = (host: BrowserHost, address: string, params: unknown, limitSeconds: number) =>
  host.page.evaluate(
    ([taskAddress, argument, limit]) =>
      (globalThis as unknown as { peersBench: PeersBench }).peersBench.run(taskAddress, argument, limit),
    [address, params, limitSeconds] as const,
  );

/** `T` is what that task's worker says it gives. */
async function runTask<T>(
  host: BrowserHost,
  task: (typeof TASKS)[number],
  params: unknown,
): Promise<Outcome<T>> {
  const ended = await run(host, `/${task}.js`, params, TASK_LIMIT_SECONDS);
  if (!hasFailed(ended)) return ended.result as T;
  console.error(`${task}: ${ended.error}`);
  return ended;
}

/** Best of some starts in new workers, taken in turns, and what one of them fetches. */
async function measureStarts(host: BrowserHost): Promise<Starts> {
  const starts: Record<string, Outcome<StartResult>> = {};
  for (let round = 0; round < START_RUNS; round++)
    for (const [name, task] of Object.entries(STARTS)) {
      const before = host.sent.length;
      const known = starts[name];
      if (known && hasFailed(known)) continue;
      const ended = await run(host, `/start/${task}.js`, {}, START_LIMIT_SECONDS);
      if (hasFailed(ended)) {
        starts[name] = ended;
        continue;
      }
      const fetched = host.sent.slice(before).reduce((bytes, { body }) => bytes + gzipSync(body).length, 0);
      const ms = Math.min(ended.milliseconds, known?.ms ?? Number.POSITIVE_INFINITY);
      starts[name] = { ms, kilobytes: Math.max(fetched / 1024, known?.kilobytes ?? 0) };
    }
  return starts;
}

type Manifest = { readonly version: string; readonly exports?: Readonly<Record<string, unknown>> };

async function readManifest(name: string): Promise<Manifest> {
  return JSON.parse(
    await readFile(path.join(ROOT, "node_modules", name, "package.json"), "utf8"),
  ) as Manifest;
}

/** onnxruntime-web had an entry for training until 2024. */
async function findPeersWithoutTraining(): Promise<Record<string, string>> {
  const { exports = {} } = await readManifest("onnxruntime-web");
  return "./training" in exports
    ? {}
    : { "onnxruntime-web": "runs models only: the package has no training" };
}

const describeMachine = ({ before, after }: { before: number; after: number }) =>
  `Headless Chromium in a worker, ${os.cpus().length} cores, load average ${before.toFixed(1)} before and ` +
  `${after.toFixed(1)} after. One thread each, except jax-js where it says so. Medians; "best runs" is the ratio of minima.`;

/** Five digits, everywhere. */
const shorten = (_key: string, value: unknown) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;

export async function benchPeers(argv: readonly string[]): Promise<Record<string, unknown>> {
  const options = parseOptions(argv, {
    items: { kind: "integer", fallback: "100000", minimum: 2_000, maximum: 1_000_000 },
    "graph-items": { kind: "integer", fallback: "20000", minimum: 1_000, maximum: 200_000 },
    queries: { kind: "integer", fallback: "50", minimum: 1, maximum: 1_000 },
    steps: { kind: "integer", fallback: "30", minimum: 1, maximum: 1_000 },
    seed: { kind: "integer", fallback: "1", minimum: 0 },
  });
  const [items, graphItems, queries, steps, seed] = [
    Number(options.items),
    Number(options["graph-items"]),
    Number(options.queries),
    Number(options.steps),
    Number(options.seed),
  ];
  if (graphItems >= items) throw new UsageError("--graph-items must be less than --items");
  const loadBefore = os.loadavg()[0] ?? 0;
  console.error("starting Chromium");
  const host = await openBrowserHost(SITE);
  try {
    const starts = await measureStarts(host);
    const ranking = await runTask<RankingResult>(host, "ranking", {
      candidates: CANDIDATES,
      warmUpCalls: 20,
      rounds: 10,
      callsPerRound: Math.max(5, Math.round(queries / 5)),
      seed,
    });
    const training = await runTask<TrainingResult>(host, "training", {
      batchSize: BATCH_SIZE,
      warmUpCalls: WARM_UP_STEPS,
      rounds: Math.ceil(steps / 2),
      callsPerRound: 2,
      seed,
    });
    const neighbours = await runTask<NeighboursResult>(host, "neighbours", {
      items,
      graphItems,
      queries,
      rounds: 3,
      seed,
    });
    const comparisons: Comparison[] = [
      ...(hasFailed(neighbours) ? [] : compareNeighbours(neighbours, graphItems)),
      ...(hasFailed(ranking) ? [] : compareRanking(ranking)),
      ...(hasFailed(training) ? [] : compareTraining(training, await findPeersWithoutTraining())),
      ...compareStarts(starts, RIVALS),
    ];
    const load = { before: loadBefore, after: os.loadavg()[0] ?? 0 };
    console.error(`\n${formatTable(comparisons)}\n\n${describeMachine(load)}\n`);
    const versions = Object.fromEntries(
      await Promise.all(PACKAGES.map(async (name) => [name, (await readManifest(name)).version] as const)),
    );
    const result = {
      bench: "peers",
      items,
      graphItems,
      queries,
      steps,
      seed,
      versions,
      machine: { cores: os.cpus().length, load },
      ratios: Object.fromEntries(comparisons.map(({ what, peer, ratio }) => [`${peer}: ${what}`, ratio])),
      comparisons,
      neighbours,
      ranking,
      training,
      starts,
    };
    return JSON.parse(JSON.stringify(result, shorten)) as Record<string, unknown>;
  } finally {
    await host.close();
  }
}
