/**
 * One session with the video pipeline: a world, models for it, and what a request needs. The worker keeps one engine
 * and forwards calls to it; the bench uses the same.
 */
import { AppError } from "@/lib/errors";
import { createRandom } from "@/lib/random";
import { DEFAULT_VIDEO_WORLD, type VideoWorld } from "@/lib/worlds/video/types";
import { buildVideoWorld, hashWorld } from "@/lib/worlds/video/world";
import { startBackend } from "../backend/start-backend";
import { memory } from "../backend/tfjs";
import { defaultListCount } from "../retrieval/vector-index";
import { runPipeline } from "../run";
import type { Checkpoint } from "../types";
import type { IndexMeasurement } from "../workers/bench-schemas";
import type { Audience } from "../workers/calls/world-calls";
import type { BackendName, CallOutput } from "../workers/protocol";
import { queryFor, type Scene } from "./cards";
import { compareVariants, type Variant } from "./compare";
import { compareRankers } from "./compare-rankers";
import { explainRun } from "./explain";
import type { Knobs } from "./knobs";
import { loggedPart } from "./logged-part";
import { mapRequest } from "./map";
import { measureOffline } from "./measure";
import { measureFunnel } from "./measure-funnel";
import { measureIndex } from "./measure-index";
import { createVideoPipeline } from "./pipeline";
import { planDays } from "./plan";
import { countUntil } from "./ranker-examples";
import { prepareServing, type VideoModels, type VideoServing } from "./serving";
import { fetchModels } from "./shipped-models";
import { summariseWorld } from "./summarise-world";
import type { ModelCard, OfflineMetrics, Recommendation, TrainingPoint, WorldSummary } from "./trace";
import { idRowsOf, type TrainingResult, trainVideoModels } from "./train";
import type { Pipeline } from "./types";
import { collectWatches } from "./watches";
import { packModels } from "./weights-file";

type Report = (activity: string, fraction: number, point?: TrainingPoint) => void;
export type EngineContext = { readonly report: Report; readonly checkpoint: Checkpoint };

/** A training that was seen through: its key says world, seed and settings. */
type Trained = { key: string; result: TrainingResult; curve: readonly TrainingPoint[] };

export class VideoEngine {
  private world: VideoWorld | null = null;
  private summary: WorldSummary | null = null;
  private scene: Scene | null = null;
  private serving: VideoServing | null = null;
  private pipeline: Pipeline | null = null;
  private trained: Trained | null = null;
  private listsMilliseconds = 0;
  private backend: BackendName = "wasm";

  async createWorld(
    options: CallOutput<"create-world">,
    { report, checkpoint }: EngineContext,
  ): Promise<WorldSummary> {
    const building = buildVideoWorld({ ...DEFAULT_VIDEO_WORLD, ...options });
    let step = building.next();
    while (!step.done) {
      report(step.value.activity, step.value.fraction);
      await checkpoint();
      step = building.next();
    }
    const world = step.value;
    const day = planDays(world).trainEnd;
    await checkpoint();
    const watches = collectWatches(world, day);
    await checkpoint();
    const counters = countUntil(world, day);
    await checkpoint();
    const summary = summariseWorld(world, hashWorld(world));
    // All is there: from here on nothing can be cancelled halfway.
    this.stopServing();
    this.world = world;
    this.scene = { world, day, watches, counters };
    this.summary = summary;
    return summary;
  }

  /** Starts the model runtime; says which one runs, and why when it is not the wanted one. */
  async start(wanted: BackendName) {
    const started = await startBackend({ backend: wanted });
    this.backend = started.backend;
    return started;
  }

  private stopServing() {
    this.serving?.index.close();
    if (this.serving) freeTensors(this.serving.models);
    if (this.trained) freeTensors(this.trained.result.models);
    this.serving = null;
    this.pipeline = null;
    this.listsMilliseconds = 0;
  }

  private requireWorld(): VideoWorld {
    if (!this.world) throw new AppError("invalid-input", "Make a world first.");
    return this.world;
  }

  requireScene(): Scene {
    if (!this.scene) throw new AppError("invalid-input", "Make a world first.");
    return this.scene;
  }

  private requireServing(): { serving: VideoServing; pipeline: Pipeline } {
    this.requireWorld();
    if (!this.serving || !this.pipeline)
      throw new AppError("invalid-input", "Load the trained models, or train them, first.");
    return { serving: this.serving, pipeline: this.pipeline };
  }

  /** Until the new models can answer, the old ones do; a cancel leaves those. */
  private async serve(models: VideoModels, { report, checkpoint }: EngineContext) {
    const world = this.requireWorld();
    report("Indexing the catalogue", 0);
    const onProgress = (fraction: number) => report("Indexing the catalogue", fraction);
    const serving = await prepareServing(world, planDays(world), models, checkpoint, onProgress);
    try {
      const pipeline = await createVideoPipeline(serving, checkpoint);
      this.stopServing();
      this.serving = serving;
      this.pipeline = pipeline;
    } catch (error) {
      serving.index.close();
      throw error;
    }
  }

