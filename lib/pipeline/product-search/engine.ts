/** One session with product search: a world, models for it, and what a request needs. The worker keeps one engine. */
import { AppError } from "@/lib/errors";
import { relevantProducts } from "@/lib/worlds/search/grades";
import { buildSearchWorld } from "@/lib/worlds/search/world";
import { startBackend } from "../backend/start-backend";
import { memory } from "../backend/tfjs";
import { runPipeline } from "../run";
import { fetchStoredModels } from "../training/stored-models";
import type { Checkpoint } from "../types";
import type { Searched } from "../workers/calls/search-world-calls";
import type { CallOutput } from "../workers/protocol";
import { productCard } from "./cards";
import { compareSearches, type SearchVariant } from "./compare";
import { explainSearch } from "./explain";
import { DEFAULT_SEARCH_KNOBS, type SearchKnobs } from "./knobs";
import { measureSearch } from "./measure";
import { textIndexBytes } from "./measure-speed";
import { searchModelCardSchema } from "./measures";
import { createSearchPipeline } from "./pipeline";
import { disposeRanker, parameterCount, type TrainedRanker } from "./rankers";
import { prepareScene, type SearchScene } from "./scene";
import { indexTitles, type RankerKey, rankerKey, type SearchModels, type SearchServing } from "./serving";
import { fitsWorld, summariseWorld } from "./summarise-world";
import { prepareTestSet, type TestQuery } from "./test-set";
import { TOWER_DIMENSION } from "./towers";
import type { SearchTrainingPoint, SearchWorldSummary } from "./trace";
import { trainSearchRanker, trainSearchTowers } from "./train";
import type { Pipeline, SearchQuery } from "./types";
import { packModels, unpackModels } from "./weights-file";
import { worldConfigOf } from "./world-config";

export type SearchContext = {
  readonly checkpoint: Checkpoint;
  report(activity: string, fraction: number, point?: SearchTrainingPoint): void;
};

/** Share of the progress that reading titles takes in making a world. */
const WORLD_SHARE = 0.7;
const CURVE_TESTS = 90;

type Serving = SearchServing & { readonly rankers: Map<RankerKey, TrainedRanker> };

export class ProductSearchEngine {
  private scene: SearchScene | null = null;
  private summary: SearchWorldSummary | null = null;
  private serving: Serving | null = null;
  private pipeline: Pipeline | null = null;
  /** Seed and epochs of the present towers; null when they were loaded or are not there. */
  private towersKey: string | null = null;
  private towerCurve: SearchTrainingPoint[] = [];

  async createWorld(
    options: CallOutput<"search-create-world">,
    { report, checkpoint }: SearchContext,
  ): Promise<SearchWorldSummary> {
    const building = buildSearchWorld(worldConfigOf(options));
    let step = building.next();
    while (!step.done) {
      report(step.value.activity, WORLD_SHARE * step.value.fraction);
      await checkpoint();
      step = building.next();
    }
    const onProgress = (fraction: number) =>
      report("Indexing the titles", WORLD_SHARE + (1 - WORLD_SHARE) * fraction);
    const scene = await prepareScene(step.value, { checkpoint, onProgress });
    const summary = summariseWorld(step.value);
    // All is there: from here on nothing can be cancelled halfway.
    this.stopServing();
    this.scene = scene;
    this.summary = summary;
    return summary;
  }

  requireScene(): SearchScene {
    if (!this.scene) throw new AppError("invalid-input", "Make a world first.");
    return this.scene;
  }

  requireServing(): { serving: SearchServing; pipeline: Pipeline } {
    this.requireScene();
    if (!this.serving || !this.pipeline)
      throw new AppError("invalid-input", "Load the trained models, or train them, first.");
    return { serving: this.serving, pipeline: this.pipeline };
  }

  private stopServing() {
    this.serving?.vectors.close();
    this.serving?.towers.dispose();
    for (const ranker of this.serving?.rankers.values() ?? []) disposeRanker(ranker);
    this.serving = null;
    this.pipeline = null;
    this.towersKey = null;
    this.towerCurve = [];
  }

