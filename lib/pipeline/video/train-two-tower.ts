/**
 * Trains the two-tower on satisfied watches: for each one, the history before it must find it among the other
 * positives of the batch and some uniformly drawn videos (mixed negatives; Yang et al., 2020), logits corrected by
 * log Q. Heavy users count at most MAX_EXAMPLES_PER_USER times (Covington et al., 2016). Ids and creators of some videos
 * are hidden in each batch, so that a video without a past is placed as well as its content allows (the idea of
 * DropoutNet; Volkovs, Yu and Poutanen, 2017).
 */

import { type Random, shuffleInPlace } from "@/lib/random";
import type { VideoWorld } from "@/lib/worlds/video/types";
import { TwoTowerModel } from "../retrieval/two-tower-model";
import { BagBuilder } from "../training/embedding-table";
import type { Checkpoint } from "../types";
import type { DayPlan } from "./plan";
import { ITEM_ROWS, type TowerFeatures, USER_ROWS } from "./tower-features";
import type { TrainingPoint } from "./trace";
import type { Watches } from "./watches";

const BATCH_SIZE = 512;
const UNIFORM_NEGATIVES = 256;
const MAX_EXAMPLES_PER_USER = 80;
const REPORT_EVERY = 5;
export const TWO_TOWER_SETTINGS = {
  dimension: 64,
  hidden: 0,
  temperature: 0.08,
  learningRate: 0.01,
  /** Share of a batch's videos that come without their own id, and of those the share without their creator. */
  hiddenIds: 0.4,
  hiddenCreators: 0.5,
} as const;

export const createTwoTower = (random: Random | null): TwoTowerModel =>
  new TwoTowerModel(
    {
      dimension: TWO_TOWER_SETTINGS.dimension,
      hidden: TWO_TOWER_SETTINGS.hidden,
      temperature: TWO_TOWER_SETTINGS.temperature,
      userRows: USER_ROWS,
      itemRows: ITEM_ROWS,
      normalise: true,
    },
    random,
  );

/** (user, index into watches) of each training example. */
type Examples = { users: Int32Array; watches: Int32Array };

function collectExamples(watches: Watches, users: number, beforeDay: number): Examples {
  const kept: { user: number; watch: number }[] = [];
  for (let user = 0; user < users; user++) {
    const from = watches.offsets[user] as number;
    let count = 0;
    for (let w = (watches.offsets[user + 1] as number) - 1; w >= from && count < MAX_EXAMPLES_PER_USER; w--) {
      if (!watches.isSatisfied[w] || (watches.days[w] as number) >= beforeDay) continue;
      kept.push({ user, watch: w });
      count++;
    }
  }
  return { users: Int32Array.from(kept, (e) => e.user), watches: Int32Array.from(kept, (e) => e.watch) };
}

/** Draws batches: bags of users, bags of distinct columns, each row's positive column, log Q of the columns. */
class BatchMaker {
  private readonly userBags = new BagBuilder();
  private readonly itemBags = new BagBuilder();
  /** Expected number of times an item is a positive of a batch. */
  private readonly positiveRate: Float32Array;
  private readonly columnOf = new Map<number, number>();

  constructor(
    private readonly world: VideoWorld,
    private readonly watches: Watches,
    private readonly examples: Examples,
    private readonly features: TowerFeatures,
    private readonly eligible: Int32Array,
  ) {
    this.positiveRate = new Float32Array(world.catalogue.loggedSize);
    const share = BATCH_SIZE / examples.watches.length;
    for (const watch of examples.watches) {
      const item = watches.items[watch] as number;
      this.positiveRate[item] = (this.positiveRate[item] as number) + share;
    }
  }

  private column(item: number, logQ: number[], random: Random): number {
    const known = this.columnOf.get(item);
    if (known !== undefined) return known;
    const column = this.columnOf.size;
    this.columnOf.set(item, column);
    const id = random.next() < TWO_TOWER_SETTINGS.hiddenIds;
    const creator = id && random.next() < TWO_TOWER_SETTINGS.hiddenCreators;
    this.features.addItem(this.itemBags, item, { id, creator });
    logQ.push(Math.log((this.positiveRate[item] as number) + UNIFORM_NEGATIVES / this.eligible.length));
    return column;
  }

  make(rows: Int32Array, random: Random) {
    const { watches, examples } = this;
    this.userBags.clear();
    this.itemBags.clear();
    this.columnOf.clear();
    const logQ: number[] = [];
    const columns = new Int32Array(rows.length);
    for (const [r, example] of rows.entries()) {
      const user = examples.users[example] as number;
      const watch = examples.watches[example] as number;
      const from = watches.offsets[user] as number;
      this.features.addUser(
        this.userBags,
        watches.items,
        from,
        watch,
        this.world.users.language[user] as number,
      );
      columns[r] = this.column(watches.items[watch] as number, logQ, random);
    }
    for (let n = 0; n < UNIFORM_NEGATIVES; n++)
      this.column(this.eligible[random.integer(this.eligible.length)] as number, logQ, random);
    return {
      users: this.userBags.bags(),
      items: this.itemBags.bags(),
      targets: {
        positives: { offsets: Int32Array.from({ length: rows.length + 1 }, (_, r) => r), columns },
        logQ: Float32Array.from(logQ),
      },
    };
  }
}

export type TwoTowerTraining = {
  readonly world: VideoWorld;
  readonly watches: Watches;
  readonly plan: DayPlan;
  readonly features: TowerFeatures;
  readonly epochs: number;
  readonly random: Random;
  readonly checkpoint: Checkpoint;
  onPoint(point: TrainingPoint): void;
  /** Recall@100 of the present weights, asked after each epoch. */
  measure(model: TwoTowerModel): Promise<number>;
};

/** Trains from scratch and returns the model. Throws when the checkpoint does. */
export async function trainTwoTower(training: TwoTowerTraining): Promise<TwoTowerModel> {
  const { world, watches, plan, features, random, epochs } = training;
  const model = createTwoTower(random.fork("weights"));
  const examples = collectExamples(watches, world.users.size, plan.towerEnd);
  const eligible = Int32Array.from({ length: world.catalogue.loggedSize }, (_, item) => item).filter(
    (item) => (world.catalogue.uploadDay[item] as number) <= plan.towerEnd,
  );
  const batches = new BatchMaker(world, watches, examples, features, eligible);
  const order = Int32Array.from(examples.watches.keys());
  const stepsPerEpoch = Math.max(1, Math.floor(order.length / BATCH_SIZE));
  const steps = stepsPerEpoch * epochs;
  const draws = random.fork("batches");
  let step = 0;
  let lossSum = 0;
  let loss = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffleInPlace(order, draws);
    for (let b = 0; b < stepsPerEpoch; b++) {
      const batch = batches.make(order.subarray(b * BATCH_SIZE, (b + 1) * BATCH_SIZE), draws);
      // The rate falls linearly to a tenth.
      const learningRate = TWO_TOWER_SETTINGS.learningRate * (1 - (0.9 * step) / steps);
      lossSum += model.trainStep(batch, { learningRate, tableDecay: 0, denseDecay: 0 });
      step++;
      if (step % REPORT_EVERY !== 0) continue;
      loss = lossSum / REPORT_EVERY;
      lossSum = 0;
      training.onPoint({ model: "two-tower", step, steps, epoch, loss });
      await training.checkpoint();
    }
    const recallAt100 = await training.measure(model);
    training.onPoint({ model: "two-tower", step, steps, epoch, loss, recallAt100 });
    await training.checkpoint();
  }
  return model;
}
