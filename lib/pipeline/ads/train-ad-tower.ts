/**
 * Trains the two towers of ad retrieval on clicks: the ad that was clicked against the others of the batch and against
 * running ads drawn evenly, corrected by log Q (Yi et al., 2019). Clicks are few, so there is no id of an ad in the tower.
 */

import { type Random, shuffleInPlace } from "@/lib/random";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import type { Checkpoint } from "../types";
import type { AdTrainingPoint } from "./model-card";
import type { RawFeatures, RawRows } from "./rows";
import { bagsOf, createAdTower, type TowerLayouts } from "./tower-features";

const BATCH_SIZE = 256;
const UNIFORM_NEGATIVES = 256;
const LEARNING_RATE = 0.02;
const TABLE_DECAY = 1e-3;

export type AdTowerTraining = {
  readonly layouts: TowerLayouts;
  /** Clicked impressions. */
  readonly clicks: RawRows;
  /** The ad of each click: a row of `ads`. */
  readonly clickedAds: Int32Array;
  /** Every ad that ran, with any request's features. */
  readonly ads: RawFeatures;
  readonly epochs: number;
  readonly random: Random;
  readonly checkpoint: Checkpoint;
  onPoint(point: AdTrainingPoint): void;
  /** Recall@100 of later clicks. */
  measure(model: TwoTowerModel): number;
};

/** Expected number of times each ad is a positive of a batch. */
function positiveRates(clickedAds: Int32Array, ads: number): Float32Array {
  const rates = new Float32Array(ads);
  const share = BATCH_SIZE / clickedAds.length;
  for (const ad of clickedAds) rates[ad] = (rates[ad] as number) + share;
  return rates;
}

function makeBatch(training: AdTowerTraining, rates: Float32Array, chosen: Int32Array, draws: Random) {
  const { layouts, clicks, clickedAds, ads } = training;
  const columnOf = new Map<number, number>();
  const columnFor = (ad: number) => {
    const column = columnOf.get(ad) ?? columnOf.size;
    columnOf.set(ad, column);
    return column;
  };
  const columns = Int32Array.from(chosen, (click) => columnFor(clickedAds[click] as number));
  for (let n = 0; n < UNIFORM_NEGATIVES; n++) columnFor(draws.integer(ads.count));
  const items = Int32Array.from(columnOf.keys());
  const logQ = Float32Array.from(items, (ad) =>
    Math.log((rates[ad] as number) + UNIFORM_NEGATIVES / ads.count),
  );
  const offsets = Int32Array.from({ length: chosen.length + 1 }, (_, row) => row);
  return {
    users: bagsOf(layouts.request, clicks, chosen),
    items: bagsOf(layouts.ad, ads, items),
    targets: { positives: { offsets, columns }, logQ },
  };
}

/** @throws what the checkpoint throws. */
export async function trainAdTower(training: AdTowerTraining): Promise<TwoTowerModel> {
  const { layouts, clicks, clickedAds, ads, epochs, random, checkpoint } = training;
  const model = createAdTower(layouts, random.fork("weights"));
  const draws = random.fork("batches");
  const rates = positiveRates(clickedAds, ads.count);
  const order = Int32Array.from({ length: clicks.count }, (_, i) => i);
  const stepsPerEpoch = Math.max(1, Math.floor(clicks.count / BATCH_SIZE));
  const steps = stepsPerEpoch * epochs;
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffleInPlace(order, draws);
    let lossSum = 0;
    for (let b = 0; b < stepsPerEpoch; b++) {
      const chosen = order.subarray(b * BATCH_SIZE, (b + 1) * BATCH_SIZE);
      const learningRate = LEARNING_RATE * (1 - (0.9 * step) / steps);
      const batch = makeBatch(training, rates, chosen, draws);
      lossSum += model.trainStep(batch, { learningRate, tableDecay: TABLE_DECAY, denseDecay: 0 });
      step++;
      await checkpoint();
    }
    const loss = lossSum / stepsPerEpoch;
    training.onPoint({ model: "two-tower", step, steps, epoch, loss, recallAt100: training.measure(model) });
  }
  return model;
}

/** Share of clicks whose ad is among the `k` nearest to the request. `clickedAds` are rows of `ads`. */
export function measureTowerRecall(
  model: TwoTowerModel,
  layouts: TowerLayouts,
  clicks: RawFeatures,
  clickedAds: Int32Array,
  ads: RawFeatures,
  k: number,
): number {
  const all = (count: number) => Int32Array.from({ length: count }, (_, i) => i);
  const requests = model.encodeUsers(bagsOf(layouts.request, clicks, all(clicks.count)));
  const items = model.encodeItems(bagsOf(layouts.ad, ads, all(ads.count)));
  const { dimension } = model.config;
  const dot = (r: number, ad: number) => {
    let sum = 0;
    for (let d = 0; d < dimension; d++)
      sum += (requests[r * dimension + d] as number) * (items[ad * dimension + d] as number);
    return sum;
  };
  let hits = 0;
  for (let r = 0; r < clicks.count; r++) {
    const own = dot(r, clickedAds[r] as number);
    let better = 0;
    for (let ad = 0; ad < ads.count && better < k; ad++) if (dot(r, ad) > own) better++;
    if (better < k) hits++;
  }
  return hits / Math.max(1, clicks.count);
}
