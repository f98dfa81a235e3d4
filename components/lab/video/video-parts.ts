/** What the worker of the video lab is brought up to: runtime, world, models, lists of the index, audience, slate. */
import { backendPart } from "@/components/lab/core/lab-sync";
import type { Job, Part } from "@/components/lab/core/lab-types";
import { finishedTraining, watchTraining } from "@/components/lab/core/training/watch-training";
import type { VideoLabShape, VideoLabStart } from "@/components/lab/video/video-view";
import type { LabState } from "@/lib/pipeline/video/lab-state";
import type { UserProfile } from "@/lib/pipeline/video/trace";
import type { Audience } from "@/lib/pipeline/workers/calls/world-calls";

type VideoJob = Job<VideoLabShape>;

export const worldKey = ({ seed, items }: LabState) => `${seed}/${items}`;

/** Whom a state is for; the stored run's viewer when it does not say. */
export const audienceOf = (state: LabState, { user }: VideoLabStart): Audience =>
  state.audience ?? { kind: "user", userId: user.userId };

/** Models fit the world they were trained in: another seed means models of one's own. */
const wantsOwnModels = (state: LabState, { card }: VideoLabStart) =>
  state.model === "own" || state.seed !== card.world.seed;

export function videoParts(start: VideoLabStart): readonly Part<VideoLabShape>[] {
  return [
    backendPart("backend", ["audience", "slate"]),
    {
      name: "world",
      key: worldKey,
      make: createWorld,
      clears: ["models", "lists", "audience", "slate"],
      isLong: true,
      keepsOld: true,
    },
    {
      name: "models",
      key: (state) =>
        wantsOwnModels(state, start) ? JSON.stringify([state.training, state.knobs.ranker]) : "shipped",
      make: (job) => (wantsOwnModels(job.core.view.state, start) ? trainModels(job) : loadModels(job)),
      clears: ["lists", "audience", "slate"],
      isLong: true,
    },
    {
      name: "lists",
      key: ({ knobs, lists }) => (knobs.index === "lists" ? String(lists) : null),
      make: prepareLists,
      clears: ["slate"],
      isLong: true,
    },
    {
      name: "audience",
      key: (state) => JSON.stringify(audienceOf(state, start)),
      make: (job) => describeAudience(job, start),
      clears: ["slate"],
    },
    {
      name: "slate",
      key: ({ knobs }) => JSON.stringify(knobs),
      make: (job) => recommend(job, start),
      clears: [],
    },
  ];
}

async function createWorld({ core, tools: { client }, signal }: VideoJob): Promise<void> {
  const { seed, items } = core.view.state;
  core.update({ activity: "Building the world of videos and viewers", fraction: 0 });
  await client.call("create-world", { seed, items }, { onProgress: core.onProgress, signal });
  core.update({ lists: null });
}

async function loadModels({ core, tools: { client, live }, signal }: VideoJob): Promise<void> {
  core.update({ activity: "Loading the trained models", fraction: 0 });
  const options = { onProgress: core.onProgress, signal };
  const card = await client.call("load-models", { baseUrl: live.shippedModelsUrl }, options);
  core.update({ card, training: finishedTraining(card.curve, false) });
}

/** Trains the two-tower and the one ranker that the knobs name. */
async function trainModels(job: VideoJob): Promise<void> {
  const { client } = job.tools;
  const { training, knobs } = job.core.view.state;
  const params = { ...training, rankers: [knobs.ranker] };
  await watchTraining(job, async (onProgress) => {
    const { curve } = await client.call("train", params, { onProgress, signal: job.signal });
    return curve;
  });
}

/** Groups the index into lists, so that a search can leave most of them out. */
async function prepareLists({ core, tools: { client }, signal }: VideoJob): Promise<void> {
  const { lists } = core.view.state;
  core.update({ activity: "Grouping the vectors into lists around their centres", fraction: 0 });
  const options = { onProgress: core.onProgress, signal };
  core.update({ lists: await client.call("prepare-lists", { lists }, options) });
}

/** Of this viewer; of the stored run's where an address asks for one that this world does not have. */
async function describeViewer(
  userId: number,
  { core, tools: { client }, signal }: VideoJob,
  { user: stored }: VideoLabStart,
): Promise<UserProfile> {
  try {
    return await client.call("describe-user", { userId }, { signal });
  } catch (error) {
    const isUnknown = error instanceof Error && "code" in error && error.code === "invalid-input";
    if (!isUnknown || userId === stored.userId) throw error;
    core.notice("audience", `${error.message} You watch as ${stored.label} instead.`);
    core.update({ state: { ...core.view.state, audience: null } });
    return client.call("describe-user", { userId: stored.userId }, { signal });
  }
}

async function describeAudience(job: VideoJob, start: VideoLabStart): Promise<void> {
  const { core, signal } = job;
  const { client, live } = job.tools;
  const audience = audienceOf(core.view.state, start);
  if (audience.kind === "user") {
    const user = await describeViewer(audience.userId, job, start);
    core.update({ user, history: user.history.map((entry) => entry.card) });
  }
  if (audience.kind === "history" && core.view.history.length !== audience.history.length) {
    const items = audience.history.toReversed();
    core.update({ history: await client.call("describe-videos", { items }, { signal }) });
  }
  // Own models hold one ranker only: the slate that others are compared with is made with the same.
  const { state } = core.view;
  const ranker = wantsOwnModels(state, start) ? state.knobs.ranker : live.defaults.knobs.ranker;
  const knobs = { ...live.defaults.knobs, ranker };
  const present = audienceOf(state, start);
  core.update({ baseline: await client.call("recommend", { audience: present, knobs }, { signal }) });
}

async function recommend({ core, tools: { client }, signal }: VideoJob, start: VideoLabStart) {
  const { state } = core.view;
  const params = { audience: audienceOf(state, start), knobs: state.knobs };
  const recommendation = await client.call("recommend", params, { signal });
  core.update({ recommendation, runs: core.view.runs + 1 });
}