  /** Loads weights from `baseUrl` (ends in a slash). They fit every world with the logged part they were trained on. */
  async loadModels(baseUrl: string, context: EngineContext): Promise<ModelCard> {
    const world = this.requireWorld();
    context.report("Loading the trained models", 0);
    await startBackend();
    const { card, unpack } = await fetchModels(baseUrl, context.checkpoint);
    if (card.world.hash !== this.summary?.hash)
      throw new AppError(
        "invalid-input",
        "The trained models belong to another world. Train them on this one.",
      );
    await context.checkpoint();
    await this.serve(unpack(idRowsOf(loggedPart(world))), context);
    return card;
  }

  /** Trains on the logged part of the world. The same training again is taken from memory. */
  async train(options: CallOutput<"train">, context: EngineContext) {
    const world = this.requireWorld();
    const key = JSON.stringify([this.summary?.hash, options]);
    if (this.trained?.key !== key) {
      const trained = await this.trainAnew(world, key, options, context);
      if (this.trained) freeTensors(this.trained.result.models);
      this.trained = trained;
    }
    const { result, curve } = this.trained;
    await this.serve(result.models, context);
    return { seconds: result.seconds, curve };
  }

  private async trainAnew(
    world: VideoWorld,
    key: string,
    options: CallOutput<"train">,
    { report, checkpoint }: EngineContext,
  ): Promise<Trained> {
    report("Starting the model runtime", 0);
    await startBackend();
    const curve: TrainingPoint[] = [];
    const onPoint = (point: TrainingPoint) => {
      curve.push(point);
      const half = point.step / point.steps / 2;
      const isTower = point.model === "two-tower";
      report(isTower ? "Training the two-tower" : "Training the ranker", isTower ? half : 0.5 + half, point);
    };
    const result = await trainVideoModels({
      world: loggedPart(world),
      random: createRandom(options.seed),
      ...options,
      checkpoint,
      onPoint,
    });
    return { key, result, curve };
  }

  /** Groups the index into lists; 0 for a number that fits. Nothing to do when they are there already. */
  async prepareLists(wanted: number, { report, checkpoint }: EngineContext) {
    const { serving } = this.requireServing();
    const { index } = serving;
    const lists = Math.min(wanted || defaultListCount(index.size), index.size);
    if (index.lists !== lists) {
      const start = performance.now();
      const onProgress = (fraction: number) => report("Grouping the index into lists", fraction);
      await index.buildLists(lists, createRandom(1).fork("lists"), checkpoint, onProgress);
      this.listsMilliseconds = performance.now() - start;
    }
    return { lists, milliseconds: this.listsMilliseconds };
  }

  recommend(audience: Audience, knobs: Knobs): Recommendation {
    const { serving, pipeline } = this.requireServing();
    const query = queryFor(serving, audience);
    return explainRun(serving, pipeline, query, knobs, runPipeline(pipeline, query, knobs), this.backend);
  }

  compare(audience: Audience, knobs: Knobs, variants: readonly Variant[], { checkpoint }: EngineContext) {
    const { serving, pipeline } = this.requireServing();
    return compareVariants(serving, pipeline, queryFor(serving, audience), knobs, variants, checkpoint);
  }

  map(audience: Audience, knobs: Knobs, sample: number) {
    const { serving, pipeline } = this.requireServing();
    const query = queryFor(serving, audience);
    return mapRequest(serving, query, runPipeline(pipeline, query, knobs), sample);
  }

  measure(users: number, knobs: Knobs, { report, checkpoint }: EngineContext): Promise<OfflineMetrics> {
    const { serving, pipeline } = this.requireServing();
    const onProgress = (fraction: number) => report("Measuring on held-out days", fraction);
    return measureOffline(serving, pipeline, knobs, users, checkpoint, onProgress);
  }

  compareRankers(users: number, { report, checkpoint }: EngineContext) {
    const { serving, pipeline } = this.requireServing();
    const onProgress = (fraction: number) => report("Comparing the rankers", fraction);
    return compareRankers(serving, pipeline, users, checkpoint, onProgress);
  }

  async measureIndex(
    options: CallOutput<"measure-index">,
    context: EngineContext,
  ): Promise<IndexMeasurement> {
    const { serving } = this.requireServing();
    if (serving.index.lists === 0) await this.prepareLists(0, context);
    const onProgress = (fraction: number) => context.report("Measuring recall and time", fraction);
    return measureIndex(serving, this.listsMilliseconds, options, onProgress, context.checkpoint);
  }

  async measureFunnel(queries: number, context: EngineContext) {
    const { serving, pipeline } = this.requireServing();
    return measureFunnel(serving, pipeline, queries, () => this.prepareLists(0, context), context.checkpoint);
  }

  memory() {
    const { numTensors, numBytes } = memory();
    return { tensors: numTensors, tensorBytes: numBytes, indexBytes: this.serving?.index.bytes ?? 0 };
  }

  exportModels() {
    const { serving } = this.requireServing();
    const { tower, rankers } = serving.models;
    return {
      ...packModels(serving.models),
      embeddingSize: tower.config.dimension,
      parameters: {
        twoTower: tower.parameterCount,
        rankers: Object.fromEntries(
          Object.entries(rankers).map(([name, { model }]) => [name, model.parameterCount]),
        ),
      },
    };
  }
}

/** Weights stay in plain arrays; their tensors come back when the models are asked again. */
function freeTensors({ tower, rankers }: VideoModels) {
  tower.dispose();
  for (const { model } of Object.values(rankers)) model.dispose();
}
