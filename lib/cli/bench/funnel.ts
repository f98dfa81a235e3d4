/**
 * bench funnel: how fast the video pipeline goes from the whole catalogue to ten, in headless Chromium. The shipped
 * models are used on the world they belong to; any other world trains its own for one epoch first.
 */
import { gzipSync } from "node:zlib";
import { worldOptionsSchema } from "@/lib/pipeline/workers/calls/world-calls";
import { SHIPPED_MODELS_URL } from "@/lib/pipeline/workers/client";
import { parseOptions } from "./arguments";
import { openBrowserHost } from "./browser-host";
import { callWorker, workerReadyMilliseconds } from "./call";

const READY_RUNS = 3;
const round = (value: number) => Math.round(value * 1000) / 1000;
const roundAll = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value)]));

export async function benchFunnel(argv: readonly string[]): Promise<Record<string, unknown>> {
  const options = parseOptions(argv, {
    items: { kind: "integer", fallback: "50000", minimum: 1_000, maximum: 1_000_000 },
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
    const isShipped = items === worldOptionsSchema.parse({}).items;
    if (isShipped) await callWorker(host, "load-models", { baseUrl: SHIPPED_MODELS_URL });
    else await callWorker(host, "train", { twoTowerEpochs: 1, rankerEpochs: 1 });
    const measured = await callWorker(host, "measure-funnel", { queries: Number(options.queries) });
    const { script, runtime } = host.workerFiles;
    return {
      bench: "funnel",
      items: measured.items,
      dim: measured.dim,
      queries: Number(options.queries),
      workerReadyMs: round(Math.min(...ready)),
      worldMs: round(worldMs),
      indexBuildMs: round(measured.indexBuildMs),
      bandwidthGBs: round(measured.bandwidthGBs),
      exactMs: roundAll(measured.exactMs),
      exactRecallAt500: round(measured.exactRecallAt500),
      // The index in use is the exact scan itself: nothing is approximated but the components' eight bits.
      index: "exact scan, int8",
      indexMs: roundAll(measured.exactMs),
      indexRecallAt100: round(measured.exactRecallAt100),
      rank500Ms: roundAll(measured.rank500Ms),
      rerankMs: roundAll(measured.rerankMs),
      endToEndMs: roundAll(measured.endToEndMs),
      memoryMb: { index: round(measured.indexMegabytes), renderer: await host.rendererMegabytes() },
      downloadKb: Math.round((gzipSync(script).length + gzipSync(runtime).length) / 1024),
      backend,
      models: isShipped ? "shipped" : "trained here, one epoch each",
    };
  } finally {
    await host.close();
  }
}
