/**
 * One session with the ads pipeline: a world, models for it, and what a request needs. The worker keeps one engine and
 * forwards calls to it. What is cancelled leaves the session as it was.
 */
import { AppError } from "@/lib/errors";
import { type AdsWorld, DEFAULT_ADS_WORLD } from "@/lib/worlds/ads/types";
import { buildAdsWorld } from "@/lib/worlds/ads/world";
import { startBackend } from "../backend/start-backend";
import { memory } from "../backend/tfjs";
import { fetchStoredModels } from "../training/stored-models";
import type { Checkpoint } from "../types";
import { type AdScene, countAds, requestProfile, requestSummary } from "./cards";
import { type AdVariant, compareAdDay, compareAdVariants } from "./compare";
import { createDayRequests } from "./day-requests";
import { NO_EDITS } from "./edit-request";
import { explainAdRun } from "./explain";
import type { AdKnobs } from "./knobs";
import { measureLadder } from "./ladder";
import { measureAdFunnel } from "./measure-ad-funnel";
import {
  type AdLadder,
  type AdModelCard,
  type AdTrainingPoint,
  type AdTrainOptions,
  adModelCardSchema,
} from "./model-card";
import type { AdModelName } from "./names";
import { createAdPipeline, createAdQuery, runAdPipeline } from "./pipeline";
import { type AdModels, type AdServing, predictorOf, prepareAdServing } from "./serving";
import { summariseAdWorld } from "./summarise-world";
import type { AdRequestEdits, AdRun, AdWorldSummary } from "./trace";
import { trainAdModels } from "./train";
import type { AdPipeline } from "./types";
import { packAdModels, unpackAdModels } from "./weights-file";

type Report = (activity: string, fraction: number, point?: AdTrainingPoint) => void;
export type AdEngineContext = { readonly report: Report; readonly checkpoint: Checkpoint };

const BACKEND = "wasm";
const MODEL_WORDS: Readonly<Record<AdTrainingPoint["model"], string>> = {
  "two-tower": "Training the two towers",
  "logistic-regression": "Training logistic regression",
  "logistic-regression-crosses": "Training logistic regression with crosses",
  fm: "Training the factorization machine",
  mlp: "Training the MLP",
  "dcn-v2": "Training DCN-v2",
};
/** Share of a training's progress that the two towers take. */
const TOWER_SHARE = 0.1;

function createScene(world: AdsWorld): AdScene {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < world.log.size; row++) {
    const user = world.requests.user[world.log.request[row] as number] as number;
    const own = rows.get(user);
    if (own) own.push(row);
    else rows.set(user, [row]);
  }
  return {
    world,
    totals: countAds(world),
    requests: createDayRequests(world),
    rowsOfUser: (user) => rows.get(user) ?? [],
  };
}

/** Weights stay in plain arrays; their tensors come back when the models are asked again. */
function freeTensors({ predictors, tower }: AdModels) {
  tower.dispose();
  for (const { trained } of Object.values(predictors)) trained?.model.dispose();
}

export class AdsEngine {
  private world: AdsWorld | null = null;
  private scene: AdScene | null = null;
  private summary: AdWorldSummary | null = null;
  private serving: AdServing | null = null;
  private pipeline: AdPipeline | null = null;
  private ladder: AdLadder | null = null;

  async createWorld(
    options: { seed: number; impressions: number },
    { report, checkpoint }: AdEngineContext,
  ): Promise<AdWorldSummary> {
    const building = buildAdsWorld(worldConfig(options));
    let step = building.next();
    while (!step.done) {
      report(step.value.activity, step.value.fraction);
      await checkpoint();
      step = building.next();
    }
    const world = step.value;
    const scene = createScene(world);
    await checkpoint();
    const summary = summariseAdWorld(world);
    await checkpoint();
    // All is there: from here on nothing can be cancelled halfway.
    this.stopServing();
    this.world = world;
    this.scene = scene;
    this.summary = summary;
    return summary;
  }

  private stopServing() {
    this.serving?.index.close();
    if (this.serving) freeTensors(this.serving.models);
    this.serving = null;
    this.pipeline = null;
    this.ladder = null;
  }

  requireWorld(): AdsWorld {
    if (!this.world) throw new AppError("invalid-input", "Make a world first.");
    return this.world;
  }

  private requireScene(): AdScene {
    if (!this.scene) throw new AppError("invalid-input", "Make a world first.");
    return this.scene;
  }

  requireServing(): { serving: AdServing; pipeline: AdPipeline } {
    this.requireWorld();
    if (!this.serving || !this.pipeline)
      throw new AppError("invalid-input", "Load the trained models, or train them, first.");
    return { serving: this.serving, pipeline: this.pipeline };
  }

  /** Until the new models can answer, the old ones do. */
  private async serve(models: AdModels, ladder: AdLadder, { report, checkpoint }: AdEngineContext) {
    report("Preparing the ads of the day", 1);
    const serving = await prepareAdServing(this.requireWorld(), models, checkpoint);
    this.stopServing();
    this.serving = serving;
    this.pipeline = createAdPipeline(serving);
    this.ladder = ladder;
  }

  /** Loads weights from `baseUrl` (ends in a slash). They fit the world that they were trained on. */
  async loadModels(baseUrl: string, context: AdEngineContext): Promise<AdModelCard> {
    const world = this.requireWorld();
    context.report("Loading the trained models", 0);
    await startBackend();
    const { card, manifest, bytes } = await fetchStoredModels(baseUrl, adModelCardSchema, context.checkpoint);
    if (card.world.hash !== this.summary?.hash)
      throw new AppError(
        "invalid-input",
        "The trained models belong to another world. Train them on this one.",
      );
    const options = card.options as Required<AdTrainOptions>;
    await this.serve(unpackAdModels(world, options, manifest, bytes), card.ladder, context);
    return card;
  }

