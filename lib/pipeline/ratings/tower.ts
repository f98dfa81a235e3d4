/**
 * The two-tower on ratings: the user's bag holds the ids of rated items, the item tower is an id embedding, the loss a
 * full softmax over the head items. Each step hides a part of each user's items and asks for them; what the model was
 * shown is excluded from the softmax, since it must not be recommended again.
 */
import type { Random } from "@/lib/random";
import type { Interactions } from "../data-sets/interactions";
import { TwoTowerModel } from "../retrieval/two-tower-model";
import { BagBuilder } from "../training/embedding-table";
import type { Checkpoint } from "../types";
import type { Head } from "./gram";

const BATCH_SIZE = 128;
const MAX_INPUT = 400;
export const TOWER_SETTINGS = { dimension: 64, learningRate: 0.02, decay: 3e-4, steps: 320 } as const;
const CHECKPOINT_EVERY = 10;

/** Head numbers of each user's items, oldest first. */
export function headHistories({ users, offsets, itemOf }: Interactions, head: Head): Int32Array[] {
  return Array.from({ length: users }, (_, user) =>
    itemOf
      .subarray(offsets[user] as number, offsets[user + 1] as number)
      .map((item) => head.headOf[item] as number)
      .filter((index) => index >= 0),
  );
}

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

export type RatingsTower = {
  /** Scores of all head items for a history. */
  score(history: ArrayLike<number>): Float32Array;
  dispose(): void;
};

export async function trainRatingsTower(
  histories: readonly Int32Array[],
  size: number,
  isForward: boolean,
  random: Random,
  checkpoint: Checkpoint,
): Promise<RatingsTower> {
  const { dimension, learningRate, decay, steps } = TOWER_SETTINGS;
  const model = new TwoTowerModel(
    {
      dimension,
      hidden: 0,
      userRows: size,
      itemRows: size,
      normalise: false,
      temperature: 1,
      initialDeviation: 0.1,
    },
    random.fork("weights"),
  );
  const allItems = new BagBuilder();
  for (let item = 0; item < size; item++) addHistory(allItems, [item]);
  const items = allItems.bags();
  const trainable = Array.from(histories.keys()).filter(
    (user) => (histories[user] as Int32Array).length >= 2,
  );
  const draws = random.fork("batches");
  for (let step = 0; step < steps && trainable.length > 0; step++) {
    const chosen = Array.from(
      { length: Math.min(BATCH_SIZE, trainable.length) },
      () => trainable[draws.integer(trainable.length)] as number,
    );
    const { users, targets } = makeBatch(histories, chosen, isForward, draws);
    const rate = learningRate * (1 - (0.95 * step) / steps);
    model.trainStep({ users, items, targets }, { learningRate: rate, tableDecay: decay, denseDecay: decay });
    if (step % CHECKPOINT_EVERY === 0) await checkpoint();
  }
  const vectors = model.encodeItems(items);
  const bag = new BagBuilder();
  return {
    score(history) {
      bag.clear();
      addHistory(bag, history);
      const user = model.encodeUsers(bag.bags());
      const scores = new Float32Array(size);
      for (let item = 0; item < size; item++) {
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
