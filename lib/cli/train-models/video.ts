/** The shipped models of the video world: public/models/video/<version>/. */
import { mkdir, writeFile } from "node:fs/promises";
import { DEFAULT_KNOBS } from "@/lib/pipeline/video/knobs";
import { RANKER_NAMES } from "@/lib/pipeline/video/names";
import {
  type ModelCard,
  modelCardSchema,
  precomputedRunSchema,
  type Recommendation,
} from "@/lib/pipeline/video/trace";
import { DEFAULT_VIDEO_WORLD } from "@/lib/worlds/video/types";
import type { BrowserHost } from "../bench/browser-host";
import { callWorker } from "../bench/call";
import { describeCard } from "./describe-video-card";
import { exportWeights, roundNumbers, thinCurve } from "./stored-files";

const VERSION = "v1";
const FOLDER = `public/models/video/${VERSION}`;
const TRAINING_SEED = 1;
/** Viewers whose runs are stored, the first of them shown: a mixed taste, a followed one, a long history. */
const SHOWN_USERS = [83, 45, 65] as const;
/** Requests before the stored one: a browser compiles code that has run a while. */
const WARM_UP = 8;
const METRIC_USERS = 500;
const LIMITS = [
  "The people are simulated. What holds here says nothing about real viewers; it shows how the parts work together.",
  "The log comes from one old recommender. Metrics on it favour what that recommender showed; the simulator's expectation does not, and no real team has it.",
  "Nineteen of twenty videos have never been shown to anybody. They are found by content alone.",
  "Trained once, on one seed. Differences in the third digit between two runs are chance.",
] as const;

/** Only the slate and a few others: the page shows the rest when the real pipeline runs. */
const shorten = (recommendation: Recommendation): Recommendation => ({
  ...recommendation,
  others: recommendation.others.slice(0, 6),
});

async function trainAndStore(host: BrowserHost): Promise<ModelCard> {
  await callWorker(host, "create-world", { items: DEFAULT_VIDEO_WORLD.loggedItems });
  const options = { seed: TRAINING_SEED, rankers: [...RANKER_NAMES] };
  const { seconds, curve } = await callWorker(host, "train", options);
  const loggedMetrics = await callWorker(host, "metrics", { users: METRIC_USERS });
  const rankers = await callWorker(host, "compare-rankers", { users: METRIC_USERS });
  const { manifest, embeddingSize, parameters } = await callWorker(host, "export-models", {});
  await writeFile(`${FOLDER}/weights.bin`, await exportWeights(host, "export-models"));
  await writeFile(`${FOLDER}/weights.json`, `${JSON.stringify(manifest)}\n`);
  // The whole catalogue around the logged part; the training is not repeated.
  const world = await callWorker(host, "create-world", {});
  await callWorker(host, "train", options);
  const metrics = await callWorker(host, "metrics", { users: METRIC_USERS });
  return modelCardSchema.parse({
    version: VERSION,
    world,
    trainingSeed: TRAINING_SEED,
    embeddingSize,
    parameters,
    trainSeconds: seconds,
    metrics,
    loggedMetrics,
    rankers,
    limits: [...LIMITS],
    curve: thinCurve(
      curve,
      ({ recallAt100, clickAuc }) => recallAt100 !== undefined || clickAuc !== undefined,
    ),
  });
}

/** Runs with the stored weights, so that the page shows what a visitor's browser will show. */
async function storeRuns(host: BrowserHost, card: ModelCard): Promise<void> {
  await callWorker(host, "load-models", { baseUrl: `/models/video/${VERSION}/` });
  const runs = [];
  for (const userId of SHOWN_USERS) {
    const user = await callWorker(host, "describe-user", { userId });
    const request = { audience: { kind: "user" as const, userId }, knobs: DEFAULT_KNOBS };
    for (let run = 0; run < WARM_UP; run++) await callWorker(host, "recommend", request);
    const recommendation = shorten(await callWorker(host, "recommend", request));
    runs.push({ user: { ...user, history: user.history.slice(0, 8) }, recommendation });
  }
  const precomputed = JSON.stringify(precomputedRunSchema.parse({ card, runs }), roundNumbers);
  await writeFile(`${FOLDER}/precomputed.json`, `${precomputed}\n`);
}

export async function trainVideoModels(host: BrowserHost): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const card = await trainAndStore(host);
  await writeFile(`${FOLDER}/card.json`, `${JSON.stringify(card, roundNumbers, 1)}\n`);
  await writeFile(`${FOLDER}/README.md`, describeCard(card));
  await storeRuns(host, card);
  console.log(describeCard(card));
}
