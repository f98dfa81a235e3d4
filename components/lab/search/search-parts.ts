/** What the worker of the search lab is brought up to: world, models, query, results. */
import type { Job, Part } from "@/components/lab/core/lab-types";
import { finishedTraining, watchTraining } from "@/components/lab/core/training/watch-training";
import type { SearchLabShape, SearchLabStart } from "@/components/lab/search/search-view";
import type { SearchKnobs } from "@/lib/pipeline/product-search/knobs";
import type { SearchLabState } from "@/lib/pipeline/product-search/lab-state";
import type { LearntRanker } from "@/lib/pipeline/product-search/names";
import type { SearchTrace } from "@/lib/pipeline/product-search/trace";

type SearchJob = Job<SearchLabShape>;

export const worldKey = ({ seed, products, clickModel }: SearchLabState) =>
  `${seed}/${products}/${clickModel}`;

/** Models fit the shop whose log they learnt from, and smaller ones of the same seed. */
const wantsOwnModels = (state: SearchLabState, { card: { world } }: SearchLabStart) =>
  state.model === "own" || state.seed !== world.seed || state.clickModel !== world.clickModel;

/** The one ranker that is trained: BM25 has nothing to learn. */
const learntRanker = ({ knobs }: SearchLabState): LearntRanker =>
  knobs.ranker === "bm25" ? "lambdarank" : knobs.ranker;

const ownKey = (state: SearchLabState) =>
  JSON.stringify([state.training, learntRanker(state), state.knobs.labels]);

export function searchParts(start: SearchLabStart): readonly Part<SearchLabShape>[] {
  return [
    {
      name: "world",
      key: worldKey,
      make: createWorld,
      clears: ["models", "query", "results"],
      isLong: true,
      keepsOld: true,
    },
    {
      name: "models",
      key: (state) => (wantsOwnModels(state, start) ? ownKey(state) : "shipped"),
      make: (job) => (wantsOwnModels(job.core.view.state, start) ? trainModels(job) : loadModels(job)),
      clears: ["query", "results"],
      isLong: true,
      keepsOld: true,
    },
    {
      name: "query",
      key: ({ text }) => JSON.stringify(text),
      make: (job) => prepareQuery(job, start),
      clears: ["results"],
    },
    { name: "results", key: ({ knobs }) => JSON.stringify(knobs), make: search, clears: [] },
  ];
}

async function createWorld({ core, tools: { client }, signal }: SearchJob): Promise<void> {
  const { seed, products, clickModel } = core.view.state;
  core.update({ activity: "Building the shop and its log", fraction: 0 });
  const options = { onProgress: core.onProgress, signal };
  await client.call("search-create-world", { seed, products, clickModel }, options);
}

async function loadModels({ core, tools: { client, live }, signal }: SearchJob): Promise<void> {
  core.update({ activity: "Loading the trained models", fraction: 0 });
  const options = { onProgress: core.onProgress, signal };
  const card = await client.call("search-load-models", { baseUrl: live.shippedModelsUrl }, options);
  core.update({ card, training: finishedTraining(card.curve, false) });
}

/** Trains the towers, unless those of these settings are there, and the ranker that the knobs name. */
async function trainModels(job: SearchJob): Promise<void> {
  const { state } = job.core.view;
  const params = { ...state.training, ranker: learntRanker(state), labels: state.knobs.labels };
  await watchTraining(job, async (onProgress) => {
    const trained = await job.tools.client.call("search-train", params, { onProgress, signal: job.signal });
    return trained.curve;
  });
}

const ask = (
  { tools: { client }, signal }: SearchJob,
  text: string,
  knobs: SearchKnobs,
): Promise<SearchTrace> =>
  client.call("search-query", { searched: { kind: "text", text }, knobs }, { signal });

/** The query of the stored run, in the world that knows it; one that nobody learnt from in any other. */
async function usualText(job: SearchJob, start: SearchLabStart): Promise<string> {
  const { client } = job.tools;
  const { seed, products } = job.core.view.state;
  const { world } = start.card;
  if (seed === world.seed && products === world.products) return start.trace.text;
  const wanted = { slice: "head", isHeldOut: true, limit: 1 } as const;
  const [query] = await client.call("search-suggest", wanted, { signal: job.signal });
  return query?.text ?? start.trace.text;
}

/** Own models hold one ranker only: the page that others are compared with is made with the same. */
async function prepareQuery(job: SearchJob, start: SearchLabStart): Promise<void> {
  const { core, tools } = job;
  const { state } = core.view;
  const text = state.text ?? (await usualText(job, start));
  const shipped = tools.live.defaults.knobs;
  const own = { ranker: learntRanker(state), labels: state.knobs.labels };
  const knobs = wantsOwnModels(state, start) ? { ...shipped, ...own } : shipped;
  core.update({ text, baseline: await ask(job, text, knobs) });
}

async function search(job: SearchJob): Promise<void> {
  const { core } = job;
  const { state, text } = core.view;
  const trace = await ask(job, text, state.knobs);
  core.update({ trace, runs: core.view.runs + 1 });
}
