/**
 * First-stage evidence for ratings, fitted on one set of interactions: closed-form item-to-item models, neighbours,
 * popularity and the two-tower. For one user it gives a score per item of the catalogue from each source.
 */
import type { Random } from "@/lib/random";
import { countItems, type Interactions } from "../data-sets/interactions";
import type { Checkpoint } from "../types";
import { type Catalogue, createCatalogue } from "./catalogue";
import { addRows, fitEase, fitNeighbours, type ItemWeights } from "./ease";
import { easeScoresByUsers } from "./ease-by-users";
import { type Grams, gramMatrices } from "./gram";
import { createPopularity, type Popularity } from "./popularity";
import { midRanks } from "./positions";
import { type RatingsTower, type TowerTables, trainRatingsTower } from "./tower";
import { createUserNeighbours } from "./user-neighbours";

/** Chosen on an inner split of the training rows (tune.ts). */
export type EvidenceSettings = {
  readonly easeLambda: number;
  readonly sequenceLambda: number;
  /** Half-life of popularity, as a share of the time span; null for none. */
  readonly popularityHalfLife: number | null;
  /** The held-out rows lie after the training rows. */
  readonly isForward: boolean;
};

/** Scores that say how well an item fits the user; each is also read relative to the user's best, and as a rank. */
export const FIT_NAMES = [
  "sequence-ease",
  "ease",
  "two-tower",
  "recent sequence-ease",
  "sequence neighbours",
  "neighbours",
  "user neighbours",
  "popularity",
  "popularity then",
] as const;
export type FitName = (typeof FIT_NAMES)[number];

export type UserEvidence = {
  /** Catalogue numbers, oldest first. */
  readonly history: Int32Array;
  /** Each [catalogue]; 0 where a source knows nothing of an item. */
  readonly fits: Readonly<Record<FitName, Float32Array>>;
};

const SEQUENCE_SHRINKAGE = 1;
const NEIGHBOUR_SHRINKAGE = 10;
/** The newest items weigh most: 0.8^age. */
const RECENT_DECAY = 0.8;
const RECENT_ITEMS = 20;

export type Evidence = {
  readonly catalogue: Catalogue;
  readonly popularity: Popularity;
  readonly towerTables: TowerTables;
  of(user: number): UserEvidence;
  /** The `count` items of a history that speak most for an item in the item-to-item model, best first. */
  reasons(history: Int32Array, item: number, count: number): readonly number[];
  dispose(): void;
};

/** What is counted before any setting is chosen. */
export type PreparedEvidence = {
  readonly data: Interactions;
  readonly catalogue: Catalogue;
  readonly histories: readonly Int32Array[];
  readonly popularity: Popularity;
  readonly grams: Grams;
};

type ItemModels = {
  sequence: ItemWeights;
  /** Adds the scores of EASE for one of the users at hand. */
  addPlain(user: number, history: Int32Array, scores: Float32Array): void;
  sequenceNeighbours: ItemWeights;
  neighbours: ItemWeights;
};

/** Catalogue numbers of each user's items, oldest first. */
export function catalogueHistories(
  { users, offsets, itemOf }: Interactions,
  { numberOf }: Catalogue,
): Int32Array[] {
  return Array.from({ length: users }, (_, user) =>
    itemOf
      .subarray(offsets[user] as number, offsets[user + 1] as number)
      .map((item) => numberOf[item] as number)
      .filter((number) => number >= 0),
  );
}

export function prepareEvidence(data: Interactions): PreparedEvidence {
  const catalogue = createCatalogue(countItems(data));
  return {
    data,
    catalogue,
    histories: catalogueHistories(data, catalogue),
    popularity: createPopularity(data, catalogue),
    grams: gramMatrices(data, midRanks(data), catalogue),
  };
}

