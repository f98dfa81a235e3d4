/**
 * One session with the video pipeline: a world, models for it, and what a request needs. The worker keeps one engine
 * and forwards calls to it; the bench uses the same.
 */
import { AppError } from "@/lib/errors";
import { createRandom } from "@/lib/random";
import { DEFAULT_VIDEO_WORLD, type VideoWorld } from "@/lib/worlds/video/types";
import { CATEGORIES, TOPICS } from "@/lib/worlds/video/vocabulary";
import { buildVideoWorld, hashWorld } from "@/lib/worlds/video/world";
import { BACKEND_NAME, startBackend } from "../backend/start-backend";
import type { Knobs } from "../knobs";
import { type Pipeline, runPipeline } from "../run";
import {
  type ModelCard,
  modelCardSchema,
  type OfflineMetrics,
  type Recommendation,
  type TrainingPoint,
  type WorldSummary,
} from "../trace";
import type { Checkpoint } from "../types";
import type { Audience } from "../workers/calls/world-calls";
import { queryFor, type Scene } from "./cards";
import { explainRun } from "./explain";
import { manifestSchema } from "./manifest";
import { measureOffline } from "./measure";
import { createVideoPipeline } from "./pipeline";
import { planDays } from "./plan";
import { countUntil } from "./ranker-examples";
import { prepareServing, type VideoModels, type VideoServing } from "./serving";
import { idRowsOf, trainVideoModels } from "./train";
import { collectWatches } from "./watches";
import { packModels, unpackModels } from "./weights-file";

type Report = (activity: string, fraction: number, point?: TrainingPoint) => void;
export type EngineContext = { readonly report: Report; readonly checkpoint: Checkpoint };

export class VideoEngine {
  private world: VideoWorld | null = null;
  private summary: WorldSummary | null = null;
  private scene: Scene | null = null;
  private serving: VideoServing | null = null;
  private pipeline: Pipeline | null = null;

  async createWorld(
    options: { seed: number; items: number; users: number },
    context: EngineContext,
  ): Promise<WorldSummary> {
    const building = buildVideoWorld({ ...DEFAULT_VIDEO_WORLD, ...options });
    let step = building.next();
    while (!step.done) {
      context.report(step.value.activity, step.value.fraction);
      await context.checkpoint();
      step = building.next();
    }
    const world = step.value;
    const day = planDays(world).trainEnd;
    this.release();
    this.world = world;
    this.scene = { world, day, watches: collectWatches(world, day), counters: countUntil(world, day) };
    this.summary = summarise(world);
    return this.summary;
  }

  private release() {
    this.serving?.models.tower.dispose();
    this.serving?.models.ranker.model.dispose();
    this.serving = null;
    this.pipeline = null;
  }

  private requireWorld(): VideoWorld {
    if (!this.world) throw new AppError("invalid-input", "Make a world first.");
    return this.world;
  }

  requireScene(): Scene {
    if (!this.scene) throw new AppError("invalid-input", "Make a world first.");
    return this.scene;
  }

  requireServing(): { serving: VideoServing; pipeline: Pipeline } {
    this.requireWorld();
    if (!this.serving || !this.pipeline)
      throw new AppError("invalid-input", "Load the trained models, or train them, first.");
    return { serving: this.serving, pipeline: this.pipeline };
  }

  private async serve(models: VideoModels, checkpoint: Checkpoint) {
    const world = this.requireWorld();
    const serving = await prepareServing(world, planDays(world), models, checkpoint);
    this.release();
    this.serving = serving;
    this.pipeline = createVideoPipeline(serving);
  }

  /** Loads weights from `baseUrl` (ends in a slash). They fit only the world they were trained on. */
  async loadModels(baseUrl: string, { report, checkpoint }: EngineContext): Promise<ModelCard> {
    const world = this.requireWorld();
    report("Loading the trained models", 0);
    const [card, manifest, bytes] = await Promise.all([
      fetchFile(`${baseUrl}card.json`, async (response) => modelCardSchema.parse(await response.json())),
      fetchFile(`${baseUrl}weights.json`, async (response) => manifestSchema.parse(await response.json())),
      fetchFile(`${baseUrl}weights.bin`, (response) => response.arrayBuffer()),
      startBackend(),
    ]);
    if (card.world.hash !== this.summary?.hash)
      throw new AppError(
        "invalid-input",
        "The trained models belong to another world. Train them on this one.",
      );
    report("Indexing the catalogue", 0.5);
    await checkpoint();
    await this.serve(unpackModels(manifest, bytes, idRowsOf(world)), checkpoint);
    return card;
  }

  async train(
    options: { seed: number; twoTowerEpochs: number; rankerEpochs: number },
    { report, checkpoint }: EngineContext,
  ) {
    const world = this.requireWorld();
    report("Starting the model runtime", 0);
    await startBackend();
    const curve: TrainingPoint[] = [];
    const onPoint = (point: TrainingPoint) => {
      curve.push(point);
      const half = point.step / point.steps / 2;
      const isTower = point.model === "two-tower";
      report(isTower ? "Training the two-tower" : "Training the ranker", isTower ? half : 0.5 + half, point);
    };
    const { models, seconds } = await trainVideoModels({
      world,
      random: createRandom(options.seed),
      ...options,
      checkpoint,
      onPoint,
    });
    await this.serve(models, checkpoint);
    return { seconds, curve };
  }

  recommend(audience: Audience, knobs: Knobs): Recommendation {
    const { serving, pipeline } = this.requireServing();
    const query = queryFor(serving, audience);
    return explainRun(serving, query, knobs, runPipeline(pipeline, query, knobs), BACKEND_NAME);
  }

  measure(users: number, knobs: Knobs, { report, checkpoint }: EngineContext): Promise<OfflineMetrics> {
    const { serving, pipeline } = this.requireServing();
    const onProgress = (fraction: number) => report("Measuring on held-out days", fraction);
    return measureOffline(serving, pipeline, knobs, users, checkpoint, onProgress);
  }

  exportModels() {
    const { serving } = this.requireServing();
    const { tower, ranker } = serving.models;
    return {
      ...packModels(serving.models),
      embeddingSize: tower.config.dimension,
      parameters: { twoTower: tower.parameterCount, ranker: ranker.model.parameterCount },
    };
  }
}

async function fetchFile<T>(url: string, read: (response: Response) => Promise<T>): Promise<T> {
  const response = await fetch(url);
  if (!response.ok)
    throw new AppError("unavailable", "The trained models could not be loaded. Train them here instead.");
  return read(response);
}

function summarise(world: VideoWorld): WorldSummary {
  const { config, catalogue, users, log } = world;
  let watches = 0;
  let impressions = 0;
  for (let row = 0; row < log.size; row++) {
    watches += log.clicked[row] as number;
    if ((log.position[row] as number) > 0) impressions++;
  }
  return {
    seed: config.seed,
    items: catalogue.size,
    users: users.size,
    days: config.days,
    impressions,
    watches,
    topics: TOPICS.length,
    categories: CATEGORIES.length,
    creators: catalogue.creators,
    hash: hashWorld(world),
  };
}
