/**
 * All that a lab shows follows from this state, and the state lies in the URL: the same address gives the same slate.
 * Reading never fails: each parameter that is missing or wrong falls back to its default on its own. Only differences
 * from the defaults are written, so an untouched lab has a clean address.
 */
import * as z from "zod";
import { ABLATIONS, DEFAULT_KNOBS, type Knobs, knobsSchema } from "./knobs";
import { type Audience, trainOptionsSchema, worldOptionsSchema } from "./workers/calls/world-calls";

const DEFAULT_WORLD = worldOptionsSchema.parse({});
const DEFAULT_TRAINING = trainOptionsSchema.parse({});
const MAX_HISTORY = 200;

/** A number written in decimal; "" and anything else is as good as absent. */
const toNumber = (text: unknown) =>
  typeof text === "string" && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
const numberParam = (field: z.ZodType<number>, fallback: number) =>
  z.preprocess(toNumber, field).catch(fallback);
const toList = (text: unknown) => (typeof text === "string" && text !== "" ? text.split(",") : []);

const world = worldOptionsSchema.shape;
const training = trainOptionsSchema.shape;
const knob = knobsSchema.shape;
const candidates = knob.candidates.unwrap().shape;
const weights = knob.headWeights.unwrap().shape;

/** The names of the URL, in the order in which they are written. */
const paramsSchema = z.object({
  seed: numberParam(world.seed, DEFAULT_WORLD.seed),
  model: z.enum(["shipped", "own"]).catch("shipped"),
  "train-seed": numberParam(training.seed, DEFAULT_TRAINING.seed),
  "tower-epochs": numberParam(training.twoTowerEpochs, DEFAULT_TRAINING.twoTowerEpochs),
  "ranker-epochs": numberParam(training.rankerEpochs, DEFAULT_TRAINING.rankerEpochs),
  /** null: the user of the precomputed run. */
  user: z.preprocess(toNumber, z.number().int().nonnegative().optional()).catch(undefined),
  /** An edited history: videos, oldest first, separated by commas. Takes the place of `user`. */
  watched: z
    .string()
    .transform((text) => toList(text).map(Number))
    .pipe(z.array(z.number().int().nonnegative()).max(MAX_HISTORY))
    .optional()
    .catch(undefined),
  language: z.string().max(40).optional().catch(undefined),
  "two-tower": numberParam(candidates["two-tower"], DEFAULT_KNOBS.candidates["two-tower"]),
  "item-to-item": numberParam(candidates["item-to-item"], DEFAULT_KNOBS.candidates["item-to-item"]),
  popularity: numberParam(candidates.popularity, DEFAULT_KNOBS.candidates.popularity),
  fresh: numberParam(candidates.fresh, DEFAULT_KNOBS.candidates.fresh),
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
  off: z.preprocess(toList, z.array(z.enum(ABLATIONS))).catch([]),
});
type Params = z.infer<typeof paramsSchema>;

export type LabState = {
  seed: number;
  model: "shipped" | "own";
  training: { seed: number; twoTowerEpochs: number; rankerEpochs: number };
  /** null: whoever the precomputed run is about. */
  audience: Audience | null;
  knobs: Knobs;
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

export function parseLabState(search: URLSearchParams): LabState {
  const params = paramsSchema.parse(Object.fromEntries(search));
  return {
    seed: params.seed,
    model: params.model,
    training: {
      seed: params["train-seed"],
      twoTowerEpochs: params["tower-epochs"],
      rankerEpochs: params["ranker-epochs"],
    },
    audience: audienceOf(params),
    knobs: {
      slateSize: params.slate,
      candidates: {
        "two-tower": params["two-tower"],
        "item-to-item": params["item-to-item"],
        popularity: params.popularity,
        fresh: params.fresh,
      },
      headWeights: { click: params.click, watch: params.watch, like: params.like, hide: params.hide },
      rankLimit: params["rank-limit"],
      diversifier: params.diversify,
      mmrLambda: params.lambda,
      creatorCap: params["creator-cap"],
      freshQuota: params["fresh-quota"],
      freshDays: params["fresh-days"],
      ablate: ABLATIONS.filter((name) => params.off.includes(name)),
    },
  };
}

export const DEFAULT_LAB_STATE: LabState = parseLabState(new URLSearchParams());

function toParams({ seed, model, training, audience, knobs }: LabState): Record<string, string> {
  return {
    seed: String(seed),
    model,
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
    "rank-limit": String(knobs.rankLimit),
    slate: String(knobs.slateSize),
    "creator-cap": String(knobs.creatorCap),
    "fresh-quota": String(knobs.freshQuota),
    "fresh-days": String(knobs.freshDays),
    diversify: knobs.diversifier,
    lambda: String(knobs.mmrLambda),
    off: knobs.ablate.join(","),
  };
}

const DEFAULT_PARAMS = toParams(DEFAULT_LAB_STATE);

/** The query string without its question mark; "" for the defaults. Commas stay readable. */
export function formatLabState(state: LabState): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(toParams(state))) {
    if (value !== (DEFAULT_PARAMS[name] ?? "") || (name === "watched" && value === ""))
      search.set(name, value);
  }
  return search.toString().replaceAll("%2C", ",");
}
