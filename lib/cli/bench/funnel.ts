/**
 * bench funnel: how fast the video pipeline goes from the whole catalogue to ten, in headless Chromium. The shipped
 * models are used on the world they belong to; any other world trains its own for one epoch first.
 */
import { gzipSync } from "node:zlib";
import { DEFAULT_KNOBS } from "@/lib/pipeline/video/knobs";
import { SHIPPED_MODELS_URL } from "@/lib/pipeline/workers/client";
import { DEFAULT_VIDEO_WORLD } from "@/lib/worlds/video/types";
import { parseOptions } from "./arguments";
import { type BrowserHost, openBrowserHost } from "./browser-host";
import { callWorker, workerReadyMilliseconds } from "./call";

const READY_RUNS = 3;
/** Worlds at least this large have the logged part that the shipped models belong to. */
const LOGGED_ITEMS = DEFAULT_VIDEO_WORLD.loggedItems;
const round = (value: number) => Math.round(value * 1000) / 1000;
const roundAll = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value)]));

/** Gzip-compressed size of the files that were fetched, each once. */
function sentKilobytes({ sent }: BrowserHost, names: RegExp): number {
  const bodies = new Map(sent.filter(({ name }) => names.test(name)).map(({ name, body }) => [name, body]));
  const bytes = [...bodies.values()].reduce((sum, body) => sum + gzipSync(body).length, 0);
  return Math.round(bytes / 1024);
}

export async function benchFunnel(argv: readonly string[]): Promise<Record<string, unknown>> {
  const options = parseOptions(argv, {
    items: { kind: "integer", fallback: "1000000", minimum: 1_000, maximum: 1_000_000 },
    queries: { kind: "integer", fallback: "200", minimum: 1, maximum: 5_000 },
  });
  const items = Number(options.items);
  const host = await openBrowserHost();
  try {
    const ready: number[] = [];
    for (let run = 0; run < READY_RUNS; run++) ready.push(await workerReadyMilliseconds(host));
    const { backend } = await callWorker(host, "start", {});
    const start = performance.now();
    await callWorker(host, "create-world", { items });
    const worldMs = performance.now() - start;
    const isShipped = items >= LOGGED_ITEMS;
    if (isShipped) await callWorker(host, "load-models", { baseUrl: SHIPPED_MODELS_URL });
    else await callWorker(host, "train", { twoTowerEpochs: 1, rankerEpochs: 1 });
    // Weights are uploaded by the first request.
    await callWorker(host, "recommend", { audience: { kind: "user", userId: 3 }, knobs: DEFAULT_KNOBS });
    const { tensors } = await callWorker(host, "memory", {});
    const measured = await callWorker(host, "measure-funnel", { queries: Number(options.queries) });
    const after = await callWorker(host, "memory", {});
    const renderer = await host.rendererMegabytes();
    const { indexes, equal } = await callWorker(host, "check-scan", {});
    return {
      bench: "funnel",
      items: measured.items,
      dim: measured.dim,
      queries: Number(options.queries),
      workerReadyMs: round(Math.min(...ready)),
      worldMs: round(worldMs),
      indexBuildMs: round(measured.encodeMs + measured.listsMs),
      indexBuild: { encodeMs: round(measured.encodeMs), listsMs: round(measured.listsMs) },
      bandwidthGBs: round((measured.items * measured.dim) / measured.readMs.min / 1e6),
      readMs: roundAll(measured.readMs),
      exactMs: roundAll(measured.exactMs),
      scanToRead: round(measured.exactMs.min / measured.readMs.min),
      scan: { implementation: measured.scanImplementation, threads: measured.scanThreads },
      scanVariants: { tried: indexes.map((one) => `${one.implementation} x ${one.threads}`), equal },
      exactRecallAt500: round(measured.exactRecallAt500),
      exactRecallAt100: round(measured.exactRecallAt100),
      indexMs: roundAll(measured.indexMs),
      indexRecallAt100: round(measured.indexRecallAt100),
      lists: { lists: measured.lists, probes: measured.probes },
      rank500Ms: roundAll(measured.rank500Ms),
      rerankMs: roundAll(measured.rerankMs),
      stepsMs: Object.fromEntries(
        Object.entries(measured.stepsMs).map(([step, times]) => [step, roundAll(times)]),
      ),
      ranked: measured.rankedMedian,
      endToEndMs: roundAll(measured.endToEndMs),
      memoryMb: {
        index: round(measured.indexMegabytes),
        renderer: renderer?.resident ?? null,
        rendererOwn: renderer?.own ?? null,
      },
      tensors: { before: tensors, after: after.tensors },
      downloadKb: sentKilobytes(host, /^\/(worker|wasm\/)/),
      modelKb: sentKilobytes(host, /^\/models\//),
      backend,
      models: isShipped ? "shipped" : "trained here, one epoch each",
    };
  } finally {
    await host.close();
  }
}
