/**
 * Trains the shipped models of a world in headless Chromium and writes public/models/<world>/<version>/: weights.bin,
 * weights.json, card.json (data, seeds, metrics, limits), README.md (the card to read) and precomputed.json (runs a page
 * can draw at once). The same source gives the same files.
 * Run: npm run train-models -- [WORLD ...]; every world when none is named.
 */
import { type BrowserHost, openBrowserHost } from "./bench/browser-host";

type Training = (host: BrowserHost) => Promise<void>;

const WORLDS: Record<string, () => Promise<Training>> = {
  video: async () => (await import("./train-models/video")).trainVideoModels,
  ads: async () => (await import("./train-models/ads")).trainAdsModels,
  search: async () => (await import("./train-models/search")).trainSearchModels,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((world) => !Object.hasOwn(WORLDS, world));
if (unknown.length > 0) {
  console.error(
    `train-models: there is no world "${unknown.join(", ")}"; there are: ${Object.keys(WORLDS).join(", ")}`,
  );
  process.exit(2);
}
for (const world of wanted.length > 0 ? wanted : Object.keys(WORLDS)) {
  const train = await WORLDS[world]?.();
  const host = await openBrowserHost();
  try {
    await train?.(host);
  } finally {
    await host.close();
  }
}
