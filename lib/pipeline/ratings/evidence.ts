/**
 * First-stage evidence for ratings, fitted on one set of interactions: closed-form item-to-item models, neighbours,
 * popularity and the two-tower. For one user it gives a score per head item from each source.
 */
import type { Random } from "@/lib/random";
import { countItems, type Interactions } from "../data-sets/interactions";
import type { Checkpoint } from "../types";
import { addRows, fitEase, fitNeighbours, type ItemWeights } from "./ease";
import { chooseHead, gramMatrix, type Head } from "./gram";
import { createPopularity, type Popularity } from "./popularity";
import { midRanks } from "./positions";
import { headHistories, type RatingsTower, trainRatingsTower } from "./tower";

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
  "popularity",
  "popularity then",
] as const;
export type FitName = (typeof FIT_NAMES)[number];

export type UserEvidence = {
  readonly history: Int32Array;
  /** Each [head]. */
  readonly fits: Readonly<Record<FitName, Float32Array>>;
};

/** Items of the catalogue that get closed-form weights: the square of this many floats fits in memory thrice. */
export const HEAD_LIMIT = 3_000;
const SEQUENCE_SHRINKAGE = 1;
const NEIGHBOUR_SHRINKAGE = 10;
/** The newest items weigh most: 0.8^age. */
const RECENT_DECAY = 0.8;

export type Evidence = {
  readonly head: Head;
  readonly popularity: Popularity;
  readonly histories: readonly Int32Array[];
  of(user: number): UserEvidence;
  /** The `count` items of a history that speak most for an item in the item-to-item model, best first. */
  reasons(history: Int32Array, item: number, count: number): readonly number[];
  dispose(): void;
};

type ItemModels = {
  sequence: ItemWeights;
  plain: ItemWeights;
  sequenceNeighbours: ItemWeights;
  neighbours: ItemWeights;
};

function fitItemModels(data: Interactions, head: Head, settings: EvidenceSettings): ItemModels {
  const positions = midRanks(data);
  const close = gramMatrix(data, positions, head, "closeness");
  const together = gramMatrix(data, positions, head, "plain");
  return {
    sequence: fitEase(close, head.size, settings.sequenceLambda),
    plain: fitEase(together, head.size, settings.easeLambda),
    sequenceNeighbours: fitNeighbours(close, head.size, SEQUENCE_SHRINKAGE),
    neighbours: fitNeighbours(together, head.size, NEIGHBOUR_SHRINKAGE),
  };
}

/** Sum of the weights of a history; `decay` below 1 makes newer items weigh more. */
function sumOf(model: ItemWeights, history: Int32Array, decay = 1): Float32Array {
  const scores = new Float32Array(model.size);
  if (decay === 1) addRows(model, history, scores);
  else
    for (let k = Math.max(0, history.length - 20); k < history.length; k++)
      addRows(model, [history[k] as number], scores, decay ** (history.length - 1 - k));
  return scores;
}

export async function fitEvidence(
  data: Interactions,
  settings: EvidenceSettings,
  random: Random,
  checkpoint: Checkpoint,
): Promise<Evidence> {
  const head = chooseHead(countItems(data), HEAD_LIMIT);
  const histories = headHistories(data, head);
  const popularity = createPopularity(data, head);
  const models = fitItemModels(data, head, settings);
  await checkpoint();
  const tower: RatingsTower = await trainRatingsTower(
    histories,
    head.size,
    settings.isForward,
    random,
    checkpoint,
  );
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
  return {
    head,
    popularity,
    histories,
    of(user) {
      const history = histories[user] ?? new Int32Array(0);
      const fits = {
        "sequence-ease": sumOf(models.sequence, history),
        ease: sumOf(models.plain, history),
        "two-tower": tower.score(history),
        "recent sequence-ease": sumOf(models.sequence, history, RECENT_DECAY),
        "sequence neighbours": sumOf(models.sequenceNeighbours, history),
        neighbours: sumOf(models.neighbours, history),
        popularity: logOf(popular),
        "popularity then": logOf(popularity.around(medianTime(user))),
      };
      return { history, fits };
    },
    reasons(history, item, count) {
      const weightOf = (other: number) => models.sequence.weights[other * head.size + item] as number;
      const order = Array.from(history).filter((other) => weightOf(other) > 0);
      return order.sort((a, b) => weightOf(b) - weightOf(a)).slice(0, count);
    },
    dispose: () => tower.dispose(),
  };
}
