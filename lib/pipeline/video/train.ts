/** Trains the models of the video pipeline: the two-tower first, because the rankers need its score, then each ranker. */
import type { Random } from "@/lib/random";
import type { VideoWorld } from "@/lib/worlds/video/types";
import type { Checkpoint } from "../types";
import { buildItemIndex } from "./item-index";
import { collectCurveUsers, measurePopularity, measureTower } from "./measure-tower";
import type { RankerName } from "./names";
import { planDays } from "./plan";
import { collectRankerExamples, type ExampleSources } from "./ranker-examples";
import { findVideoNeighbours, type VideoModels } from "./serving";
import { assignIdRows, createTowerFeatures } from "./tower-features";
import type { TrainingPoint } from "./trace";
import { trainRankers } from "./train-ranker";
import { trainTwoTower } from "./train-two-tower";
import { collectWatches, type Watches } from "./watches";

const RANKER_EXAMPLES = 200_000;
const VALIDATION_EXAMPLES = 15_000;
/** The last part of the ranker's days, in days, is its validation. */
const VALIDATION_DAYS = 0.6;

export type TrainingRun = {
  readonly world: VideoWorld;
  readonly random: Random;
  readonly twoTowerEpochs: number;
  readonly rankerEpochs: number;
  /** Trained one after the other on the same examples. */
  readonly rankers: readonly RankerName[];
  readonly checkpoint: Checkpoint;
  onPoint(point: TrainingPoint): void;
};

export type TrainingResult = {
  readonly models: VideoModels;
  readonly seconds: {
    readonly twoTower: number;
    readonly rankers: Partial<Record<RankerName, number>>;
  };
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
  const towerFeatures = createTowerFeatures(world, idRows);

  const start = performance.now();
  const curveUsers = collectCurveUsers(world, watches, plan.towerEnd);
  const popularity = measurePopularity(world, plan.towerEnd, curveUsers);
  const tower = await trainTwoTower({
    world,
    watches,
    plan,
    features: towerFeatures,
    epochs: run.twoTowerEpochs,
    random: random.fork("two-tower"),
    checkpoint,
    onPoint: (point) => onPoint(point.recallAt100 === undefined ? point : { ...point, popularity }),
    measure: (model) =>
      measureTower(world, watches, towerFeatures, model, plan.towerEnd, curveUsers, checkpoint),
  });
  const twoTowerSeconds = (performance.now() - start) / 1000;

  const index = await buildItemIndex(world.catalogue, towerFeatures, tower, plan.trainEnd, checkpoint);
  const neighbours = await findVideoNeighbours(world, watches, plan.towerEnd, checkpoint);
  const sources: ExampleSources = { world, watches, neighbours, tower, towerFeatures, index };
  const split = plan.trainEnd - VALIDATION_DAYS;
  const draws = random.fork("examples");
  const collect = (from: number, to: number, limit: number, choices: Random | null) =>
    collectRankerExamples(sources, from, to, limit, choices, checkpoint);
  const { rankers, seconds } = await trainRankers({
    rankers: run.rankers,
    train: await collect(plan.towerEnd, split, RANKER_EXAMPLES, draws),
    validation: await collect(split, plan.trainEnd, VALIDATION_EXAMPLES, null),
    epochs: run.rankerEpochs,
    random: random.fork("ranker"),
    checkpoint,
    onPoint,
  });
  index.close();
  return {
    models: { tower, idRows, rankers },
    seconds: { twoTower: twoTowerSeconds, rankers: seconds },
  };
}
