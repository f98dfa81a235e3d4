/**
 * Offline metrics on the held-out last days: for each user the satisfied watches after the moment of the request,
 * of videos that existed then and were not watched before. Lists are filtered alike, so they compare.
 */
import { ndcgAtK, recallAtK } from "@/lib/evaluation/ranking";
import { expectedSlateWatch } from "@/lib/worlds/video/behaviour";
import type { VideoWorld } from "@/lib/worlds/video/types";
import { type Knobs, knobsSchema } from "../knobs";
import { type Pipeline, type PipelineRun, runPipeline } from "../run";
import type { OfflineMetrics } from "../trace";
import type { Checkpoint, Query, SourceName } from "../types";
import { SOURCE_NAMES } from "../types";
import { queryFor } from "./cards";
import { collectRankerExamples } from "./ranker-examples";
import { standardise } from "./ranker-features";
import type { VideoServing } from "./serving";
import { measureHeads } from "./train-ranker";
import { collectWatches, firstWatchFrom, type Watches } from "./watches";

const CUTOFF = 10;
const RECALL_DEPTHS = [50, 100, 200, 500] as const;
const HEAD_EXAMPLES = 20_000;
const USERS_PER_CHECKPOINT = 10;

type RankingMetrics = OfflineMetrics["pipeline"];

/** The watches that user `user` should be offered: row numbers of videos. */
export function heldOutWatches(
  { world, day, watches }: Pick<VideoServing, "world" | "day" | "watches">,
  all: Watches,
  user: number,
): Set<number> {
  const seen = new Set(
    watches.items.subarray(watches.offsets[user] as number, watches.offsets[user + 1] as number),
  );
  const relevant = new Set<number>();
  for (let w = firstWatchFrom(all, user, day); w < (all.offsets[user + 1] as number); w++) {
    const item = all.items[w] as number;
    if (all.isSatisfied[w] && !seen.has(item) && (world.catalogue.uploadDay[item] as number) <= day)
      relevant.add(item);
  }
  return relevant;
}

class MetricSum {
  private readonly sum: RankingMetrics = { ndcgAt10: 0, recallAt10: 0, hitAt10: 0, expectedWatch: 0 };
  private users = 0;

  constructor(private readonly world: VideoWorld) {}

  add(user: number, list: ArrayLike<number>, relevant: ReadonlySet<number>) {
    const relevance = Array.from(list, (item) => (relevant.has(item) ? 1 : 0));
    this.sum.ndcgAt10 += ndcgAtK(relevance, new Array(relevant.size).fill(1), CUTOFF, "linear");
    this.sum.recallAt10 += recallAtK(relevance, relevant.size, CUTOFF);
    this.sum.hitAt10 += relevance.slice(0, CUTOFF).includes(1) ? 1 : 0;
    this.sum.expectedWatch += expectedSlateWatch(this.world, user, Array.from(list).slice(0, CUTOFF));
    this.users++;
  }

  mean(): RankingMetrics {
    const n = Math.max(1, this.users);
    return {
      ndcgAt10: this.sum.ndcgAt10 / n,
      recallAt10: this.sum.recallAt10 / n,
      hitAt10: this.sum.hitAt10 / n,
      expectedWatch: this.sum.expectedWatch / n,
    };
  }
}

const share = (list: ArrayLike<number>, depth: number, relevant: ReadonlySet<number>) =>
  recallAtK(
    Array.from(list, (item) => (relevant.has(item) ? 1 : 0)),
    relevant.size,
    depth,
  );

/** The list of one source after the filter, deep enough for the deepest recall. */
function filteredSource(pipeline: Pipeline, query: Query, source: SourceName): number[] {
  const retriever = pipeline.retrievers.find(({ name }) => name === source);
  const deepest = Math.max(...RECALL_DEPTHS) + query.history.length;
  const reasonFor = pipeline.prepareFilter(query);
  return Array.from(retriever?.retrieve(query, deepest).items ?? []).filter(
    (item) => reasonFor(item) === null,
  );
}

/** Candidates that went into ranking: merged and not removed by the filter. */
const rankedCandidates = (run: PipelineRun) =>
  Array.from(run.merged.items).filter((item) => run.left.get(item)?.step !== "filter");

export async function measureOffline(
  serving: VideoServing,
  pipeline: Pipeline,
  knobs: Knobs,
  userLimit: number,
  checkpoint: Checkpoint,
  onProgress: (fraction: number) => void,
): Promise<OfflineMetrics> {
  const all = collectWatches(serving.world, serving.plan.end);
  const users = Array.from({ length: serving.world.users.size }, (_, user) => user)
    .map((user) => ({ user, relevant: heldOutWatches(serving, all, user) }))
    .filter(({ relevant }) => relevant.size > 0)
    .slice(0, userLimit);
  const sums = {
    popularity: new MetricSum(serving.world),
    itemToItem: new MetricSum(serving.world),
    twoTower: new MetricSum(serving.world),
    ranked: new MetricSum(serving.world),
    pipeline: new MetricSum(serving.world),
  };
  const recall = RECALL_DEPTHS.map((k) => ({ k, twoTower: 0, popularity: 0 }));
  const withoutRules = knobsSchema.parse({
    ...knobs,
    slateSize: CUTOFF,
    ablate: [...knobs.ablate, "rules", "diversify"],
  });
  let candidateRecall = 0;
  for (const [index, { user, relevant }] of users.entries()) {
    const query = queryFor(serving, { kind: "user", userId: user });
    const lists = Object.fromEntries(
      SOURCE_NAMES.map((name) => [name, filteredSource(pipeline, query, name)]),
    ) as Record<SourceName, number[]>;
    sums.popularity.add(user, lists.popularity, relevant);
    sums.itemToItem.add(user, lists["item-to-item"], relevant);
    sums.twoTower.add(user, lists["two-tower"], relevant);
    const run = runPipeline(pipeline, query, { ...knobs, slateSize: CUTOFF });
    sums.ranked.add(user, runPipeline(pipeline, query, withoutRules).slate, relevant);
    sums.pipeline.add(user, run.slate, relevant);
    for (const entry of recall) {
      entry.twoTower += share(lists["two-tower"], entry.k, relevant) / users.length;
      entry.popularity += share(lists.popularity, entry.k, relevant) / users.length;
    }
    const candidates = rankedCandidates(run);
    candidateRecall += share(candidates, candidates.length, relevant) / users.length;
    if (index % USERS_PER_CHECKPOINT === 0) {
      onProgress(index / users.length);
      await checkpoint();
    }
  }
  return {
    users: users.length,
    heldOutDays: serving.plan.end - serving.plan.trainEnd,
    popularity: sums.popularity.mean(),
    itemToItem: sums.itemToItem.mean(),
    twoTower: sums.twoTower.mean(),
    ranked: sums.ranked.mean(),
    pipeline: sums.pipeline.mean(),
    retrievalRecall: recall,
    candidateRecall,
    headAuc: await measureHeldOutHeads(serving, all, checkpoint),
  };
}

async function measureHeldOutHeads(serving: VideoServing, all: Watches, checkpoint: Checkpoint) {
  const { world, plan, neighbours, index, towerFeatures, models } = serving;
  const sources = { world, watches: all, neighbours, tower: models.tower, towerFeatures, index };
  const examples = await collectRankerExamples(
    sources,
    plan.trainEnd,
    plan.end,
    HEAD_EXAMPLES,
    null,
    checkpoint,
  );
  standardise(examples.dense, examples.count, models.ranker.standardisation);
  return measureHeads(models.ranker.model, examples);
}
