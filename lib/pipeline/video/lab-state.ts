/** The address of the video lab: world, runtime, knobs, audience, seeds, what is open. The mechanism is `../lab-state`. */
import * as z from "zod";
import {
  type LabOpen as BaseLabOpen,
  createLabStateCodec,
  formatOpen,
  namesParam,
  numberParam,
  numbersParam,
  openParam,
  optionalNumberParam,
} from "../lab-state";
import {
  type Audience,
  MAX_LISTS,
  trainOptionsSchema,
  worldOptionsSchema,
} from "../workers/calls/world-calls";
import { BACKENDS, type BackendName } from "../workers/protocol";
import { ABLATIONS, DEFAULT_KNOBS, type Knobs, knobsSchema } from "./knobs";
import { RANKER_NAMES, STEP_NAMES, type StepName } from "./names";

/** The panels under the funnel, in the order of their tabs. */
export const PANEL_NAMES = [
  "worth",
  "predict",
  "map",
  "latency",
  "train",
  "metrics",
  "models",
  "numbers",
] as const;
export type PanelName = (typeof PANEL_NAMES)[number];

const DEFAULT_WORLD = worldOptionsSchema.parse({});
const DEFAULT_TRAINING = trainOptionsSchema.parse({});
const MAX_HISTORY = 200;

const world = worldOptionsSchema.shape;
const training = trainOptionsSchema.shape;
const knob = knobsSchema.shape;
const candidates = knob.candidates.unwrap().shape;
const weights = knob.headWeights.unwrap().shape;

/** The names of the URL, in the order in which they are written. */
const paramsSchema = z.object({
  seed: numberParam(world.seed, DEFAULT_WORLD.seed),
  items: numberParam(world.items, DEFAULT_WORLD.items),
  backend: z.enum(BACKENDS).catch("wasm"),
  /** Lists of the index; 0: a number that fits the catalogue. */
  lists: numberParam(z.number().int().min(0).max(MAX_LISTS), 0),
  model: z.enum(["shipped", "own"]).catch("shipped"),
  "train-seed": numberParam(training.seed, DEFAULT_TRAINING.seed),
  "tower-epochs": numberParam(training.twoTowerEpochs, DEFAULT_TRAINING.twoTowerEpochs),
  "ranker-epochs": numberParam(training.rankerEpochs, DEFAULT_TRAINING.rankerEpochs),
  /** null: the user of the precomputed run. */
  user: optionalNumberParam(),
  /** An edited history: videos, oldest first, separated by commas. Takes the place of `user`. */
  watched: numbersParam(MAX_HISTORY),
  language: z.string().max(40).optional().catch(undefined),
  "two-tower": numberParam(candidates["two-tower"], DEFAULT_KNOBS.candidates["two-tower"]),
  "item-to-item": numberParam(candidates["item-to-item"], DEFAULT_KNOBS.candidates["item-to-item"]),
  subscriptions: numberParam(candidates.subscriptions, DEFAULT_KNOBS.candidates.subscriptions),
  fresh: numberParam(candidates.fresh, DEFAULT_KNOBS.candidates.fresh),
  popularity: numberParam(candidates.popularity, DEFAULT_KNOBS.candidates.popularity),
  exploration: numberParam(candidates.exploration, DEFAULT_KNOBS.candidates.exploration),
  index: knob.index.catch(DEFAULT_KNOBS.index),
  probes: numberParam(knob.probes, DEFAULT_KNOBS.probes),
  ranker: z.enum(RANKER_NAMES).catch(DEFAULT_KNOBS.ranker),
  click: numberParam(weights.click, DEFAULT_KNOBS.headWeights.click),
  watch: numberParam(weights.watch, DEFAULT_KNOBS.headWeights.watch),
  like: numberParam(weights.like, DEFAULT_KNOBS.headWeights.like),
  hide: numberParam(weights.hide, DEFAULT_KNOBS.headWeights.hide),
  "rank-limit": numberParam(knob.rankLimit, DEFAULT_KNOBS.rankLimit),
  slate: numberParam(knob.slateSize, DEFAULT_KNOBS.slateSize),
  "creator-cap": numberParam(knob.creatorCap, DEFAULT_KNOBS.creatorCap),
  "fresh-quota": numberParam(knob.freshQuota, DEFAULT_KNOBS.freshQuota),
  "fresh-days": numberParam(knob.freshDays, DEFAULT_KNOBS.freshDays),
  diversify: knob.diversifier.catch(DEFAULT_KNOBS.diversifier),
  lambda: numberParam(knob.mmrLambda, DEFAULT_KNOBS.mmrLambda),
  /** What is switched off. */
  off: namesParam(ABLATIONS),
  open: openParam(STEP_NAMES, PANEL_NAMES),
});
type Params = z.infer<typeof paramsSchema>;