  private serve(serving: Serving, towersKey: string | null) {
    this.stopServing();
    this.serving = serving;
    this.pipeline = createSearchPipeline(serving);
    this.towersKey = towersKey;
  }

  /** Loads weights from `baseUrl` (ends in a slash). They fit the world they were trained on, and smaller ones of its seed. */
  async loadModels(baseUrl: string, { report, checkpoint }: SearchContext) {
    const scene = this.requireScene();
    report("Loading the trained models", 0);
    await startBackend();
    const { card, manifest, bytes } = await fetchStoredModels(baseUrl, searchModelCardSchema, checkpoint);
    if (!this.summary || !fitsWorld(card.world, this.summary))
      throw new AppError(
        "invalid-input",
        "The trained models belong to another world. Train them on this one.",
      );
    const models = unpackModels(manifest, bytes);
    const onProgress = (fraction: number) => report("Encoding the titles", fraction);
    const vectors = await indexTitles(scene, models.towers, checkpoint, onProgress);
    this.serve({ scene, vectors, towers: models.towers, rankers: new Map(models.rankers) }, null);
    return card;
  }

  /** Towers are trained once for a seed; rankers join those that are there. A cancel leaves everything as it was. */
  async train(options: CallOutput<"search-train">, context: SearchContext) {
    const { checkpoint, report } = context;
    report("Starting the model runtime", 0);
    await startBackend();
    const curve: SearchTrainingPoint[] = [];
    const towers = await this.towersFor(options, context, curve);
    const start = performance.now();
    let ranker: TrainedRanker | null = null;
    try {
      const tests = await prepareTestSet(towers.serving, CURVE_TESTS, checkpoint);
      ranker = await this.trainRanker(towers.serving, options, tests, context, curve);
      const rankerSeconds = (performance.now() - start) / 1000;
      const serving = { ...towers.serving, rankers: new Map(towers.serving.rankers) };
      serving.rankers.set(rankerKey(options.ranker, options.labels), ranker);
      const knobs = knobsOf(options);
      const metrics = await measureSearch(serving, createSearchPipeline(serving), knobs, CURVE_TESTS, {
        checkpoint,
        onProgress: (fraction) => report("Measuring on held-out queries", fraction),
      });
      this.adopt(serving, towers, options);
      return { seconds: { twoTower: towers.seconds, ranker: rankerSeconds }, curve, metrics };
    } catch (error) {
      if (ranker) disposeRanker(ranker);
      if (towers.isNew) towers.serving.vectors.close();
      throw error;
    }
  }

  /** New towers replace all that was; a new ranker replaces its like. */
  private adopt(serving: Serving, towers: TowersTurn, options: CallOutput<"search-train">) {
    if (towers.isNew) {
      this.serve(serving, towers.key);
      this.towerCurve = towers.curve;
      return;
    }
    const before = this.serving?.rankers.get(rankerKey(options.ranker, options.labels));
    if (before) disposeRanker(before);
    this.serving = serving;
    this.pipeline = createSearchPipeline(serving);
  }

  private async towersFor(
    { seed, epochs }: CallOutput<"search-train">,
    { report, checkpoint }: SearchContext,
    curve: SearchTrainingPoint[],
  ): Promise<TowersTurn> {
    const scene = this.requireScene();
    const key = `${seed}/${epochs}`;
    if (this.serving && this.towersKey === key) {
      curve.push(...this.towerCurve);
      return { serving: this.serving, isNew: false, key, seconds: 0, curve: this.towerCurve };
    }
    const start = performance.now();
    const towerCurve: SearchTrainingPoint[] = [];
    const trained = await trainSearchTowers(
      scene,
      { seed, epochs },
      {
        checkpoint,
        onPoint(point) {
          towerCurve.push(point);
          report("Training the two towers", point.step / point.steps / 2, point);
        },
      },
    );
    curve.push(...towerCurve);
    const seconds = (performance.now() - start) / 1000;
    return {
      serving: { scene, ...trained, rankers: new Map() },
      isNew: true,
      key,
      seconds,
      curve: towerCurve,
    };
  }

