/** What the worker of the ads lab is brought up to: runtime, world, models, request, run. */
import type { AdsLabShape, AdsLabStart } from "@/components/lab/ads/ads-view";
import { backendPart } from "@/components/lab/core/lab-sync";
import type { Job, Part } from "@/components/lab/core/lab-types";
import { finishedTraining, watchTraining } from "@/components/lab/core/training/watch-training";
import type { AdLabState } from "@/lib/pipeline/ads/lab-state";
import type { AdRequestProfile } from "@/lib/pipeline/ads/trace";

type AdsJob = Job<AdsLabShape>;

export const worldKey = ({ seed, impressions }: AdLabState) => `${seed}/${impressions}`;

/** What is asked: the request of a state, or of the stored run, with the visitor's changes. */
export const askedBy = ({ request, edits }: AdLabState, start: AdsLabStart) => ({
  request: request ?? start.request.request,
  edits,
});

/** Models fit the log they were trained on: another world means models of one's own. */
const wantsOwnModels = (state: AdLabState, start: AdsLabStart) =>
  state.model === "own" || worldKey(state) !== worldKey(start.state);

/** The models that can predict in a state: those shipped, or those that its training names. */
export const modelsOf = (state: AdLabState, start: AdsLabStart) =>
  wantsOwnModels(state, start)
    ? (["base-rate", ...state.training.models] as const)
    : (["base-rate", ...start.card.options.models] as const);

export function adsParts(start: AdsLabStart): readonly Part<AdsLabShape>[] {
  return [
    backendPart("backend", ["request", "run"]),
    {
      name: "world",
      key: worldKey,
      make: createWorld,
      clears: ["models", "request", "run"],
      isLong: true,
      keepsOld: true,
    },
    {
      name: "models",
      key: (state) => (wantsOwnModels(state, start) ? JSON.stringify(state.training) : "shipped"),
      make: (job) => (wantsOwnModels(job.core.view.state, start) ? trainModels(job, start) : loadModels(job)),
      clears: ["request", "run"],
      isLong: true,
    },
    {
      name: "request",
      key: (state) => JSON.stringify(askedBy(state, start)),
      make: (job) => describeRequest(job, start),
      clears: ["run"],
    },
    { name: "run", key: ({ knobs }) => JSON.stringify(knobs), make: (job) => run(job, start), clears: [] },
  ];
}

async function createWorld({ core, tools: { client }, signal }: AdsJob): Promise<void> {
  const { seed, impressions } = core.view.state;
  core.update({ activity: "Building the world of ads and people", fraction: 0 });
  await client.call("ads-create-world", { seed, impressions }, { onProgress: core.onProgress, signal });
}

async function loadModels({ core, tools: { client, live }, signal }: AdsJob): Promise<void> {
  core.update({ activity: "Loading the trained models", fraction: 0 });
  const options = { onProgress: core.onProgress, signal };
  const card = await client.call("ads-load-models", { baseUrl: live.shippedModelsUrl }, options);
  core.update({ card, ladder: card.ladder, training: finishedTraining(card.curve, false) });
}

/** Trains the ladder and the two-tower. A model that is not among them cannot predict: the richest that is does. */
async function trainModels(job: AdsJob, start: AdsLabStart): Promise<void> {
  const { core, signal } = job;
  const { training } = core.view.state;
  await watchTraining(job, async (onProgress) => {
    const trained = await job.tools.client.call("ads-train", training, { onProgress, signal });
    core.update({ ladder: trained.ladder });
    return trained.curve;
  });
  const { state } = core.view;
  const models = modelsOf(state, start);
  const richest = models[models.length - 1];
  if (richest && !models.includes(state.knobs.ranker))
    core.update({ state: { ...state, knobs: { ...state.knobs, ranker: richest } } });
}

/** The request; where this world does not have it, that of the stored run, or the first of another world. */
async function readRequest(
  { core, tools: { client }, signal }: AdsJob,
  start: AdsLabStart,
): Promise<AdRequestProfile> {
  const { state } = core.view;
  const instead = worldKey(state) === worldKey(start.state) ? null : 0;
  try {
    return await client.call("ads-describe-request", askedBy(state, start), { signal });
  } catch (error) {
    const isUnknown = error instanceof Error && "code" in error && error.code === "invalid-input";
    if (!isUnknown || state.request === instead) throw error;
    if (state.request !== null) core.notice("audience", `${error.message} Another request is asked instead.`);
    const replaced = { ...state, request: instead };
    core.update({ state: replaced });
    return client.call("ads-describe-request", askedBy(replaced, start), { signal });
  }
}

async function describeRequest(job: AdsJob, start: AdsLabStart): Promise<void> {
  const { core, signal, tools } = job;
  core.update({ request: await readRequest(job, start) });
  const { state } = core.view;
  const models = modelsOf(state, start);
  const { defaults } = tools.live;
  // Own models may lack the one that is shipped as the best: the run that others are compared with is made with the present one.
  const ranker = models.includes(defaults.knobs.ranker) ? defaults.knobs.ranker : state.knobs.ranker;
  const knobs = { ...defaults.knobs, ranker };
  core.update({
    baseline: await tools.client.call("ads-request", { ...askedBy(state, start), knobs }, { signal }),
  });
}

async function run({ core, tools: { client }, signal }: AdsJob, start: AdsLabStart): Promise<void> {
  const { state } = core.view;
  const answered = await client.call(
    "ads-request",
    { ...askedBy(state, start), knobs: state.knobs },
    { signal },
  );
  core.update({ run: answered, runs: core.view.runs + 1 });
}
