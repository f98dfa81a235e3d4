/**
 * Offline metrics on the held-out last days: for each user the satisfied watches after the moment of the request,
 * of videos that existed then and were not watched before. Lists are filtered alike, so they compare.
 */
import { ndcgAtK, recallAtK } from "@/lib/evaluation/ranking";
import { expectedSlateWatch } from "@/lib/worlds/video/behaviour";
import type { VideoWorld } from "@/lib/worlds/video/types";
import { runPipeline } from "../run";
import type { Checkpoint } from "../types";
import { queryFor } from "./cards";
import { type Knobs, knobsSchema } from "./knobs";
import type { SourceName } from "./names";
import { collectRankerExamples, type RankerExamples } from "./ranker-examples";
import type { VideoServing } from "./serving";
import type { OfflineMetrics } from "./trace";
import { evaluateRanker } from "./train-ranker";
import type { Pipeline, PipelineRun, Query } from "./types";
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

  constructor(
    private readonly world: VideoWorld,
    private readonly day: number,
  ) {}

  add(user: number, list: ArrayLike<number>, relevant: ReadonlySet<number>) {
    const relevance = Array.from(list, (item) => (relevant.has(item) ? 1 : 0));
    this.sum.ndcgAt10 += ndcgAtK(relevance, new Array(relevant.size).fill(1), CUTOFF, "linear");
    this.sum.recallAt10 += recallAtK(relevance, relevant.size, CUTOFF);
    this.sum.hitAt10 += relevance.slice(0, CUTOFF).includes(1) ? 1 : 0;
    this.sum.expectedWatch += expectedSlateWatch(
      this.world,
      user,
      Array.from(list).slice(0, CUTOFF),
      this.day,
    );
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
function filteredSource(pipeline: Pipeline, knobs: Knobs, query: Query, source: SourceName): number[] {
  const retriever = pipeline.retrievers(knobs).find(({ name }) => name === source);
  const deepest = Math.max(...RECALL_DEPTHS) + query.history.length;
  const reasonFor = pipeline.prepareFilter(query, knobs);
  return Array.from(retriever?.retrieve(query, deepest).items ?? []).filter(
    (item) => reasonFor(item) === null,
  );
}

/** Candidates that went into ranking: merged and not removed by the filter. */
const rankedCandidates = (run: PipelineRun) =>
  Array.from(run.merged.items).filter((item) => run.left.get(item)?.step !== "filter");

type HeldOutUser = { readonly user: number; readonly relevant: ReadonlySet<number> };

/** The first `limit` users who watched something in the held-out days that they could have been offered. */
function heldOutUsers(serving: VideoServing, limit: number): HeldOutUser[] {
  const all = collectWatches(serving.world, serving.plan.end);
  const users: HeldOutUser[] = [];
  for (let user = 0; user < serving.world.users.size && users.length < limit; user++) {
    const relevant = heldOutWatches(serving, all, user);
    if (relevant.size > 0) users.push({ user, relevant });
  }
  return users;
}

export async function measureOffline(
  serving: VideoServing,
  pipeline: Pipeline,
  knobs: Knobs,
  userLimit: number,
  checkpoint: Checkpoint,
  onProgress: (fraction: number) => void,
): Promise<OfflineMetrics> {
  const users = heldOutUsers(serving, userLimit);
  const newSum = () => new MetricSum(serving.world, serving.day);
  const sums = {
    popularity: newSum(),
    itemToItem: newSum(),
    twoTower: newSum(),
    ranked: newSum(),
    pipeline: newSum(),
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
    const listOf = (name: SourceName) => filteredSource(pipeline, knobs, query, name);
    const [popularity, twoTower] = [listOf("popularity"), listOf("two-tower")];
    sums.popularity.add(user, popularity, relevant);
    sums.itemToItem.add(user, listOf("item-to-item"), relevant);
    sums.twoTower.add(user, twoTower, relevant);
    const run = runPipeline(pipeline, query, { ...knobs, slateSize: CUTOFF });
    sums.ranked.add(user, runPipeline(pipeline, query, withoutRules).slate, relevant);
    sums.pipeline.add(user, run.slate, relevant);
    for (const entry of recall) {
      entry.twoTower += share(twoTower, entry.k, relevant) / users.length;
      entry.popularity += share(popularity, entry.k, relevant) / users.length;
    }
    const candidates = rankedCandidates(run);
    candidateRecall += share(candidates, candidates.length, relevant) / users.length;
    if (index % USERS_PER_CHECKPOINT === 0) {
      onProgress(index / users.length);
      await checkpoint();
    }
  }
  const ranker = serving.models.rankers[knobs.ranker];
  const examples = await collectHeldOutExamples(serving, checkpoint);
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
    headAuc: ranker ? evaluateRanker(ranker, examples).headAuc : {},
  };
}

/** What `knobs` make of the held-out users: mean metrics of their slates. */
export async function measureSlates(
  serving: VideoServing,
  pipeline: Pipeline,
  knobs: Knobs,
  userLimit: number,
  checkpoint: Checkpoint,
): Promise<RankingMetrics> {
  const sum = new MetricSum(serving.world, serving.day);
  for (const [index, { user, relevant }] of heldOutUsers(serving, userLimit).entries()) {
    const query = queryFor(serving, { kind: "user", userId: user });
    sum.add(user, runPipeline(pipeline, query, { ...knobs, slateSize: CUTOFF }).slate, relevant);
    if (index % USERS_PER_CHECKPOINT === 0) await checkpoint();
  }
  return sum.mean();
}

/** Impressions of the held-out days, with what was known at their moment. Dense features are not standardised. */
export function collectHeldOutExamples(
  { world, plan, neighbours, index, towerFeatures, models }: VideoServing,
  checkpoint: Checkpoint,
): Promise<RankerExamples> {
  const watches = collectWatches(world, plan.end);
  const sources = { world, watches, neighbours, tower: models.tower, towerFeatures, index };
  return collectRankerExamples(sources, plan.trainEnd, plan.end, HEAD_EXAMPLES, null, checkpoint);
}