  private trainRanker(
    serving: Serving,
    options: CallOutput<"search-train">,
    tests: readonly TestQuery[],
    { report, checkpoint }: SearchContext,
    curve: SearchTrainingPoint[],
  ) {
    report("Training the ranker", 0.5);
    return trainSearchRanker(serving, options, tests, {
      checkpoint,
      onPoint(point) {
        curve.push(point);
        report("Training the ranker", 0.5 + point.step / point.steps / 2, point);
      },
    });
  }

  /** A query of the world, or a text that may be one. */
  private asked(searched: Searched): SearchQuery {
    const { world, queryNumbers } = this.requireScene();
    if (searched.kind === "query") {
      const text = world.queries.text[searched.queryId];
      if (text === undefined) throw new AppError("invalid-input", "There is no such query in this world.");
      return { text, queryId: searched.queryId, prepared: null };
    }
    const text = searched.text.trim();
    return { text, queryId: queryNumbers.get(text.toLowerCase()) ?? -1, prepared: null };
  }

  search(searched: Searched, knobs: SearchKnobs) {
    const { serving, pipeline } = this.requireServing();
    return explainSearch(serving, runPipeline(pipeline, this.asked(searched), knobs), knobs);
  }

  compare(
    searched: Searched,
    knobs: SearchKnobs,
    variants: readonly SearchVariant[],
    { checkpoint }: SearchContext,
  ) {
    const { serving, pipeline } = this.requireServing();
    return compareSearches(serving, pipeline, this.asked(searched), knobs, variants, checkpoint);
  }

  /** Products of the highest grades; of equals those that sell best. */
  ideal(queryId: number, limit: number) {
    const scene = this.requireScene();
    const { products, grades } = relevantProducts(scene.world, queryId);
    const sales = scene.world.catalogue.salesBefore;
    return Array.from(products, (item, i) => ({ item, grade: grades[i] as number }))
      .sort(
        (a, b) =>
          b.grade - a.grade || (sales[b.item] as number) - (sales[a.item] as number) || a.item - b.item,
      )
      .slice(0, limit)
      .map(({ item, grade }) => ({ card: productCard(scene, item), grade }));
  }

  measure(queries: number, knobs: SearchKnobs, { report, checkpoint }: SearchContext) {
    const { serving, pipeline } = this.requireServing();
    const onProgress = (fraction: number) => report("Measuring on held-out queries", fraction);
    return measureSearch(serving, pipeline, knobs, queries, { checkpoint, onProgress });
  }

  memory() {
    const { numTensors, numBytes } = memory();
    const vectorBytes = this.serving?.vectors.bytes ?? 0;
    const indexBytes = vectorBytes + (this.serving ? textIndexBytes(this.serving) : 0);
    return { tensors: numTensors, tensorBytes: numBytes, indexBytes };
  }

  exportModels() {
    const { serving } = this.requireServing();
    const models: SearchModels = serving;
    return {
      ...packModels(models),
      embeddingSize: TOWER_DIMENSION,
      parameters: {
        twoTower: models.towers.parameterCount,
        rankers: Object.fromEntries(
          [...models.rankers].map(([key, ranker]) => [key, parameterCount(ranker)]),
        ),
      },
    };
  }
}

type TowersTurn = {
  readonly serving: Serving;
  readonly isNew: boolean;
  readonly key: string;
  readonly seconds: number;
  readonly curve: SearchTrainingPoint[];
};

const knobsOf = ({ ranker, labels }: Pick<SearchKnobs, "ranker" | "labels">): SearchKnobs => ({
  ...DEFAULT_SEARCH_KNOBS,
  ranker,
  labels,
});
