/**
 * The two-tower on ratings: the user's bag holds the ids of rated items, the item tower is an id embedding, the loss a
 * full softmax over the core of the catalogue. Each step hides a part of each user's items and asks for them; what the model was
 * shown is excluded from the softmax, since it must not be recommended again.
 */
import type { Random } from "@/lib/random";
import { TwoTowerModel } from "../retrieval/two-tower-model";
import { BagBuilder } from "../training/embedding-table";
import type { Checkpoint } from "../types";
import type { Catalogue } from "./catalogue";

const BATCH_SIZE = 128;
const MAX_INPUT = 400;
const TOWER_SETTINGS = {
  dimension: 64,
  learningRate: 0.02,
  decay: 3e-4,
  steps: 320,
  /** From a tower trained on a part of the data. */
  furtherSteps: 80,
  furtherRate: 0.008,
} as const;
const CHECKPOINT_EVERY = 10;

function addHistory(builder: BagBuilder, items: ArrayLike<number>) {
  const weight = 1 / Math.sqrt(Math.max(1, items.length));
  for (let k = 0; k < items.length; k++) builder.add(items[k] as number, weight);
  builder.close();
}

/** Splits a history into what is shown and what is asked for: at random, or what came later when `isForward`. */
function hidePart(
  history: Int32Array,
  isForward: boolean,
  random: Random,
): { shown: number[]; asked: number[] } {
  const shown: number[] = [];
  const asked: number[] = [];
  if (isForward) {
    const cut = 1 + random.integer(history.length - 1);
    shown.push(...history.subarray(Math.max(0, cut - MAX_INPUT), cut));
    asked.push(...history.subarray(cut));
  } else {
    const share = 0.3 + 0.5 * random.next();
    for (const item of history) (random.next() < share ? shown : asked).push(item);
  }
  return { shown, asked };
}

function makeBatch(
  histories: readonly Int32Array[],
  chosen: readonly number[],
  isForward: boolean,
  random: Random,
) {
  const users = new BagBuilder();
  const lists = chosen.map((user) => hidePart(histories[user] as Int32Array, isForward, random));
  for (const { shown } of lists) addHistory(users, shown);
  const toLists = (key: "shown" | "asked") => {
    const offsets = new Int32Array(lists.length + 1);
    for (const [r, list] of lists.entries()) offsets[r + 1] = (offsets[r] as number) + list[key].length;
    return { offsets, columns: Int32Array.from(lists.flatMap((list) => list[key])) };
  };
  const targets = {
    positives: toLists("asked"),
    excluded: toLists("shown"),
    // A user counts by what is asked, but a heavy one at most as much as twenty items.
    rowWeights: Float32Array.from(lists, ({ asked }) => Math.min(20, asked.length)),
  };
  return { users: users.bags(), targets };
}

/** Embeddings by item (not by catalogue number), so that a tower of another catalogue can go on from them. */
export type TowerTables = {
  readonly numberOf: Int32Array;
  readonly core: number;
  readonly user: Float32Array;
  readonly item: Float32Array;
};

export type RatingsTower = {
  readonly tables: TowerTables;
  /** Scores of all items of the catalogue for a history; 0 outside the core. */
  score(history: ArrayLike<number>): Float32Array;
  dispose(): void;
};

export type TowerData = {
  readonly histories: readonly Int32Array[];
  readonly catalogue: Catalogue;
  readonly isForward: boolean;
  readonly start: TowerTables | null;
};

function createTower({ catalogue, start }: TowerData, random: Random): TwoTowerModel {
  const { core, itemOf } = catalogue;
  const { dimension } = TOWER_SETTINGS;
  const model = new TwoTowerModel(
    {
      dimension,
      hidden: 0,
      userRows: core,
      itemRows: core,
      normalise: false,
      temperature: 1,
      initialDeviation: 0.1,
    },
    random.fork("weights"),
  );
  if (!start) return model;
  for (let number = 0; number < core; number++) {
    const before = start.numberOf[itemOf[number] as number] as number;
    if (before < 0 || before >= start.core) continue;
    const row = (table: Float32Array) => table.subarray(before * dimension, (before + 1) * dimension);
    model.userTable.weights.set(row(start.user), number * dimension);
    model.itemTable.weights.set(row(start.item), number * dimension);
  }
  return model;
}

export async function trainRatingsTower(
  data: TowerData,
  random: Random,
  checkpoint: Checkpoint,
): Promise<RatingsTower> {
  const { histories, catalogue, isForward, start } = data;
  const { dimension, learningRate, decay, steps, furtherSteps, furtherRate } = TOWER_SETTINGS;
  const { core, size, numberOf } = catalogue;
  const model = createTower(data, random);
  const allItems = new BagBuilder();
  for (let item = 0; item < core; item++) addHistory(allItems, [item]);
  const items = allItems.bags();
  const known = histories.map((history) => history.filter((item) => item < core));
  const trainable = Array.from(known.keys()).filter((user) => (known[user] as Int32Array).length >= 2);
  const draws = random.fork("batches");
  const stepCount = trainable.length === 0 ? 0 : start ? furtherSteps : steps;
  for (let step = 0; step < stepCount; step++) {
    const chosen = Array.from(
      { length: Math.min(BATCH_SIZE, trainable.length) },
      () => trainable[draws.integer(trainable.length)] as number,
    );
    const { users, targets } = makeBatch(known, chosen, isForward, draws);
    const rate = (start ? furtherRate : learningRate) * (1 - (0.95 * step) / stepCount);
    model.trainStep({ users, items, targets }, { learningRate: rate, tableDecay: decay, denseDecay: decay });
    if (step % CHECKPOINT_EVERY === 0) await checkpoint();
  }
  const vectors = model.encodeItems(items);
  const bag = new BagBuilder();
  return {
    tables: { numberOf, core, user: model.userTable.weights, item: model.itemTable.weights },
    score(history) {
      bag.clear();
      addHistory(
        bag,
        Array.from(history).filter((item) => item < core),
      );
      const user = model.encodeUsers(bag.bags());
      const scores = new Float32Array(size);
      for (let item = 0; item < core; item++) {
        let sum = 0;
        for (let d = 0; d < dimension; d++)
          sum += (user[d] as number) * (vectors[item * dimension + d] as number);
        scores[item] = sum;
      }
      return scores;
    },
    dispose: () => model.dispose(),
  };
}
