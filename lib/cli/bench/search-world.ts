/**
 * bench search-world: how fast and how good product search is, in headless Chromium. The shipped models are used on the
 * world they belong to; any other world trains its own first.
 */
import { DEFAULT_SEARCH_KNOBS } from "@/lib/pipeline/product-search/knobs";
import type { SearchMetrics } from "@/lib/pipeline/product-search/measures";
import { SHIPPED_SEARCH_MODELS_URL } from "@/lib/pipeline/workers/client";
import { DEFAULT_SEARCH_WORLD } from "@/lib/worlds/search/types";
import { parseOptions } from "./arguments";
import { type BrowserHost, openBrowserHost } from "./browser-host";
import { callWorker } from "./call";

const TIMED_QUERIES = 300;

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** A value of every stage, for all queries and for each slice. */
function byStageAndSlice(metrics: SearchMetrics, key: "ndcg10" | "mrr10" | "recall100") {
  const of = (stages: SearchMetrics["stages"]) =>
    Object.fromEntries(stages.map((stage) => [stage.stage, round(stage[key].mean)]));
  return {
    all: of(metrics.stages),
    ...Object.fromEntries(metrics.slices.map(({ slice, stages }) => [slice, of(stages)])),
    otherWords: of(metrics.synonymQueries.stages),
  };
}

async function prepareModels(host: BrowserHost, products: number): Promise<void> {
  if (products === DEFAULT_SEARCH_WORLD.products) {
    await callWorker(host, "search-load-models", { baseUrl: SHIPPED_SEARCH_MODELS_URL });
    return;
  }
  const { ranker, labels } = DEFAULT_SEARCH_KNOBS;
  if (ranker === "bm25") throw new Error("The shipped ranker learns.");
  await callWorker(host, "search-train", { ranker, labels });
}

export async function benchSearchWorld(argv: readonly string[]): Promise<Record<string, unknown>> {
  const options = parseOptions(argv, {
    products: { kind: "integer", fallback: "200000", minimum: 1_000, maximum: 200_000 },
    queries: { kind: "integer", fallback: "300", minimum: 10, maximum: 2_000 },
    seeds: { kind: "integer", fallback: "5", minimum: 1, maximum: 10 },
  });
  const products = Number(options.products);
  const queries = Number(options.queries);
  const host = await openBrowserHost();
  try {
    const start = performance.now();
    await callWorker(host, "search-create-world", { products });
    const worldMs = performance.now() - start;
    await prepareModels(host, products);
    const speed = await callWorker(host, "search-measure-speed", { queries: TIMED_QUERIES });
    const metrics = await callWorker(host, "search-metrics", { queries });
    const labels = await callWorker(host, "search-compare-labels", { seeds: Number(options.seeds), queries });
    const memory = await callWorker(host, "search-memory", {});
    return {
      products,
      worldMs: round(worldMs),
      indexMs: round(speed.indexMs),
      queryMs: Object.fromEntries(
        Object.entries(speed.queryMs).map(([step, { p50, p95 }]) => [
          step,
          { p50: round(p50), p95: round(p95) },
        ]),
      ),
      indexMb: round(memory.indexBytes / 2 ** 20),
      queries: metrics.queries,
      ndcg10: byStageAndSlice(metrics, "ndcg10"),
      mrr10: byStageAndSlice(metrics, "mrr10"),
      recall100: byStageAndSlice(metrics, "recall100"),
      gain: metrics.gain,
      ips: {
        ranker: labels.ranker,
        seeds: labels.seeds.map(({ seed, clicks, clicksIps, grades }) => ({
          seed,
          without: round(clicks),
          with: round(clicksIps),
          grades: round(grades),
        })),
        mean: {
          without: round(labels.mean.clicks),
          with: round(labels.mean.clicksIps),
          grades: round(labels.mean.grades),
        },
        gain: labels.gain,
      },
    };
  } finally {
    await host.close();
  }
}
