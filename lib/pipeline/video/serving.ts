/**
 * Everything that a request needs, prepared once after loading or training: index, neighbours, counters and the
 * models. Requests happen at `day`; nothing later is in here. Only the index grows with the catalogue: what was learnt
 * from the log is sized by its logged part.
 */
import type { VideoWorld } from "@/lib/worlds/video/types";
import { CoWatchScorer, findNeighbours, type Neighbours } from "../retrieval/co-watch";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import type { VectorIndex } from "../retrieval/vector-index";
import type { Checkpoint } from "../types";
import type { ItemCounters } from "./item-counters";
import { buildItemIndex } from "./item-index";
import type { RankerName } from "./names";
import type { DayPlan } from "./plan";
import { countUntil } from "./ranker-examples";
import { createTowerFeatures, type TowerFeatures } from "./tower-features";
import type { TrainedRanker } from "./train-ranker";
import type { Query } from "./types";
import { collectWatches, type Watches } from "./watches";

const NEIGHBOURS_PER_ITEM = 60;

export type VideoModels = {
  readonly tower: TwoTowerModel;
  /** Row of each logged video's own embedding; -1 without one. */
  readonly idRows: Int32Array;
  readonly rankers: Readonly<Partial<Record<RankerName, TrainedRanker>>>;
};

export type VideoServing = {
  readonly world: VideoWorld;
  readonly plan: DayPlan;
  readonly day: number;
  readonly models: VideoModels;
  readonly watches: Watches;
  readonly counters: ItemCounters;
  readonly neighbours: Neighbours;
  readonly coWatch: CoWatchScorer;
  readonly towerFeatures: TowerFeatures;
  readonly index: VectorIndex;
  readonly indexMilliseconds: number;
  /** The user's vector of each query in use. */
  readonly queryVectors: WeakMap<Query, Float32Array>;
};

/** Neighbours of the logged videos by satisfied watches before `day`, each counted once per user. */
export function findVideoNeighbours(
  world: VideoWorld,
  watches: Watches,
  day: number,
  checkpoint: Checkpoint,
): Promise<Neighbours> {
  const offsets = new Int32Array(world.users.size + 1);
  const items: number[] = [];
  for (let user = 0; user < world.users.size; user++) {
    const distinct = new Set<number>();
    for (let w = watches.offsets[user] as number; w < (watches.offsets[user + 1] as number); w++)
      if (watches.isSatisfied[w] && (watches.days[w] as number) < day)
        distinct.add(watches.items[w] as number);
    items.push(...distinct);
    offsets[user + 1] = items.length;
  }
  return findNeighbours(
    { offsets, items: Int32Array.from(items) },
    world.catalogue.loggedSize,
    NEIGHBOURS_PER_ITEM,
    checkpoint,
  );
}

/** The caller closes the index. @throws what the checkpoint throws; nothing is left running then. */
export async function prepareServing(
  world: VideoWorld,
  plan: DayPlan,
  models: VideoModels,
  checkpoint: Checkpoint,
  onProgress: (fraction: number) => void = () => {},
): Promise<VideoServing> {
  const day = plan.trainEnd;
  const watches = collectWatches(world, day);
  await checkpoint();
  const counters = countUntil(world, day);
  const neighbours = await findVideoNeighbours(world, watches, day, checkpoint);
  const towerFeatures = createTowerFeatures(world, models.idRows);
  const start = performance.now();
  const index = await buildItemIndex(
    world.catalogue,
    towerFeatures,
    models.tower,
    day,
    checkpoint,
    onProgress,
  );
  const indexMilliseconds = performance.now() - start;
  return {
    world,
    plan,
    day,
    models,
    watches,
    counters,
    neighbours,
    coWatch: new CoWatchScorer(neighbours, world.catalogue.loggedSize),
    towerFeatures,
    index,
    indexMilliseconds,
    queryVectors: new WeakMap(),
  };
}