async function fitItemModels(
  { grams, histories }: PreparedEvidence,
  settings: EvidenceSettings,
  checkpoint: Checkpoint,
): Promise<ItemModels> {
  const { core, plain, closeness } = grams;
  const sequence = fitEase(closeness, core, settings.sequenceLambda);
  await checkpoint();
  const addPlain = fitPlain(plain, histories, core, settings.easeLambda);
  await checkpoint();
  return {
    sequence,
    addPlain,
    sequenceNeighbours: fitNeighbours(closeness, core, SEQUENCE_SHRINKAGE),
    neighbours: fitNeighbours(plain, core, NEIGHBOUR_SHRINKAGE),
  };
}

/** The cheaper of the two ways to the same scores. */
function fitPlain(
  gram: Float32Array,
  histories: readonly Int32Array[],
  core: number,
  lambda: number,
): ItemModels["addPlain"] {
  if (histories.length >= core) {
    const model = fitEase(gram, core, lambda);
    return (_, history, scores) => addRows(model, history, scores);
  }
  const byUsers = easeScoresByUsers(histories, core, lambda);
  return (user, _, scores) => scores.set(byUsers.subarray(user * core, (user + 1) * core));
}

/** `start`: the tables of a tower trained before on a part of the same data, to go on from. */
export async function fitEvidence(
  prepared: PreparedEvidence,
  settings: EvidenceSettings,
  random: Random,
  checkpoint: Checkpoint,
  start: TowerTables | null = null,
): Promise<Evidence> {
  const { data, catalogue, histories, popularity } = prepared;
  const models = await fitItemModels(prepared, settings, checkpoint);
  const tower: RatingsTower = await trainRatingsTower(
    { histories, catalogue, isForward: settings.isForward, start },
    random,
    checkpoint,
  );
  const people = createUserNeighbours(histories, catalogue.size);
  const popular =
    settings.popularityHalfLife === null
      ? popularity.counts
      : popularity.decayed(settings.popularityHalfLife);
  const medianTime = (user: number) => {
    const from = data.offsets[user] as number;
    const to = data.offsets[user + 1] as number;
    const latest = to > from ? (data.times[to - 1] as number) : Number.POSITIVE_INFINITY;
    return settings.isForward ? latest : (data.times[(from + to) >> 1] ?? latest);
  };
  const logOf = (values: Float32Array) => values.map((value) => Math.log1p(value));
  const popularityFit = logOf(popular);
  const sumOf = (model: ItemWeights, history: Int32Array) => {
    const scores = new Float32Array(catalogue.size);
    addRows(model, history, scores);
    return scores;
  };
  const plainOf = (user: number, history: Int32Array) => {
    const scores = new Float32Array(catalogue.size);
    models.addPlain(user, history, scores);
    return scores;
  };
  const recentSumOf = (model: ItemWeights, history: Int32Array) => {
    const scores = new Float32Array(catalogue.size);
    for (let k = Math.max(0, history.length - RECENT_ITEMS); k < history.length; k++)
      addRows(model, [history[k] as number], scores, RECENT_DECAY ** (history.length - 1 - k));
    return scores;
  };
  return {
    catalogue,
    popularity,
    towerTables: tower.tables,
    of(user) {
      const history = histories[user] ?? new Int32Array(0);
      const fits = {
        "sequence-ease": sumOf(models.sequence, history),
        ease: plainOf(user, history),
        "two-tower": tower.score(history),
        "recent sequence-ease": recentSumOf(models.sequence, history),
        "sequence neighbours": sumOf(models.sequenceNeighbours, history),
        neighbours: sumOf(models.neighbours, history),
        "user neighbours": people.score(user, history),
        popularity: popularityFit,
        "popularity then": logOf(popularity.around(medianTime(user))),
      };
      return { history, fits };
    },
    reasons(history, item, count) {
      const { size, weights } = models.sequence;
      if (item >= size) return [];
      const weightOf = (other: number) => (other < size ? (weights[other * size + item] as number) : 0);
      const order = Array.from(history).filter((other) => weightOf(other) > 0);
      return order.sort((a, b) => weightOf(b) - weightOf(a)).slice(0, count);
    },
    dispose: () => tower.dispose(),
  };
}
