/** The address of the ads lab: world, runtime, knobs, request, training, studies, what is open. The mechanism is `../lab-state`. */
import * as z from "zod";
import {
  createLabStateCodec,
  formatOpen,
  type LabOpen,
  namesParam,
  numberParam,
  openParam,
  optionalNumberParam,
  toNumber,
} from "../lab-state";
import { adWorldOptionsSchema } from "../workers/calls/ads-calls";
import { BACKENDS, type BackendName } from "../workers/protocol";
import { AD_ABLATIONS, type AdKnobs, adKnobsSchema, DEFAULT_AD_KNOBS } from "./knobs";
import { adTrainOptionsSchema } from "./model-card";
import {
  AD_DEVICE_NAMES,
  AD_MODEL_NAMES,
  AD_SLOT_NAMES,
  AD_STEP_NAMES,
  type AdStepName,
  CALIBRATION_NAMES,
  CORRECTION_NAMES,
  TRAINED_AD_MODEL_NAMES,
  type TrainedAdModelName,
} from "./names";
import { type AdRequestEdits, adRequestEditsSchema } from "./trace";

/** The panels under the funnel, in the order of their tabs. */
export const AD_PANEL_NAMES = [
  "predict",
  "worth",
  "ladder",
  "calibration",
  "sampling",
  "hashing",
  "curse",
  "window",
  "features",
  "time",
  "pacing",
  "card",
  "numbers",
] as const;
export type AdPanelName = (typeof AD_PANEL_NAMES)[number];

const DEFAULT_WORLD = adWorldOptionsSchema.parse({});
const DEFAULT_TRAINING = adTrainOptionsSchema.parse({});
const DEFAULT_STUDY: AdStudySettings = {
  model: "logistic-regression",
  rows: 150_000,
  label: "click",
  auctions: 300,
  worthRequests: 200,
  pacingRequests: 4_000,
};

const world = adWorldOptionsSchema.shape;
const training = adTrainOptionsSchema.shape;
const knob = adKnobsSchema.shape;
const candidates = knob.candidates.unwrap().shape;

/** "lr,fm": at least one; the shipped ladder when absent or wrong. */
const modelsParam = namesParam(TRAINED_AD_MODEL_NAMES).transform((models) =>
  models.length === 0
    ? [...DEFAULT_TRAINING.models]
    : TRAINED_AD_MODEL_NAMES.filter((name) => models.includes(name)),
);
const flagParam = z
  .enum(["on", "off"])
  .catch("on")
  .transform((text) => text === "on");

/** The names of the URL, in the order in which they are written. */
const paramsSchema = z.object({
  seed: numberParam(world.seed, DEFAULT_WORLD.seed),
  impressions: numberParam(world.impressions, DEFAULT_WORLD.impressions),
  backend: z.enum(BACKENDS).catch("wasm"),
  model: z.enum(["shipped", "own"]).catch("shipped"),
  "train-seed": numberParam(training.seed, DEFAULT_TRAINING.seed),
  "train-models": modelsParam,
  epochs: numberParam(training.epochs, DEFAULT_TRAINING.epochs),
  negatives: numberParam(training.negativeRate, DEFAULT_TRAINING.negativeRate),
  "made-up-by": z.enum(CORRECTION_NAMES).catch(DEFAULT_TRAINING.correction),
  "train-calibration": z.enum(CALIBRATION_NAMES).catch(DEFAULT_TRAINING.calibration),
  "hash-bits": numberParam(training.hashBits, DEFAULT_TRAINING.hashBits),
  vector: z.preprocess(toNumber, training.embeddingSize.unwrap()).catch(DEFAULT_TRAINING.embeddingSize),
  "learning-rate": numberParam(training.learningRate, DEFAULT_TRAINING.learningRate),
  "tower-epochs": numberParam(training.twoTowerEpochs, DEFAULT_TRAINING.twoTowerEpochs),
  /** Absent: the request of the stored run. */
  request: optionalNumberParam(),
  device: z.enum(AD_DEVICE_NAMES).optional().catch(undefined),
  slot: z.enum(AD_SLOT_NAMES).optional().catch(undefined),
  hour: optionalNumberParam().pipe(adRequestEditsSchema.shape.hour.catch(undefined)),
  places: numberParam(knob.slateSize, DEFAULT_AD_KNOBS.slateSize),
  targeting: numberParam(candidates.targeting, DEFAULT_AD_KNOBS.candidates.targeting),
  "two-tower": numberParam(candidates["two-tower"], DEFAULT_AD_KNOBS.candidates["two-tower"]),
  "light-limit": numberParam(knob.lightRankLimit, DEFAULT_AD_KNOBS.lightRankLimit),
  ranker: z.enum(AD_MODEL_NAMES).catch(DEFAULT_AD_KNOBS.ranker),
  calibration: z.enum(CALIBRATION_NAMES).catch(DEFAULT_AD_KNOBS.calibration),
  correction: flagParam,
  pacing: flagParam,
  cap: numberParam(knob.frequencyCap, DEFAULT_AD_KNOBS.frequencyCap),
  reserve: numberParam(knob.reserve, DEFAULT_AD_KNOBS.reserve),
  exploration: numberParam(knob.exploration, DEFAULT_AD_KNOBS.exploration),
  /** What is switched off. */
  off: namesParam(AD_ABLATIONS),
  "study-model": z.enum(TRAINED_AD_MODEL_NAMES).catch(DEFAULT_STUDY.model),
  "study-rows": numberParam(z.number().int().min(2_000).max(1_000_000), DEFAULT_STUDY.rows),
  "study-label": z.enum(["click", "conversion"]).catch(DEFAULT_STUDY.label),
  auctions: numberParam(z.number().int().min(20).max(3_000), DEFAULT_STUDY.auctions),
  "worth-requests": numberParam(z.number().int().min(10).max(2_000), DEFAULT_STUDY.worthRequests),
  "pacing-requests": numberParam(z.number().int().min(200).max(20_000), DEFAULT_STUDY.pacingRequests),
  open: openParam(AD_STEP_NAMES, AD_PANEL_NAMES),
});
type Params = z.infer<typeof paramsSchema>;

