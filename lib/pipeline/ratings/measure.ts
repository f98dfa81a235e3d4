/**
 * Metrics of a trained pipeline on held-out ratings. Every held-out row is relevant whatever its rating; items of
 * training are removed; users without training rows get what is popular; the mean is over the held-out users.
 */
import { averagePrecisionAtK, ndcgAtK, precisionAtK, recallAtK } from "@/lib/evaluation/ranking";
import type { Checkpoint } from "../types";
import { CANDIDATES } from "./candidates";
import type { FitName } from "./evidence";
import type { HoldOut } from "./hold-out";
import type { RatingsPipeline } from "./pipeline";
import { topIndices } from "./top-indices";

const RECALL_DEPTHS = [100, 200] as const;

export type ListMetrics = { ndcg: number; map: number; precision: number; recall: number };
export type MeasuredLists = {
  readonly popularity: ListMetrics;
  /** The item-to-item model that weighs what was met together more. */
  readonly itemToItem: ListMetrics;
  /** EASE^R as published, the bar that a pipeline of two stages has to pass. */
  readonly ease: ListMetrics;
  readonly twoTower: ListMetrics;
  readonly retrieval: ListMetrics & { recallAt100: number; recallAt200: number };
  readonly pipeline: ListMetrics;
  /** How much NDCG the pipeline adds, user by user. */
  readonly gains: { readonly overRetrieval: Gain; readonly overPopularity: Gain };
};
/** Mean over users of a paired difference, and the standard error of that mean. */
export type Gain = { readonly mean: number; readonly standardError: number };

/** Sums of the metrics of one kind of list over the users. */
class Means {
  private readonly sums: Record<string, number> = {};
  private users = 0;

  /** Returns the NDCG of this list. */
  add(list: Int32Array, relevant: ReadonlySet<number>, k: number): number {
    const relevance = Array.from(list, (item) => (relevant.has(item) ? 1 : 0));
    const ndcg = ndcgAtK(relevance, new Array(relevant.size).fill(1), k, "linear");
    const values: Record<string, number> = {
      ndcg,
      map: averagePrecisionAtK(relevance, relevant.size, k),
      precision: precisionAtK(relevance, k),
      recall: recallAtK(relevance, relevant.size, k),
    };
    for (const depth of RECALL_DEPTHS)
      values[`recallAt${depth}`] = recallAtK(relevance, relevant.size, depth);
    for (const [name, value] of Object.entries(values)) this.sums[name] = (this.sums[name] ?? 0) + value;
    this.users++;
    return ndcg;
  }

  private mean = (name: string) => (this.sums[name] ?? 0) / Math.max(1, this.users);
  list = (): ListMetrics => ({
    ndcg: this.mean("ndcg"),
    map: this.mean("map"),
    precision: this.mean("precision"),
    recall: this.mean("recall"),
  });
  deep = () => ({
    ...this.list(),
    recallAt100: this.mean("recallAt100"),
    recallAt200: this.mean("recallAt200"),
  });
}

function gainOf(differences: readonly number[]): Gain {
  const count = Math.max(1, differences.length);
  const mean = differences.reduce((sum, value) => sum + value, 0) / count;
  const squares = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / Math.max(1, count - 1) / count) };
}

export async function measureLists(
  { relevantOf }: HoldOut,
  pipeline: RatingsPipeline,
  k: number,
  checkpoint: Checkpoint,
): Promise<MeasuredLists> {
  const { evidence } = pipeline;
  const { catalogue, popularity } = evidence;
  const depth = Math.max(CANDIDATES, k, ...RECALL_DEPTHS);
  const means = {
    popularity: new Means(),
    itemToItem: new Means(),
    ease: new Means(),
    twoTower: new Means(),
    retrieval: new Means(),
    pipeline: new Means(),
  };
  const toItems = (list: Int32Array) =>
    list.subarray(0, depth).map((index) => catalogue.itemOf[index] as number);
  const overRetrieval: number[] = [];
  const overPopularity: number[] = [];
  for (const [user, relevant] of relevantOf) {
    const found = evidence.of(user);
    const isSeen = new Uint8Array(catalogue.size);
    for (const item of found.history) isSeen[item] = 1;
    const listOf = (scores: Float32Array) => toItems(topIndices(scores, isSeen, depth));
    const retrieved = pipeline.retrieve(found, depth);
    const isUnknown = found.history.length === 0;
    const evidenceList = (fit: FitName) => (isUnknown ? toItems(retrieved) : listOf(found.fits[fit]));
    means.itemToItem.add(evidenceList("sequence-ease"), relevant, k);
    means.ease.add(evidenceList("ease"), relevant, k);
    means.twoTower.add(evidenceList("two-tower"), relevant, k);
    const popular = means.popularity.add(listOf(popularity.counts), relevant, k);
    const first = means.retrieval.add(toItems(retrieved), relevant, k);
    const ranked = means.pipeline.add(toItems(pipeline.rank(found, retrieved)), relevant, k);
    overPopularity.push(ranked - popular);
    overRetrieval.push(ranked - first);
    if (overRetrieval.length % 50 === 0) await checkpoint();
  }
  return {
    popularity: means.popularity.list(),
    itemToItem: means.itemToItem.list(),
    ease: means.ease.list(),
    twoTower: means.twoTower.list(),
    retrieval: means.retrieval.deep(),
    pipeline: means.pipeline.list(),
    gains: { overRetrieval: gainOf(overRetrieval), overPopularity: gainOf(overPopularity) },
  };
}
