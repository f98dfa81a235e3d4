/**
 * Metrics of a trained pipeline on held-out ratings. Every held-out row is relevant whatever its rating; items of
 * training are removed; users without training rows get what is popular; the mean is over the held-out users.
 */
import { averagePrecisionAtK, ndcgAtK, precisionAtK, recallAtK } from "@/lib/evaluation/ranking";
import type { Checkpoint } from "../types";
import { CANDIDATES, topIndices } from "./candidates";
import type { HoldOut } from "./hold-out";
import type { RatingsPipeline } from "./pipeline";

const RECALL_DEPTHS = [100, 200] as const;

export type ListMetrics = { ndcg: number; map: number; precision: number; recall: number };
export type MeasuredLists = {
  readonly popularity: ListMetrics;
  readonly itemToItem: ListMetrics;
  readonly twoTower: ListMetrics;
  readonly retrieval: ListMetrics & { recallAt100: number; recallAt200: number };
  readonly pipeline: ListMetrics;
};

class Means {
  private readonly sums: Record<string, number> = {};
  private users = 0;

  add(list: Int32Array, relevant: ReadonlySet<number>, k: number) {
    const relevance = Array.from(list, (item) => (relevant.has(item) ? 1 : 0));
    const values: Record<string, number> = {
      ndcg: ndcgAtK(relevance, new Array(relevant.size).fill(1), k, "linear"),
      map: averagePrecisionAtK(relevance, relevant.size, k),
      precision: precisionAtK(relevance, k),
      recall: recallAtK(relevance, relevant.size, k),
    };
    for (const depth of RECALL_DEPTHS)
      values[`recallAt${depth}`] = recallAtK(relevance, relevant.size, depth);
    for (const [name, value] of Object.entries(values)) this.sums[name] = (this.sums[name] ?? 0) + value;
    this.users++;
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

export async function measureLists(
  { relevantOf }: HoldOut,
  pipeline: RatingsPipeline,
  k: number,
  checkpoint: Checkpoint,
): Promise<MeasuredLists> {
  const { evidence } = pipeline;
  const { head, popularity } = evidence;
  const depth = Math.max(CANDIDATES, k, ...RECALL_DEPTHS);
  const means = {
    popularity: new Means(),
    itemToItem: new Means(),
    twoTower: new Means(),
    retrieval: new Means(),
    pipeline: new Means(),
  };
  const toItems = (list: Int32Array) => list.subarray(0, depth).map((index) => head.itemOf[index] as number);
  let done = 0;
  for (const [user, relevant] of relevantOf) {
    const found = evidence.of(user);
    const isSeen = new Uint8Array(head.size);
    for (const item of found.history) isSeen[item] = 1;
    const listOf = (scores: Float32Array) => toItems(topIndices(scores, isSeen, depth));
    const retrieved = pipeline.retrieve(found, depth);
    const isUnknown = found.history.length === 0;
    means.popularity.add(listOf(popularity.counts), relevant, k);
    means.itemToItem.add(isUnknown ? toItems(retrieved) : listOf(found.fits["sequence-ease"]), relevant, k);
    means.twoTower.add(isUnknown ? toItems(retrieved) : listOf(found.fits["two-tower"]), relevant, k);
    means.retrieval.add(toItems(retrieved), relevant, k);
    means.pipeline.add(toItems(pipeline.rank(found, retrieved)), relevant, k);
    if (++done % 50 === 0) await checkpoint();
  }
  return {
    popularity: means.popularity.list(),
    itemToItem: means.itemToItem.list(),
    twoTower: means.twoTower.list(),
    retrieval: means.retrieval.deep(),
    pipeline: means.pipeline.list(),
  };
}
