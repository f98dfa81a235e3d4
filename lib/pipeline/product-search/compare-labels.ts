/**
 * Does weighting clicks by propensity pay? One ranker is trained on clicks as they are, on weighted clicks and on grades,
 * with several seeds. Each seed has a log of its own, simulated anew on the same shop, and propensities estimated from
 * the pages that this log randomises. The weights always assume the position-based model, whatever people do.
 */
import { meanInterval } from "@/lib/evaluation/intervals";
import { createRandom } from "@/lib/random";
import { Rankings } from "@/lib/worlds/search/rankings";
import { simulateSearches } from "@/lib/worlds/search/simulate";
import type { ClickModel, SearchLog } from "@/lib/worlds/search/types";
import type { Checkpoint } from "../types";
import type { LabelsComparison } from "./measures";
import type { LearntRanker } from "./names";
import { clickWeights, estimatePropensities } from "./propensities";
import { meanOf } from "./quality";
import { buildRankData } from "./rank-examples";
import { disposeRanker, scoreRows } from "./rankers";
import type { SearchServing } from "./serving";
import { meanNdcg, prepareTestSet, type TestQuery } from "./test-set";
import { fitRanker, labelQueries } from "./train-rankers";

export type LabelsOptions = {
  readonly ranker: LearntRanker;
  readonly seeds: number;
  readonly clickModel: ClickModel;
  readonly epochs: number;
  readonly queries: number;
};
export type StudyHooks = { readonly checkpoint: Checkpoint; onProgress(fraction: number): void };

/** A new log takes half of the searches of the world's: it is all label days. */
const LOG_SHARE = 0.5;

export async function simulateLog(
  { scene: { world } }: Pick<SearchServing, "scene">,
  seed: number,
  clickModel: ClickModel,
  checkpoint: Checkpoint,
  rankings = new Rankings(world),
): Promise<SearchLog> {
  const searches = Math.round(world.config.searches * LOG_SHARE);
  const simulated = { ...world, config: { ...world.config, searches, clickModel } };
  const simulating = simulateSearches(simulated, createRandom(seed).fork("study log"), rankings);
  let step = simulating.next();
  while (!step.done) {
    await checkpoint();
    step = simulating.next();
  }
  return step.value;
}

type SeedResult = LabelsComparison["seeds"][number];

async function compareOnce(
  serving: SearchServing,
  log: SearchLog,
  tests: readonly TestQuery[],
  seed: number,
  { ranker, epochs }: LabelsOptions,
  checkpoint: Checkpoint,
): Promise<SeedResult> {
  const reach = async (labels: "grades" | "clicks" | "clicks-ips") => {
    const labelled = labelQueries(serving.scene, { labels, seed }, log);
    const data = await buildRankData(serving, labelled, labels, seed, checkpoint);
    const trained = await fitRanker(data, { ranker, labels, seed, epochs }, { checkpoint });
    try {
      return meanNdcg(tests, (features, rows) => scoreRows(trained, features, rows));
    } finally {
      disposeRanker(trained);
    }
  };
  return {
    seed,
    grades: await reach("grades"),
    clicks: await reach("clicks"),
    clicksIps: await reach("clicks-ips"),
    bm25: meanOf(tests.map((test) => test.bm25)),
  };
}

/** @throws what the checkpoint throws. */
export async function compareLabels(
  serving: SearchServing,
  options: LabelsOptions,
  { checkpoint, onProgress }: StudyHooks,
): Promise<LabelsComparison> {
  const { world, plan } = serving.scene;
  const tests = await prepareTestSet(serving, options.queries, checkpoint);
  const rankings = new Rankings(world);
  const seeds: SeedResult[] = [];
  let estimated = new Float64Array(0);
  for (let seed = 1; seed <= options.seeds; seed++) {
    const log = await simulateLog(serving, seed, options.clickModel, checkpoint, rankings);
    if (seed === 1) estimated = Float64Array.from(estimatePropensities(log, plan.now));
    seeds.push(await compareOnce(serving, log, tests, seed, options, checkpoint));
    onProgress(seed / options.seeds);
  }
  const mean = (key: "grades" | "clicks" | "clicksIps" | "bm25") =>
    meanOf(seeds.map((result) => result[key]));
  const weights = clickWeights(estimated);
  return {
    ranker: options.ranker,
    clickModel: options.clickModel,
    propensities: Array.from(estimated, (value, column) => ({
      position: column + 1,
      truth: options.clickModel === "pbm" ? (world.truth.examination[column] as number) : null,
      estimated: value,
      clip: weights[column] as number,
    })),
    seeds,
    mean: {
      grades: mean("grades"),
      clicks: mean("clicks"),
      clicksIps: mean("clicksIps"),
      bm25: mean("bm25"),
    },
    gain: meanInterval(seeds.map(({ clicks, clicksIps }) => clicksIps - clicks)),
  };
}
