/**
 * bench ads --study NAME: one study of the ads lab in headless Chromium, on the default world and with the shipped models,
 * with the settings that the lab starts with unless said. Cases and chapters cite its figures.
 */
import { SHIPPED_AD_MODELS_URL } from "@/lib/pipeline/ads/names";
import { type BrowserHost, openBrowserHost } from "./browser-host";
import { callWorker } from "./call";

type Study = (host: BrowserHost) => Promise<Record<string, unknown>>;

/** The lab holds its evening of auctions over so many requests. */
const PACING_REQUESTS = 4_000;

export const AD_STUDIES: Readonly<Record<string, Study>> = {
  slices: (host) => callWorker(host, "ads-slices", {}),
  sampling: (host) => callWorker(host, "ads-down-sampling", {}),
  hashing: (host) => callWorker(host, "ads-hash-size", {}),
  curse: (host) => callWorker(host, "ads-winners-curse", {}),
  window: (host) => callWorker(host, "ads-join-window", {}),
  "window-conversions": (host) => callWorker(host, "ads-join-window", { label: "conversion" }),
  missing: (host) => callWorker(host, "ads-missing-values", {}),
  encodings: (host) => callWorker(host, "ads-encodings", {}),
  progressive: (host) => callWorker(host, "ads-progressive", {}),
  age: (host) => callWorker(host, "ads-model-age", {}),
  pacing: (host) => callWorker(host, "ads-pacing", { requests: PACING_REQUESTS }),
};

export async function benchAdStudy(name: string, impressions: number): Promise<Record<string, unknown>> {
  const host = await openBrowserHost();
  try {
    await callWorker(host, "ads-create-world", { impressions });
    await callWorker(host, "ads-load-models", { baseUrl: SHIPPED_AD_MODELS_URL });
    const study = AD_STUDIES[name];
    return { bench: "ads", study: name, ...(study ? await study(host) : {}) };
  } finally {
    await host.close();
  }
}
