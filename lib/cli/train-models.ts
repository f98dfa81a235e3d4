/**
 * Trains the shipped models of the video world in headless Chromium and writes public/models/video/<version>/:
 * weights.bin, weights.json, card.json (seed, data hash, metrics) and precomputed.json (runs a page can draw at once).
 * Run: node --import tsx lib/cli/train-models.ts
 */
import { mkdir, writeFile } from "node:fs/promises";
import { DEFAULT_KNOBS } from "@/lib/pipeline/knobs";
import { modelCardSchema, precomputedRunSchema, type Recommendation } from "@/lib/pipeline/trace";
import { openBrowserHost } from "./bench/browser-host";
import { callWorker } from "./bench/call";

const VERSION = "v1";
const FOLDER = `public/models/video/${VERSION}`;
const TRAINING_SEED = 1;
/** Viewers whose runs are stored; people with clear, mixed and short histories. */
const SHOWN_USERS = [3, 12, 41] as const;
const METRIC_USERS = 1_000;
const CURVE_POINTS = 40;

/** Short numbers keep the file small; nobody reads a sixth digit. */
const roundNumbers = (_key: string, value: unknown) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

/** Every n-th loss point, and all points that carry a measurement. */
function thinCurve<Point extends { recallAt100?: number | undefined; clickAuc?: number | undefined }>(
  curve: Point[],
): Point[] {
  const every = Math.max(1, Math.ceil(curve.length / CURVE_POINTS));
  return curve.filter(
    (point, i) => i % every === 0 || point.recallAt100 !== undefined || point.clickAuc !== undefined,
  );
}

/** Only the slate and a few others: the page shows the rest when the real pipeline runs. */
const shorten = (recommendation: Recommendation): Recommendation => ({
  ...recommendation,
  others: recommendation.others.slice(0, 6),
});

async function main() {
  const host = await openBrowserHost();
  try {
    const world = await callWorker(host, "create-world", {});
    const { seconds, curve } = await callWorker(host, "train", { seed: TRAINING_SEED });
    const metrics = await callWorker(host, "metrics", { users: METRIC_USERS });
    const { manifest, embeddingSize, parameters } = await callWorker(host, "export-models", {});
    const encoded = await host.page.evaluate(async () => {
      const bench = (
        globalThis as unknown as { pipelineBench: { call(name: string, params: unknown): Promise<unknown> } }
      ).pipelineBench;
      const { bytes } = (await bench.call("export-models", {})) as { bytes: Uint8Array };
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    });
    const card = modelCardSchema.parse({
      version: VERSION,
      world,
      trainingSeed: TRAINING_SEED,
      embeddingSize,
      parameters,
      trainSeconds: seconds,
      metrics,
      curve: thinCurve(curve),
    });
    await mkdir(FOLDER, { recursive: true });
    await writeFile(`${FOLDER}/weights.bin`, Buffer.from(encoded, "base64"));
    await writeFile(`${FOLDER}/weights.json`, `${JSON.stringify(manifest)}\n`);
    await writeFile(`${FOLDER}/card.json`, `${JSON.stringify(card, roundNumbers, 1)}\n`);
    // Runs are made with the stored weights, so that the page shows what a visitor's browser will show.
    await callWorker(host, "load-models", { baseUrl: `/models/video/${VERSION}/` });
    const runs = [];
    for (const userId of SHOWN_USERS) {
      const user = await callWorker(host, "describe-user", { userId });
      const audience = { kind: "user" as const, userId };
      await callWorker(host, "recommend", { audience, knobs: DEFAULT_KNOBS });
      const recommendation = shorten(await callWorker(host, "recommend", { audience, knobs: DEFAULT_KNOBS }));
      runs.push({ user: { ...user, history: user.history.slice(0, 8) }, recommendation });
    }
    const precomputed = JSON.stringify(precomputedRunSchema.parse({ card, runs }), roundNumbers);
    await writeFile(`${FOLDER}/precomputed.json`, `${precomputed}\n`);
    console.log(`${FOLDER}: ${JSON.stringify(metrics)}; precomputed ${precomputed.length} bytes`);
  } finally {
    await host.close();
  }
}

await main();
