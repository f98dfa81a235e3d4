/** Trains both models of the video pipeline, one after the other: the ranker needs the two-tower's score. */
import type { Random } from "@/lib/random";
import type { VideoWorld } from "@/lib/worlds/video/types";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import type { TrainingPoint } from "../trace";
import { BagBuilder } from "../training/embedding-table";
import type { Checkpoint } from "../types";
import { buildItemIndex } from "./item-index";
import { heldOutWatches } from "./measure";
import { planDays } from "./plan";
import { collectRankerExamples, type ExampleSources } from "./ranker-examples";
import { findVideoNeighbours, type VideoModels } from "./serving";
import { assignIdRows, createTowerFeatures } from "./tower-features";
import { trainRanker } from "./train-ranker";
import { trainTwoTower } from "./train-two-tower";
import { collectWatches, type Watches } from "./watches";

/** Users asked for the recall curve between epochs. */
const CURVE_USERS = 200;
const CURVE_DEPTH = 100;
const RANKER_EXAMPLES = 200_000;
const VALIDATION_EXAMPLES = 15_000;
/** The last part of the ranker's days, in days, is its validation. */
const VALIDATION_DAYS = 0.6;

export type TrainingRun = {
  readonly world: VideoWorld;
  readonly random: Random;
  readonly twoTowerEpochs: number;
  readonly rankerEpochs: number;
  readonly checkpoint: Checkpoint;
  onPoint(point: TrainingPoint): void;
};

export type TrainingResult = {
  readonly models: VideoModels;
  readonly seconds: { readonly twoTower: number; readonly ranker: number };
};

/** Satisfied watches that get videos an id row of their own. */
function countSatisfied(world: VideoWorld, watches: Watches, before: number): Float32Array {
  const counts = new Float32Array(world.catalogue.size);
  for (let w = 0; w < watches.items.length; w++)
    if (watches.isSatisfied[w] && (watches.days[w] as number) < before) {
      const item = watches.items[w] as number;
      counts[item] = (counts[item] as number) + 1;
    }
  return counts;
}

/** Which videos have an embedding of their own: it follows from the log, so stored weights need not say it. */
export function idRowsOf(world: VideoWorld, watches?: Watches): Int32Array {
  const { towerEnd } = planDays(world);
  return assignIdRows(countSatisfied(world, watches ?? collectWatches(world, towerEnd), towerEnd));
}

export async function trainVideoModels(run: TrainingRun): Promise<TrainingResult> {
  const { world, random, checkpoint, onPoint } = run;
  const plan = planDays(world);
  const watches = collectWatches(world, plan.trainEnd);
  const idRows = idRowsOf(world, watches);
  const towerFeatures = createTowerFeatures(world.catalogue, idRows);
  const validation = collectRecallUsers(world, watches, plan.towerEnd, plan.trainEnd);

  const start = performance.now();
  const measure = (model: TwoTowerModel) =>
    measureRecall(world, watches, towerFeatures, model, plan.towerEnd, validation, checkpoint);
  const tower = await trainTwoTower({
    world,
    watches,
    plan,
    idRows,
    epochs: run.twoTowerEpochs,
    random: random.fork("two-tower"),
    checkpoint,
    onPoint,
    measure,
  });
  const towerDone = performance.now();

  const index = await buildItemIndex(world.catalogue, towerFeatures, tower, plan.trainEnd, checkpoint);
  const neighbours = findVideoNeighbours(world, watches, plan.towerEnd);
  const sources: ExampleSources = { world, watches, neighbours, tower, towerFeatures, index };
  const split = plan.trainEnd - VALIDATION_DAYS;
  const examples = random.fork("examples");
  const ranker = await trainRanker({
    train: await collectRankerExamples(sources, plan.towerEnd, split, RANKER_EXAMPLES, examples, checkpoint),
    validation: await collectRankerExamples(
      sources,
      split,
      plan.trainEnd,
      VALIDATION_EXAMPLES,
      null,
      checkpoint,
    ),
    epochs: run.rankerEpochs,
    random: random.fork("ranker"),
    checkpoint,
    onPoint,
  });
  const seconds = { twoTower: (towerDone - start) / 1000, ranker: (performance.now() - towerDone) / 1000 };
  return { models: { tower, idRows, ranker }, seconds };
}

type RecallUser = { user: number; relevant: Set<number> };

/** Users with satisfied watches after the two-tower's last day and before the held-out ones. */
function collectRecallUsers(world: VideoWorld, watches: Watches, from: number, to: number): RecallUser[] {
  const past = collectWatches(world, from);
  const users: RecallUser[] = [];
  for (let user = 0; user < world.users.size && users.length < CURVE_USERS; user++) {
    const relevant = heldOutWatches({ world, day: from, watches: past }, watches, user);
    if (relevant.size > 0 && to > from) users.push({ user, relevant });
  }
  return users;
}

/** Mean over users of the share of later watches among the nearest CURVE_DEPTH unseen videos. */
async function measureRecall(
  world: VideoWorld,
  watches: Watches,
  towerFeatures: ReturnType<typeof createTowerFeatures>,
  model: TwoTowerModel,
  day: number,
  users: readonly RecallUser[],
  checkpoint: Checkpoint,
): Promise<number> {
  const index = await buildItemIndex(world.catalogue, towerFeatures, model, day, checkpoint);
  const bags = new BagBuilder();
  let sum = 0;
  for (const { user, relevant } of users) {
    const from = watches.offsets[user] as number;
    let to = from;
    while (to < (watches.offsets[user + 1] as number) && (watches.days[to] as number) < day) to++;
    const seen = new Set(watches.items.subarray(from, to));
    bags.clear();
    towerFeatures.addUser(bags, watches.items, from, to, world.users.language[user] as number);
    const found = index.search(model.encodeUsers(bags.bags()), CURVE_DEPTH + seen.size).items;
    const unseen = Array.from(found)
      .filter((item) => !seen.has(item))
      .slice(0, CURVE_DEPTH);
    sum += unseen.filter((item) => relevant.has(item)).length / relevant.size;
  }
  return sum / Math.max(1, users.length);
}
