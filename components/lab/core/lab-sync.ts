/**
 * Brings the worker up to the wanted state, part by part: runtime, world, models, lists of the index, audience, slate.
 * A part is made anew when its key differs from the one held, and then all that was made from it is made anew too.
 */
import type { Held, LabCore, Tools } from "@/components/lab/core/lab-core";
import { loadModels, trainModels } from "@/components/lab/core/training/watch-training";
import type { LabState } from "@/lib/pipeline/video/lab-state";
import type { UserProfile } from "@/lib/pipeline/video/trace";

type Job = { core: LabCore; tools: Tools; signal: AbortSignal };
type Part = {
  name: keyof Held;
  /** null: not wanted now, and kept when it is there. */
  key(core: LabCore): string | null;
  make(job: Job): Promise<void>;
  /** Parts that are gone with the old one. */
  clears: readonly (keyof Held)[];
  /** Long enough to be counted as a step for the person who waits. */
  isLong?: true;
};

export const worldKey = ({ seed, items }: LabState) => `${seed}/${items}`;

/** Models fit the world they were trained in: another seed means models of one's own. */
export function wantsOwnModels({ state }: LabCore["view"], core: LabCore): boolean {
  return state.model === "own" || state.seed !== core.start.card.world.seed;
}

const PARTS: readonly Part[] = [
  {
    name: "backend",
    key: ({ view }) => view.state.backend,
    make: startBackend,
    clears: ["audience", "slate"],
    isLong: true,
  },
  {
    name: "world",
    key: ({ view: { state } }) => worldKey(state),
    make: createWorld,
    clears: ["models", "lists", "audience", "slate"],
    isLong: true,
  },
  {
    name: "models",
    key: (core) => {
      const { training, knobs } = core.view.state;
      return wantsOwnModels(core.view, core) ? JSON.stringify([training, knobs.ranker]) : "shipped";
    },
    make: (job) => (wantsOwnModels(job.core.view, job.core) ? trainModels(job) : loadModels(job)),
    clears: ["lists", "audience", "slate"],
    isLong: true,
  },
  {
    name: "lists",
    key: ({ view }) => (view.state.knobs.index === "lists" ? String(view.state.lists) : null),
    make: prepareLists,
    clears: ["slate"],
    isLong: true,
  },
  {
    name: "audience",
    key: (core) => JSON.stringify(core.audience()),
    make: describeAudience,
    clears: ["slate"],
  },
  { name: "slate", key: ({ view }) => JSON.stringify(view.state.knobs), make: recommend, clears: [] },
];

const isMissing = (part: Part, core: LabCore, held: Held) => {
  const key = part.key(core);
  return key !== null && held[part.name] !== key;
};

function without(held: Held, names: readonly (keyof Held)[]): Held {
  return { ...held, ...Object.fromEntries(names.map((name) => [name, null])) };
}

/** The long parts that a run would make now, in order. */
function longParts(core: LabCore): Part[] {
  let { held } = core;
  return PARTS.filter((part) => {
    if (!isMissing(part, core, held)) return false;
    held = without(held, part.clears);
    return part.isLong;
  });
}

/** Makes what is missing. On a cancel or a failure, whatever was finished before is held. */
export async function bringUp(job: Job): Promise<void> {
  const { core, signal } = job;
  const waiting = longParts(core);
  for (const part of PARTS) {
    if (!isMissing(part, core, core.held)) continue;
    signal.throwIfAborted();
    if (part.isLong) {
      const index = waiting.indexOf(part);
      const step = waiting.length > 1 && index >= 0 ? { number: index + 1, of: waiting.length } : null;
      core.update({ phase: "starting", fraction: null, step });
    }
    const key = part.key(core);
    // A world under construction leaves the old one in place; all else is lost from the moment it is begun.
    if (part.name !== "world") core.held = without(core.held, [part.name, ...part.clears]);
    await part.make(job);
    core.held = { ...without(core.held, part.clears), [part.name]: key };
  }
}

/** The lists of the index for a question about them, made as the knobs would make them. */
export async function ensureLists(job: Job): Promise<void> {
  const { core } = job;
  const key = String(core.view.state.lists);
  if (core.held.lists === key) return;
  core.held = without(core.held, ["lists"]);
  await prepareLists(job);
  core.held = { ...core.held, lists: key };
}

async function startBackend({ core, tools: { client }, signal }: Job): Promise<void> {
  const { backend } = core.view.state;
  core.update({ activity: `Starting the model runtime on ${backend}` });
  const { refusal } = await client.call("start", { backend }, { signal });
  core.notice("backend", refusal ?? null);
}

async function createWorld({ core, tools: { client }, signal }: Job): Promise<void> {
  const { seed, items } = core.view.state;
  core.update({ activity: "Building the world of videos and viewers", fraction: 0 });
  await client.call("create-world", { seed, items }, { onProgress: core.onProgress, signal });
  core.update({ lists: null });
}

/** Groups the index into lists, so that a search can leave most of them out. */
async function prepareLists({ core, tools: { client }, signal }: Job): Promise<void> {
  const { lists } = core.view.state;
  core.update({ activity: "Grouping the vectors into lists around their centres", fraction: 0 });
  const options = { onProgress: core.onProgress, signal };
  core.update({ lists: await client.call("prepare-lists", { lists }, options) });
}

/** Of this viewer; of the stored run's where an address asks for one that this world does not have. */
async function describeViewer(
  userId: number,
  { core, tools: { client }, signal }: Job,
): Promise<UserProfile> {
  const { user: stored } = core.start;
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

async function describeAudience(job: Job): Promise<void> {
  const { core, signal } = job;
  const { client, live } = job.tools;
  const audience = core.audience();
  if (audience.kind === "user") {
    const user = await describeViewer(audience.userId, job);
    core.update({ user, history: user.history.map((entry) => entry.card) });
  }
  if (audience.kind === "history" && core.view.history.length !== audience.history.length) {
    const items = audience.history.toReversed();
    core.update({ history: await client.call("describe-videos", { items }, { signal }) });
  }
  // Own models hold one ranker only: the slate that others are compared with is made with the same.
  const ranker = wantsOwnModels(core.view, core) ? core.view.state.knobs.ranker : live.defaults.knobs.ranker;
  const knobs = { ...live.defaults.knobs, ranker };
  const present = core.audience();
  core.update({ baseline: await client.call("recommend", { audience: present, knobs }, { signal }) });
}

async function recommend({ core, tools: { client }, signal }: Job): Promise<void> {
  const { knobs } = core.view.state;
  const params = { audience: core.audience(), knobs };
  const recommendation = await client.call("recommend", params, { signal });
  core.update({ recommendation, runs: core.view.runs + 1 });
}