  async train(options: Required<AdTrainOptions>, context: AdEngineContext) {
    const world = this.requireWorld();
    const { report, checkpoint } = context;
    const start = performance.now();
    report("Starting the model runtime", 0);
    await startBackend();
    const curve: AdTrainingPoint[] = [];
    const onPoint = (point: AdTrainingPoint) => {
      curve.push(point);
      const share = point.step / point.steps;
      const fraction = point.model === "two-tower" ? TOWER_SHARE * share : TOWER_SHARE + 0.8 * share;
      report(MODEL_WORDS[point.model], fraction, point);
    };
    const result = await trainAdModels({ world, options, checkpoint, onPoint });
    try {
      report("Measuring on later days", 0.92);
      const ladder = await measureLadder(world, result.models, result.seconds, checkpoint);
      await this.serve(result.models, ladder, context);
      const seconds = (performance.now() - start) / 1000;
      return { curve, ladder, seconds, retrievalRecall: result.retrievalRecall };
    } catch (error) {
      freeTensors(result.models);
      throw error;
    }
  }

  currentLadder(): AdLadder {
    this.requireServing();
    if (!this.ladder) throw new AppError("invalid-input", "Load the trained models, or train them, first.");
    return this.ladder;
  }

  listRequests(offset: number, limit: number) {
    const scene = this.requireScene();
    const { size } = scene.requests;
    const count = Math.max(0, Math.min(limit, size - offset));
    return {
      total: size,
      requests: Array.from({ length: count }, (_, i) => requestSummary(scene, offset + i)),
    };
  }

  describeRequest(request: number, edits: AdRequestEdits = NO_EDITS) {
    const scene = this.requireScene();
    requireRequest(scene, request);
    return requestProfile(scene, request, edits);
  }

  /** Fits the calibration layer that the knobs ask for. */
  async prepareCalibration({ ranker, calibration }: AdKnobs, checkpoint: Checkpoint) {
    const { serving } = this.requireServing();
    await serving.models.calibrations.prepare(predictorOf(serving.models, ranker), calibration, checkpoint);
  }

  async request(
    request: number,
    knobs: AdKnobs,
    { checkpoint }: AdEngineContext,
    edits: AdRequestEdits = NO_EDITS,
  ): Promise<AdRun> {
    const { serving, pipeline } = this.requireServing();
    const scene = this.requireScene();
    requireRequest(scene, request);
    await this.prepareCalibration(knobs, checkpoint);
    const query = createAdQuery(serving, request, knobs, edits);
    return explainAdRun(scene, serving, query, knobs, runAdPipeline(pipeline, query, knobs), BACKEND);
  }

  async compare(
    request: number,
    knobs: AdKnobs,
    variants: readonly AdVariant[],
    { checkpoint }: AdEngineContext,
    edits: AdRequestEdits = NO_EDITS,
  ) {
    const { serving, pipeline } = this.requireServing();
    requireRequest(this.requireScene(), request);
    for (const one of [knobs, ...variants.map((variant) => variant.knobs)])
      await this.prepareCalibration(one, checkpoint);
    return compareAdVariants(serving, pipeline, { number: request, edits }, knobs, variants, checkpoint);
  }

  async compareDay(
    requests: number,
    knobs: AdKnobs,
    variants: readonly AdVariant[],
    { report, checkpoint }: AdEngineContext,
  ) {
    const { serving, pipeline } = this.requireServing();
    for (const one of [knobs, ...variants.map((variant) => variant.knobs)])
      await this.prepareCalibration(one, checkpoint);
    const onProgress = (fraction: number) => report("Comparing over the day", fraction);
    return compareAdDay(serving, pipeline, requests, knobs, variants, checkpoint, onProgress);
  }

  async measureFunnel(requests: number, eligible: number, knobs: AdKnobs, { checkpoint }: AdEngineContext) {
    const { serving, pipeline } = this.requireServing();
    await this.prepareCalibration(knobs, checkpoint);
    return measureAdFunnel(serving, pipeline, requests, eligible, knobs, checkpoint);
  }

  memory() {
    const { numTensors, numBytes } = memory();
    return { tensors: numTensors, tensorBytes: numBytes };
  }

  exportModels() {
    return packAdModels(this.requireServing().serving.models);
  }

  /** Names of the models at hand. */
  modelNames(): AdModelName[] {
    return Object.keys(this.requireServing().serving.models.predictors) as AdModelName[];
  }
}

function requireRequest({ requests }: AdScene, request: number) {
  if (request >= requests.size)
    throw new AppError(
      "invalid-input",
      `The day has ${requests.size} requests; there is no number ${request}.`,
    );
}

/** A smaller log comes from a smaller marketplace, so that every ad is still seen now and then. */
export function worldConfig({ seed, impressions }: { seed: number; impressions: number }) {
  const share = Math.min(1, impressions / DEFAULT_ADS_WORLD.impressions);
  const scaled = (size: number, least: number) => Math.max(least, Math.round(size * share));
  return {
    ...DEFAULT_ADS_WORLD,
    seed,
    impressions,
    advertisers: scaled(DEFAULT_ADS_WORLD.advertisers, 60),
    campaigns: scaled(DEFAULT_ADS_WORLD.campaigns, 180),
    creatives: scaled(DEFAULT_ADS_WORLD.creatives, 600),
    users: scaled(DEFAULT_ADS_WORLD.users, 200),
    sites: scaled(DEFAULT_ADS_WORLD.sites, 30),
  };
}
