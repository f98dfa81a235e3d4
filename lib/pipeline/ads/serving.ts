/** Everything that a request needs, prepared once after loading or training: ads of the day, sources, models, budgets. */
import { AppError } from "@/lib/errors";
import { TargetingIndex } from "@/lib/worlds/ads/targeting";
import type { AdsWorld } from "@/lib/worlds/ads/types";
import { categoricalSizes } from "@/lib/worlds/ads/write-features";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import { createVectorIndex, type VectorIndex } from "../retrieval/vector-index";
import type { Checkpoint } from "../types";
import { type AdShelf, createAdShelf } from "./ad-shelf";
import type { CalibrationBook } from "./calibration-book";
import { createDayRequests, type DayRequests } from "./day-requests";
import { type DayParts, type DayStates, simulateDay } from "./day-state";
import { LightScorer } from "./light-scorer";
import type { AdTrainOptions } from "./model-card";
import type { AdModelName } from "./names";
import { PostingLists } from "./posting-lists";
import type { AdPredictor } from "./predictor";
import { bagsOf, layOutTowers, type TowerLayouts } from "./tower-features";

/** Trained or loaded. The logistic regression with crosses is always there: it is the light ranker. */
export type AdModels = {
  readonly options: Required<AdTrainOptions>;
  readonly predictors: Readonly<Partial<Record<AdModelName, AdPredictor>>>;
  readonly tower: TwoTowerModel;
  readonly calibrations: CalibrationBook;
  /** Click rate of all impressions of the training days. */
  readonly baseRate: number;
};

export const LIGHT_RANKER = "logistic-regression-crosses";

export type AdServing = {
  readonly world: AdsWorld;
  readonly models: AdModels;
  readonly requests: DayRequests;
  readonly shelf: AdShelf;
  readonly lists: PostingLists;
  readonly targeting: TargetingIndex;
  readonly layouts: TowerLayouts;
  readonly index: VectorIndex;
  readonly light: LightScorer;
  readonly lightShift: number;
  readonly days: DayStates;
};

/** @throws an AppError that can be shown when the models at hand do not include `name`. */
export function predictorOf({ predictors }: AdModels, name: AdModelName): AdPredictor {
  const predictor = predictors[name];
  if (!predictor)
    throw new AppError(
      "invalid-input",
      `The model ${name} was not trained. Train it, or choose another one.`,
    );
  return predictor;
}

async function indexAds(shelf: AdShelf, tower: TwoTowerModel, layouts: TowerLayouts): Promise<VectorIndex> {
  const index = await createVectorIndex(Math.max(1, shelf.ads.length), tower.config.dimension);
  const places = Int32Array.from(shelf.ads.keys());
  index.write(tower.encodeItems(bagsOf(layouts.ad, shelf.features, places)), 0, places.length);
  return index;
}

/** The caller closes the index. @throws what the checkpoint throws. */
export async function prepareAdServing(
  world: AdsWorld,
  models: AdModels,
  checkpoint: Checkpoint,
): Promise<AdServing> {
  const sizes = categoricalSizes(world);
  const requests = createDayRequests(world);
  const shelf = createAdShelf(world, requests.at(0));
  const lists = new PostingLists(world, shelf.ads);
  const layouts = layOutTowers(sizes);
  await checkpoint();
  const { trained, keptRate } = predictorOf(models, LIGHT_RANKER);
  if (!trained) throw new Error("The light ranker has no weights.");
  const light = new LightScorer(trained.model, trained.encoder, sizes, shelf.features);
  const lightShift = Math.log(keptRate);
  const parts: DayParts = { world, shelf, requests, lists, light, lightShift };
  const days = simulateDay(parts);
  await checkpoint();
  const index = await indexAds(shelf, models.tower, layouts);
  const targeting = new TargetingIndex(world.catalogue, shelf.ads);
  return { ...parts, world, models, layouts, index, targeting, days };
}
