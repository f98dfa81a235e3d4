/** Trains one ranker on one kind of labels. Same serving, log, options and seed: same ranker. */
import { createRandom } from "@/lib/random";
import type { SearchLog } from "@/lib/worlds/search/types";
import { binFeatures } from "../learning-to-rank/bins";
import { DEFAULT_OPTIONS, growTrees, requireContrast } from "../learning-to-rank/lambda-mart";
import type { RankData } from "../learning-to-rank/rank-data";
import {
  NETWORK_DEFAULTS,
  type NetworkPoint,
  trainLambdaNetwork,
} from "../learning-to-rank/train-lambda-network";
import type { Checkpoint } from "../types";
import type { LearntRanker, SearchLabels } from "./names";
import { clickWeights, estimatePropensities, plainWeights } from "./propensities";
import { buildRankData, type LabelledQuery, labelFromClicks, labelFromGrades } from "./rank-examples";
import { HIDDEN_LAYERS, type TrainedRanker } from "./rankers";
import type { SearchScene } from "./scene";
import type { SearchServing } from "./serving";

export type RankerOptions = {
  readonly ranker: LearntRanker;
  readonly labels: SearchLabels;
  readonly seed: number;
  readonly epochs: number;
};
export type RankerHooks = {
  readonly checkpoint: Checkpoint;
  onPoint?(point: NetworkPoint): void;
  /** Called with the ranker as it is after each epoch of a network, and once with grown trees. */
  onEpoch?(ranker: TrainedRanker, epoch: number): void;
};

/** Raters judge few queries: they are gone through more often. */
const GRADED_EPOCHS = 5;
const ROWS_OF_A_LEAF = { grades: 40, clicks: 200, "clicks-ips": 200 } as const;
/**
 * Clicks say little each, and what was shown is not what will be ranked: small trees with many rows a leaf and weights
 * that decay carry over. Measured on 60,000 products and two logs, weighted clicks, NDCG@10: 7 leaves of 200 rows .881,
 * 15 of 60 .875; decay .03 .877, .0001 .871.
 */
const NETWORK_DECAY = 0.03;
const TREE_OPTIONS = {
  ...DEFAULT_OPTIONS,
  trees: 120,
  learningRate: 0.08,
  leaves: 7,
  featureShare: 0.7,
  truncation: 10,
};

/** Products with gains, by query. `log` is the world's own unless a study brings another. */
export function labelQueries(
  scene: SearchScene,
  { labels, seed }: Pick<RankerOptions, "labels" | "seed">,
  log: SearchLog = scene.world.log,
): LabelledQuery[] {
  if (labels === "grades") return labelFromGrades(scene);
  const weights =
    labels === "clicks-ips" ? clickWeights(estimatePropensities(log, scene.plan.now)) : plainWeights();
  return labelFromClicks(scene, log, weights, createRandom(seed).fork("queries"));
}

export async function fitRanker(
  data: RankData,
  { ranker, labels, seed, epochs }: RankerOptions,
  { checkpoint, onPoint, onEpoch }: RankerHooks,
): Promise<TrainedRanker> {
  if (ranker === "lambdamart") {
    requireContrast(data);
    const trees = await growTrees(
      data,
      binFeatures(data),
      { ...TREE_OPTIONS, minRows: ROWS_OF_A_LEAF[labels], seed },
      checkpoint,
    );
    const trained: TrainedRanker = { kind: "trees", name: ranker, trees };
    onEpoch?.(trained, 0);
    return trained;
  }
  const options = {
    ...NETWORK_DEFAULTS,
    hidden: HIDDEN_LAYERS[ranker],
    decay: labels === "grades" ? NETWORK_DEFAULTS.decay : NETWORK_DECAY,
    epochs: labels === "grades" ? epochs * GRADED_EPOCHS : epochs,
    seed,
  };
  const network = await trainLambdaNetwork(data, options, {
    checkpoint,
    onPoint: (point) => onPoint?.(point),
    onEpoch: (now, epoch) => onEpoch?.({ kind: "network", name: ranker, network: now }, epoch),
  });
  return { kind: "network", name: ranker, network };
}

export async function trainRanker(
  serving: Pick<SearchServing, "scene" | "towers" | "vectors">,
  options: RankerOptions,
  hooks: RankerHooks,
): Promise<TrainedRanker> {
  const labelled = labelQueries(serving.scene, options);
  const data = await buildRankData(serving, labelled, options.labels, options.seed, hooks.checkpoint);
  return fitRanker(data, options, hooks);
}
