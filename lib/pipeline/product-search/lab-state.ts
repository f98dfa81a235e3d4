/** The address of the search lab: world, query, knobs, training, studies, what is open. The mechanism is `../lab-state`. */
import * as z from "zod";
import {
  createLabStateCodec,
  flagParam,
  formatFlag,
  formatOpen,
  type LabOpen,
  namesParam,
  numberParam,
  openParam,
} from "../lab-state";
import { searchTrainOptionsSchema, searchWorldOptionsSchema } from "../workers/calls/search-world-calls";
import { DEFAULT_SEARCH_KNOBS, type SearchKnobs, searchKnobsSchema } from "./knobs";
import {
  LEARNT_RANKERS,
  type LearntRanker,
  SEARCH_ABLATIONS,
  SEARCH_LABELS,
  SEARCH_RANKERS,
  SEARCH_STEPS,
  type SearchLabels,
  type SearchRanker,
  type SearchStep,
} from "./names";
import { CLICK_MODELS, type ClickModelName } from "./trace";

/** The panels under the funnel, in the order of their tabs. */
export const SEARCH_PANELS = [
  "predict",
  "worth",
  "metrics",
  "clicks",
  "labels",
  "interleave",
  "train",
  "ideal",
  "card",
  "numbers",
] as const;
export type SearchPanel = (typeof SEARCH_PANELS)[number];

/** Longest text that can be searched; the call takes no longer one. */
const MAX_TEXT = 120;

/** What the studies are asked. */
export type SearchStudy = {
  /** The ranker that learns from each kind of labels. */
  ranker: LearntRanker;
  seeds: number;
  /** Held-out queries that judge. */
  queries: number;
  /** What the present knobs are interleaved with: the same knobs with this ranker and these labels. */
  against: { ranker: SearchRanker; labels: SearchLabels };
  impressions: number;
  seed: number;
};
export const DEFAULT_SEARCH_STUDY: SearchStudy = {
  ranker: "lambdarank",
  seeds: 5,
  queries: 300,
  against: { ranker: "bm25", labels: "clicks" },
  impressions: 4_000,
  seed: 1,
};

export type SearchLabState = {
  seed: number;
  /** Products of the world. */
  products: number;
  /** Behaviour that wrote the log. */
  clickModel: ClickModelName;
  model: "shipped" | "own";
  /** Own models: the two towers, and the one ranker that the knobs name, on the labels that they name. */
  training: { seed: number; epochs: number };
  /** What is searched; null: the query of the stored run. */
  text: string | null;
  knobs: SearchKnobs;
  study: SearchStudy;
  open: LabOpen<SearchStep, SearchPanel>;
};

const DEFAULT_WORLD = searchWorldOptionsSchema.parse({});
const DEFAULT_TRAINING = searchTrainOptionsSchema.parse({});
const DEFAULTS = DEFAULT_SEARCH_KNOBS;
const world = searchWorldOptionsSchema.shape;
const training = searchTrainOptionsSchema.shape;
const knob = searchKnobsSchema.shape;
const candidates = knob.candidates.unwrap().shape;
const weights = knob.fusionWeights.unwrap().shape;
const boosts = knob.boosts.unwrap().shape;

/** The names of the URL, in the order in which they are written. */
const paramsSchema = z.object({
  q: z.string().trim().min(1).max(MAX_TEXT).nullable().catch(null),
  seed: numberParam(world.seed, DEFAULT_WORLD.seed),
  products: numberParam(world.products, DEFAULT_WORLD.products),
  "click-model": z.enum(CLICK_MODELS).catch(DEFAULT_WORLD.clickModel),
  model: z.enum(["shipped", "own"]).catch("shipped"),
  "train-seed": numberParam(training.seed, DEFAULT_TRAINING.seed),
  epochs: numberParam(training.epochs, DEFAULT_TRAINING.epochs),
  spelling: flagParam(DEFAULTS.spelling),
  synonyms: flagParam(DEFAULTS.synonyms),
  bm25: numberParam(candidates.bm25, DEFAULTS.candidates.bm25),
  "two-tower": numberParam(candidates["two-tower"], DEFAULTS.candidates["two-tower"]),
  fusion: numberParam(knob.fusionConstant, DEFAULTS.fusionConstant),
  "bm25-weight": numberParam(weights.bm25, DEFAULTS.fusionWeights.bm25),
  "two-tower-weight": numberParam(weights["two-tower"], DEFAULTS.fusionWeights["two-tower"]),
  ranker: z.enum(SEARCH_RANKERS).catch(DEFAULTS.ranker),
  labels: z.enum(SEARCH_LABELS).catch(DEFAULTS.labels),
  "rank-limit": numberParam(knob.rankLimit, DEFAULTS.rankLimit),
  newness: numberParam(boosts.newness, DEFAULTS.boosts.newness),
  popularity: numberParam(boosts.popularity, DEFAULTS.boosts.popularity),
  rating: numberParam(boosts.rating, DEFAULTS.boosts.rating),
  "seller-cap": numberParam(knob.sellerCap, DEFAULTS.sellerCap),
  diversify: knob.diversifier.catch(DEFAULTS.diversifier),
  lambda: numberParam(knob.mmrLambda, DEFAULTS.mmrLambda),
  slate: numberParam(knob.slateSize, DEFAULTS.slateSize),
  /** What is switched off. */
  off: namesParam(SEARCH_ABLATIONS),
  "study-ranker": z.enum(LEARNT_RANKERS).catch(DEFAULT_SEARCH_STUDY.ranker),
  "study-seeds": numberParam(z.number().int().min(2).max(10), DEFAULT_SEARCH_STUDY.seeds),
  "study-queries": numberParam(z.number().int().min(10).max(2_000), DEFAULT_SEARCH_STUDY.queries),
  against: z.enum(SEARCH_RANKERS).catch(DEFAULT_SEARCH_STUDY.against.ranker),
  "against-labels": z.enum(SEARCH_LABELS).catch(DEFAULT_SEARCH_STUDY.against.labels),
  impressions: numberParam(z.number().int().min(100).max(50_000), DEFAULT_SEARCH_STUDY.impressions),
  "shopper-seed": numberParam(z.number().int().nonnegative(), DEFAULT_SEARCH_STUDY.seed),
  open: openParam(SEARCH_STEPS, SEARCH_PANELS),
});
type Params = z.infer<typeof paramsSchema>;

