/**
 * bench ads: the ads pipeline in headless Chromium. Trains the ladder on the default world (or uses the shipped models),
 * measures it on later days beside the true probabilities, and times requests from eligible ads to the winner. With
 * --study it runs one study of the lab instead.
 */
import { adTrainOptionsSchema } from "@/lib/pipeline/ads/model-card";
import { SHIPPED_AD_MODELS_URL } from "@/lib/pipeline/ads/names";
import { AD_STUDIES, benchAdStudy } from "./ads-study";
import { parseOptions } from "./arguments";
import { openBrowserHost } from "./browser-host";
import { callWorker } from "./call";

const round = (value: number) => Number(value.toPrecision(5));
const roundAll = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? round(value) : value]),
  );

export async function benchAds(argv: readonly string[]): Promise<Record<string, unknown>> {
  const options = parseOptions(argv, {
    models: { kind: "text", fallback: "trained", choices: ["trained", "shipped"] },
    impressions: { kind: "integer", fallback: "1500000", minimum: 5_000, maximum: 4_000_000 },
    requests: { kind: "integer", fallback: "200", minimum: 5, maximum: 2_000 },
    eligible: { kind: "integer", fallback: "2000", minimum: 10, maximum: 2_000 },
    study: { kind: "text", fallback: "none", choices: ["none", ...Object.keys(AD_STUDIES)] },
  });
  if (options.study && options.study !== "none")
    return benchAdStudy(options.study, Number(options.impressions));
  const host = await openBrowserHost();
  try {
    const start = performance.now();
    const world = await callWorker(host, "ads-create-world", { impressions: Number(options.impressions) });
    const worldSeconds = (performance.now() - start) / 1000;
    const trained =
      options.models === "trained"
        ? await callWorker(host, "ads-train", adTrainOptionsSchema.parse({}))
        : await callWorker(host, "ads-load-models", { baseUrl: SHIPPED_AD_MODELS_URL });
    const { ladder, retrievalRecall } = trained;
    await callWorker(host, "ads-request", { request: 0 });
    const { tensors } = await callWorker(host, "ads-memory", {});
    const timing = await callWorker(host, "ads-measure-funnel", {
      requests: Number(options.requests),
      eligible: Number(options.eligible),
    });
    const after = await callWorker(host, "ads-memory", {});
    return {
      bench: "ads",
      models: options.models,
      impressions: world.impressions,
      clicks: world.clicks,
      clickRate: round(world.clickRate),
      worldSeconds: round(worldSeconds),
      trainSeconds: "seconds" in trained ? round(trained.seconds) : null,
      eligible: timing.eligible,
      ranked: timing.ranked,
      requestMs: roundAll(timing.total),
      stepsMs: Object.fromEntries(
        Object.entries(timing.steps).map(([step, times]) => [step, roundAll(times)]),
      ),
      ladder: ladder.rows.map(roundAll),
      truthLogLoss: round(ladder.truth.logLoss),
      truth: roundAll(ladder.truth),
      testRows: ladder.testRows,
      testClicks: ladder.testClicks,
      retrievalRecall: roundAll(retrievalRecall),
      tensors: { before: tensors, after: after.tensors },
      convention:
        "test: the last two days, every impression kept; overTruth: log loss over that of the true probabilities, minus 1; ece: 10 bins of equal size",
    };
  } finally {
    await host.close();
  }
}
