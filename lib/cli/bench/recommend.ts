/**
 * bench recommend: trains the pipeline on a file of ratings and measures it on another, in headless Chromium.
 * NDCG is binary with the ideal over all test rows of the user; MAP divides by that number too.
 */

import { parseOptions } from "./arguments";
import { openBrowserHost } from "./browser-host";
import { readRatings } from "./files";
import type { PipelineBench } from "./page";

export async function benchRecommend(argv: readonly string[]): Promise<Record<string, unknown>> {
  const options = parseOptions(argv, {
    train: { kind: "file" },
    test: { kind: "file" },
    k: { kind: "integer", fallback: "10", minimum: 1, maximum: 100 },
  });
  const train = await readRatings(options.train ?? "");
  const test = await readRatings(options.test ?? "");
  console.error(
    `${train.table.userOf.length} training rows, ${test.table.userOf.length} test rows; starting Chromium`,
  );
  const host = await openBrowserHost();
  try {
    host.share("train", train.text);
    host.share("test", test.text);
    const { settings, ...result } = await host.page.evaluate(
      (k) => (globalThis as unknown as { pipelineBench: PipelineBench }).pipelineBench.evaluateRatings(k),
      Number(options.k),
    );
    return {
      bench: "recommend",
      k: Number(options.k),
      ...result,
      protocol: settings.isForward ? "test after train" : "test among train",
      convention: "binary relevance, items of train removed, all items of train ranked, mean over test users",
      settings,
    };
  } finally {
    await host.close();
  }
}