/** What the studies are asked. */
export type AdStudySettings = {
  /** Trained again and again, on so many rows. */
  model: TrainedAdModelName;
  rows: number;
  /** What is joined to an impression. */
  label: "click" | "conversion";
  /** Of each size, for the winner's curse. */
  auctions: number;
  /** Over which parts are switched off, and a day is paced. */
  worthRequests: number;
  pacingRequests: number;
};

export type AdLabState = {
  seed: number;
  /** Rows of the log. */
  impressions: number;
  /** Where the models are computed; another may run when this one is refused. */
  backend: BackendName;
  model: "shipped" | "own";
  /** Own models: the ladder and the two-tower. */
  training: z.output<typeof adTrainOptionsSchema>;
  /** null: the one of the stored run. */
  request: number | null;
  edits: AdRequestEdits;
  knobs: AdKnobs;
  study: AdStudySettings;
  open: LabOpen<AdStepName, AdPanelName>;
};

function knobsOf(params: Params): AdKnobs {
  return {
    slateSize: params.places,
    candidates: { targeting: params.targeting, "two-tower": params["two-tower"] },
    lightRankLimit: params["light-limit"],
    ranker: params.ranker,
    calibration: params.calibration,
    negativeCorrection: params.correction,
    pacing: params.pacing,
    frequencyCap: params.cap,
    reserve: params.reserve,
    exploration: params.exploration,
    ablate: AD_ABLATIONS.filter((name) => params.off.includes(name)),
  };
}

function trainingOf(params: Params): AdLabState["training"] {
  return {
    seed: params["train-seed"],
    models: params["train-models"],
    epochs: params.epochs,
    negativeRate: params.negatives,
    correction: params["made-up-by"],
    calibration: params["train-calibration"],
    hashBits: params["hash-bits"],
    embeddingSize: params.vector,
    learningRate: params["learning-rate"],
    twoTowerEpochs: params["tower-epochs"],
  };
}

function parse(search: Record<string, string>): AdLabState {
  const params = paramsSchema.parse(search);
  const { device, slot, hour } = params;
  return {
    seed: params.seed,
    impressions: params.impressions,
    backend: params.backend,
    model: params.model,
    training: trainingOf(params),
    request: params.request ?? null,
    edits: {
      ...(device !== undefined && { device }),
      ...(slot !== undefined && { slot }),
      ...(hour !== undefined && { hour }),
    },
    knobs: knobsOf(params),
    study: {
      model: params["study-model"],
      rows: params["study-rows"],
      label: params["study-label"],
      auctions: params.auctions,
      worthRequests: params["worth-requests"],
      pacingRequests: params["pacing-requests"],
    },
    open: params.open,
  };
}

const flag = (isOn: boolean) => (isOn ? "on" : "off");
const optional = (value: string | number | null | undefined) =>
  value === null || value === undefined ? "" : String(value);

function toParams({
  training: own,
  edits,
  knobs,
  study,
  ...state
}: AdLabState): Record<keyof Params, string> {
  return {
    seed: String(state.seed),
    impressions: String(state.impressions),
    backend: state.backend,
    model: state.model,
    "train-seed": String(own.seed),
    "train-models": own.models.join(","),
    epochs: String(own.epochs),
    negatives: String(own.negativeRate),
    "made-up-by": own.correction,
    "train-calibration": own.calibration,
    "hash-bits": String(own.hashBits),
    vector: String(own.embeddingSize),
    "learning-rate": String(own.learningRate),
    "tower-epochs": String(own.twoTowerEpochs),
    request: optional(state.request),
    device: optional(edits.device),
    slot: optional(edits.slot),
    hour: optional(edits.hour),
    places: String(knobs.slateSize),
    targeting: String(knobs.candidates.targeting),
    "two-tower": String(knobs.candidates["two-tower"]),
    "light-limit": String(knobs.lightRankLimit),
    ranker: knobs.ranker,
    calibration: knobs.calibration,
    correction: flag(knobs.negativeCorrection),
    pacing: flag(knobs.pacing),
    cap: String(knobs.frequencyCap),
    reserve: String(knobs.reserve),
    exploration: String(knobs.exploration),
    off: knobs.ablate.join(","),
    "study-model": study.model,
    "study-rows": String(study.rows),
    "study-label": study.label,
    auctions: String(study.auctions),
    "worth-requests": String(study.worthRequests),
    "pacing-requests": String(study.pacingRequests),
    open: formatOpen(state.open),
  };
}

export const adLabCodec = createLabStateCodec<AdLabState>({ parse, toParams });