function knobsOf(params: Params): SearchKnobs {
  return {
    slateSize: params.slate,
    synonyms: params.synonyms,
    spelling: params.spelling,
    candidates: { bm25: params.bm25, "two-tower": params["two-tower"] },
    fusionConstant: params.fusion,
    fusionWeights: { bm25: params["bm25-weight"], "two-tower": params["two-tower-weight"] },
    ranker: params.ranker,
    labels: params.labels,
    rankLimit: params["rank-limit"],
    boosts: { newness: params.newness, popularity: params.popularity, rating: params.rating },
    sellerCap: params["seller-cap"],
    diversifier: params.diversify,
    mmrLambda: params.lambda,
    ablate: SEARCH_ABLATIONS.filter((name) => params.off.includes(name)),
  };
}

function studyOf(params: Params): SearchStudy {
  return {
    ranker: params["study-ranker"],
    seeds: params["study-seeds"],
    queries: params["study-queries"],
    against: { ranker: params.against, labels: params["against-labels"] },
    impressions: params.impressions,
    seed: params["shopper-seed"],
  };
}

function stateOf(params: Params): SearchLabState {
  return {
    seed: params.seed,
    products: params.products,
    clickModel: params["click-model"],
    model: params.model,
    training: { seed: params["train-seed"], epochs: params.epochs },
    text: params.q,
    knobs: knobsOf(params),
    study: studyOf(params),
    open: params.open,
  };
}

function knobParams(knobs: SearchKnobs): Record<string, string> {
  return {
    spelling: formatFlag(knobs.spelling),
    synonyms: formatFlag(knobs.synonyms),
    bm25: String(knobs.candidates.bm25),
    "two-tower": String(knobs.candidates["two-tower"]),
    fusion: String(knobs.fusionConstant),
    "bm25-weight": String(knobs.fusionWeights.bm25),
    "two-tower-weight": String(knobs.fusionWeights["two-tower"]),
    ranker: knobs.ranker,
    labels: knobs.labels,
    "rank-limit": String(knobs.rankLimit),
    newness: String(knobs.boosts.newness),
    popularity: String(knobs.boosts.popularity),
    rating: String(knobs.boosts.rating),
    "seller-cap": String(knobs.sellerCap),
    diversify: knobs.diversifier,
    lambda: String(knobs.mmrLambda),
    slate: String(knobs.slateSize),
    off: knobs.ablate.join(","),
  };
}

function toParams({ training: trained, study, ...state }: SearchLabState): Record<string, string> {
  return {
    q: state.text ?? "",
    seed: String(state.seed),
    products: String(state.products),
    "click-model": state.clickModel,
    model: state.model,
    "train-seed": String(trained.seed),
    epochs: String(trained.epochs),
    ...knobParams(state.knobs),
    "study-ranker": study.ranker,
    "study-seeds": String(study.seeds),
    "study-queries": String(study.queries),
    against: study.against.ranker,
    "against-labels": study.against.labels,
    impressions: String(study.impressions),
    "shopper-seed": String(study.seed),
    open: formatOpen(state.open),
  };
}

export const searchLabCodec = createLabStateCodec<SearchLabState>({
  parse: (params) => stateOf(paramsSchema.parse(params)),
  toParams,
});
