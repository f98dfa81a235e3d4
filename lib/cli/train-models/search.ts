/** The shipped models of the search world: public/models/search/<version>/. */
import { mkdir, writeFile } from "node:fs/promises";
import { DEFAULT_SEARCH_KNOBS } from "@/lib/pipeline/product-search/knobs";
import { type SearchModelCard, searchModelCardSchema } from "@/lib/pipeline/product-search/measures";
import { LEARNT_RANKERS, SEARCH_LABELS } from "@/lib/pipeline/product-search/names";
import { precomputedSearchSchema } from "@/lib/pipeline/product-search/precomputed-schema";
import type { SearchTrace } from "@/lib/pipeline/product-search/trace";
import type { BrowserHost } from "../bench/browser-host";
import { callWorker } from "../bench/call";
import { describeSearchCard } from "./describe-search-card";
import { exportWeights, roundNumbers, thinCurve } from "./stored-files";

const VERSION = "v1";
const FOLDER = `public/models/search/${VERSION}`;
const TRAINING_SEED = 1;
const EPOCHS = 4;
const METRIC_QUERIES = 600;
const STUDY_SEEDS = 5;
const STUDY_QUERIES = 300;
/** Requests before the stored one: a browser compiles code that has run a while. */
const WARM_UP = 8;
const STORED_OTHERS = 6;
/** Whose pages are stored: a held-out query of each slice, the first of those looked at that shows the stages at work. */
const SHOWN_SLICES = ["torso", "tail", "head"] as const;
const LOOKED_AT = 60;
const MIN_WORDS = 2;
const LIMITS = [
  "Products, shoppers and grades are simulated. What holds here says nothing about a real shop; it shows how the parts work together.",
  "Clicks come from the pages of two old rankers. What they never showed has no click, whatever its grade.",
  "Shoppers click by price, rating and taste as well as by relevance: a ranker that learns from clicks learns all of it.",
  "Trained once, on one seed. Differences in the third digit between two runs are chance.",
] as const;

type Training = Pick<SearchModelCard, "curve"> & {
  seconds: { twoTower: number; rankers: Record<string, number> };
};

/** Every ranker on every kind of labels; the first training also makes the towers. */
async function trainAll(host: BrowserHost): Promise<Training> {
  const training: Training = { curve: [], seconds: { twoTower: 0, rankers: {} } };
  for (const ranker of LEARNT_RANKERS)
    for (const labels of SEARCH_LABELS) {
      const options = { seed: TRAINING_SEED, epochs: EPOCHS, ranker, labels };
      const { seconds, curve } = await callWorker(host, "search-train", options);
      training.seconds.twoTower ||= seconds.twoTower;
      training.seconds.rankers[`${ranker}/${labels}`] = seconds.ranker;
      if (ranker === DEFAULT_SEARCH_KNOBS.ranker && labels === DEFAULT_SEARCH_KNOBS.labels)
        training.curve = curve;
    }
  return training;
}

async function trainAndStore(host: BrowserHost): Promise<SearchModelCard> {
  const world = await callWorker(host, "search-create-world", {});
  const { curve, seconds } = await trainAll(host);
  const { manifest, embeddingSize, parameters } = await callWorker(host, "search-export-models", {});
  await writeFile(`${FOLDER}/weights.bin`, await exportWeights(host, "search-export-models"));
  await writeFile(`${FOLDER}/weights.json`, `${JSON.stringify(manifest)}\n`);
  const metrics = await callWorker(host, "search-metrics", { queries: METRIC_QUERIES });
  const rankers = await callWorker(host, "search-compare-rankers", { queries: METRIC_QUERIES });
  const labels = await callWorker(host, "search-compare-labels", {
    seeds: STUDY_SEEDS,
    queries: STUDY_QUERIES,
  });
  return searchModelCardSchema.parse({
    version: VERSION,
    world,
    trainingSeed: TRAINING_SEED,
    embeddingSize,
    parameters,
    trainSeconds: seconds,
    metrics,
    rankers,
    labels,
    limits: [...LIMITS],
    curve: thinCurve(
      curve,
      ({ recallAt100, ndcgAt10 }) => recallAt100 !== undefined || ndcgAt10 !== undefined,
    ),
  });
}

/** Only the page and a few others: the lab shows the rest when the real pipeline runs. */
const shorten = (trace: SearchTrace): SearchTrace => ({
  ...trace,
  others: trace.others.slice(0, STORED_OTHERS),
});

/** Re-ranking helps, something is left to be wished for, and there is more than one word to understand. */
function isTelling({ understanding, quality }: SearchTrace): boolean {
  if (!quality || understanding.tokens.length < MIN_WORDS) return false;
  return quality.ranked.ndcg10 > quality.bm25.ndcg10 + 0.05 && quality.slate.ndcg10 > 0.6;
}

const requestOf = (queryId: number) => ({
  searched: { kind: "query" as const, queryId },
  knobs: DEFAULT_SEARCH_KNOBS,
});

async function findQuery(host: BrowserHost, slice: (typeof SHOWN_SLICES)[number]): Promise<number> {
  const queries = await callWorker(host, "search-suggest", { slice, isHeldOut: true, limit: LOOKED_AT });
  for (const { queryId } of queries)
    if (isTelling(await callWorker(host, "search-query", requestOf(queryId)))) return queryId;
  return queries[0]?.queryId ?? 0;
}

/** Runs with the stored weights, so that the page shows what a visitor's browser will show. */
async function storeRuns(host: BrowserHost, card: SearchModelCard): Promise<void> {
  // The card is there already: loading checks it.
  await callWorker(host, "search-load-models", { baseUrl: `/models/search/${VERSION}/` });
  const runs: SearchTrace[] = [];
  for (const slice of SHOWN_SLICES) {
    const request = requestOf(await findQuery(host, slice));
    for (let run = 0; run < WARM_UP; run++) await callWorker(host, "search-query", request);
    runs.push(shorten(await callWorker(host, "search-query", request)));
  }
  const precomputed = JSON.stringify(precomputedSearchSchema.parse({ card, runs }), roundNumbers);
  await writeFile(`${FOLDER}/precomputed.json`, `${precomputed}\n`);
}

export async function trainSearchModels(host: BrowserHost): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const card = await trainAndStore(host);
  await writeFile(`${FOLDER}/card.json`, `${JSON.stringify(card, roundNumbers, 1)}\n`);
  await writeFile(`${FOLDER}/README.md`, describeSearchCard(card));
  await storeRuns(host, card);
  console.log(describeSearchCard(card));
}