export type LabOpen = BaseLabOpen<StepName, PanelName>;

export type LabState = {
  seed: number;
  /** Videos of the world. */
  items: number;
  /** Where the models are computed; another may run when this one is refused. */
  backend: BackendName;
  /** Lists of the index, made once a search asks for them; 0: a number that fits the catalogue. */
  lists: number;
  model: "shipped" | "own";
  /** Own models: the two-tower and the one ranker that `knobs.ranker` names. */
  training: { seed: number; twoTowerEpochs: number; rankerEpochs: number };
  /** null: whoever the precomputed run is about. */
  audience: Audience | null;
  knobs: Knobs;
  open: LabOpen;
};

function audienceOf(params: Params): Audience | null {
  if (params.watched)
    return {
      kind: "history",
      history: params.watched,
      ...(params.language && { language: params.language }),
    };
  return params.user === undefined ? null : { kind: "user", userId: params.user };
}

function knobsOf(params: Params): Knobs {
  return {
    slateSize: params.slate,
    candidates: {
      "two-tower": params["two-tower"],
      "item-to-item": params["item-to-item"],
      subscriptions: params.subscriptions,
      fresh: params.fresh,
      popularity: params.popularity,
      exploration: params.exploration,
    },
    index: params.index,
    probes: params.probes,
    ranker: params.ranker,
    headWeights: { click: params.click, watch: params.watch, like: params.like, hide: params.hide },
    rankLimit: params["rank-limit"],
    diversifier: params.diversify,
    mmrLambda: params.lambda,
    creatorCap: params["creator-cap"],
    freshQuota: params["fresh-quota"],
    freshDays: params["fresh-days"],
    ablate: ABLATIONS.filter((name) => params.off.includes(name)),
  };
}

function stateOf(params: Params): LabState {
  return {
    seed: params.seed,
    items: params.items,
    backend: params.backend,
    lists: params.lists,
    model: params.model,
    training: {
      seed: params["train-seed"],
      twoTowerEpochs: params["tower-epochs"],
      rankerEpochs: params["ranker-epochs"],
    },
    audience: audienceOf(params),
    knobs: knobsOf(params),
    open: params.open,
  };
}

function toParams(state: LabState): Record<string, string> {
  const { training, audience, knobs } = state;
  return {
    seed: String(state.seed),
    items: String(state.items),
    backend: state.backend,
    lists: String(state.lists),
    model: state.model,
    "train-seed": String(training.seed),
    "tower-epochs": String(training.twoTowerEpochs),
    "ranker-epochs": String(training.rankerEpochs),
    ...(audience?.kind === "user" && { user: String(audience.userId) }),
    ...(audience?.kind === "history" && {
      watched: audience.history.join(","),
      language: audience.language ?? "",
    }),
    ...Object.fromEntries(Object.entries(knobs.candidates).map(([name, value]) => [name, String(value)])),
    ...Object.fromEntries(Object.entries(knobs.headWeights).map(([name, value]) => [name, String(value)])),
    index: knobs.index,
    probes: String(knobs.probes),
    ranker: knobs.ranker,
    "rank-limit": String(knobs.rankLimit),
    slate: String(knobs.slateSize),
    "creator-cap": String(knobs.creatorCap),
    "fresh-quota": String(knobs.freshQuota),
    "fresh-days": String(knobs.freshDays),
    diversify: knobs.diversifier,
    lambda: String(knobs.mmrLambda),
    off: knobs.ablate.join(","),
    open: formatOpen(state.open),
  };
}

export const {
  defaults: DEFAULT_LAB_STATE,
  parseLabState,
  formatLabState,
} = createLabStateCodec({
  parse: (params) => stateOf(paramsSchema.parse(params)),
  toParams,
  // A history that was emptied is not an absent one.
  isSaid: (name, value) => name === "watched" && value === "",
});
