/** Trains the shipped models of the ads world and writes public/models/ads/<version>/ (../train-models.ts). */
import { mkdir, writeFile } from "node:fs/promises";
import { DEFAULT_AD_KNOBS } from "@/lib/pipeline/ads/knobs";
import {
  type AdModelCard,
  type AdTrainingPoint,
  adModelCardSchema,
  adTrainOptionsSchema,
  PROBE_WORLD,
  precomputedAdRunSchema,
} from "@/lib/pipeline/ads/model-card";
import type { AdRun } from "@/lib/pipeline/ads/trace";
import type { BrowserHost } from "../bench/browser-host";
import { callWorker } from "../bench/call";
import { describeAdCard } from "./describe-ad-card";
import { exportWeights, roundNumbers, thinCurve } from "./stored-files";

const VERSION = "v1";
const FOLDER = `public/models/ads/${VERSION}`;
const OPTIONS = adTrainOptionsSchema.parse({});
/** Requests whose runs are stored, the first of them shown: evening, morning, somebody who opted out. */
const SHOWN_REQUESTS = [9_000, 4_200, 7_001] as const;
/** Requests before the stored one: a browser compiles code that has run a while. */
const WARM_UP = 12;
const TIMED_REQUESTS = 200;
/** Asked of targeting: about a thousand remain when flights, budgets and policy are looked at. */
const ELIGIBLE = 2_000;
const STORED_OTHERS = 12;
const LIMITS = [
  "People, ads and clicks are simulated. What holds here says nothing about real advertising; it shows how the parts work together.",
  "The log comes from one old auction that hardly explored: what it never showed, nobody has learnt about.",
  "Who opted out is known by the page alone, so the truth about them cannot be reached by any model.",
  "Clicks are few: on the two test days some thousand. Differences in the third digit of a log loss are chance.",
] as const;

/** Only the winners and a few others: the page shows the rest when the real pipeline runs. */
const shorten = (run: AdRun): AdRun => ({ ...run, others: run.others.slice(0, STORED_OTHERS) });

async function trainAndStore(host: BrowserHost): Promise<AdModelCard> {
  const probe = await callWorker(host, "ads-create-world", PROBE_WORLD);
  const world = await callWorker(host, "ads-create-world", {});
  const { curve, ladder, retrievalRecall } = await callWorker(host, "ads-train", OPTIONS);
  const { manifest } = await callWorker(host, "ads-export-models", {});
  await writeFile(`${FOLDER}/weights.bin`, await exportWeights(host, "ads-export-models"));
  await writeFile(`${FOLDER}/weights.json`, `${JSON.stringify(manifest)}\n`);
  const { eligible, total } = await callWorker(host, "ads-measure-funnel", {
    requests: TIMED_REQUESTS,
    eligible: ELIGIBLE,
  });
  return adModelCardSchema.parse({
    version: VERSION,
    world,
    probeHash: probe.hash,
    options: OPTIONS,
    ladder,
    retrievalRecall,
    latency: { eligible, p50Ms: total.p50, p95Ms: total.p95 },
    limits: [...LIMITS],
    curve: thinCurve(
      curve,
      ({ normalizedEntropy, recallAt100 }: AdTrainingPoint) =>
        normalizedEntropy !== undefined || recallAt100 !== undefined,
    ),
  });
}

/** Runs with the stored weights, so that the page shows what a visitor's browser will show. */
async function storeRuns(host: BrowserHost, card: AdModelCard): Promise<void> {
  await callWorker(host, "ads-load-models", { baseUrl: `/models/ads/${VERSION}/` });
  const runs = [];
  for (const request of SHOWN_REQUESTS) {
    const profile = await callWorker(host, "ads-describe-request", { request });
    const asked = { request, knobs: DEFAULT_AD_KNOBS };
    for (let run = 0; run < WARM_UP; run++) await callWorker(host, "ads-request", asked);
    const run = shorten(await callWorker(host, "ads-request", asked));
    runs.push({ request: { ...profile, history: profile.history.slice(0, 6) }, run });
  }
  const precomputed = JSON.stringify(precomputedAdRunSchema.parse({ card, runs }), roundNumbers);
  await writeFile(`${FOLDER}/precomputed.json`, `${precomputed}\n`);
}

export async function trainAdsModels(host: BrowserHost): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const card = await trainAndStore(host);
  await writeFile(`${FOLDER}/card.json`, `${JSON.stringify(card, roundNumbers, 1)}\n`);
  await writeFile(`${FOLDER}/README.md`, describeAdCard(card));
  await storeRuns(host, card);
  console.log(describeAdCard(card));
}
