/**
 * Turns impressions into examples for the ranker, replaying the log in the order of time: counters and history hold
 * only what was known when the slate was shown.
 */
import type { VideoWorld } from "@/lib/worlds/video/types";
import { CoWatchScorer, type Neighbours } from "../retrieval/co-watch";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import type { VectorIndex } from "../retrieval/vector-index";
import { BagBuilder } from "../training/embedding-table";
import type { Checkpoint } from "../types";
import { ItemCounters } from "./item-counters";
import { DENSE_COUNT, FIELD_COUNT, type RankerContext, writeFeatures } from "./ranker-features";
import type { TowerFeatures } from "./tower-features";
import { UserState } from "./user-state";
import { firstWatchFrom, type Watches } from "./watches";

export const HEADS = 4;
const SLATES_PER_CHECKPOINT = 500;

export type RankerExamples = {
  readonly count: number;
  readonly fieldRows: Int32Array;
  readonly dense: Float32Array;
  /** [count, HEADS] in the order click, watch, like, hide. */
  readonly labels: Float32Array;
  readonly weights: Float32Array;
};

export type ExampleSources = {
  readonly world: VideoWorld;
  /** Watches of the whole log: each example reads only those before its own day. */
  readonly watches: Watches;
  readonly neighbours: Neighbours;
  readonly tower: TwoTowerModel;
  readonly towerFeatures: TowerFeatures;
  readonly index: VectorIndex;
};

/** Counters of everything before `day`. */
export function countUntil({ log, catalogue }: VideoWorld, day: number): ItemCounters {
  const counters = new ItemCounters(catalogue.size);
  for (let row = 0; row < log.size && (log.day[row] as number) < day; row++) counters.add(log, row);
  return counters;
}

/** Impressions with fromDay <= day < toDay, at most `limit`. */
export async function collectRankerExamples(
  sources: ExampleSources,
  fromDay: number,
  toDay: number,
  limit: number,
  checkpoint: Checkpoint,
): Promise<RankerExamples> {
  const { world } = sources;
  const { log } = world;
  const writer = new ExampleWriter(sources, limit);
  const counters = countUntil(world, fromDay);
  let row = 0;
  while (row < log.size && (log.day[row] as number) < fromDay) row++;
  let slates = 0;
  while (row < log.size && (log.day[row] as number) < toDay && writer.count < limit) {
    let end = row + 1;
    while (end < log.size && log.user[end] === log.user[row] && log.day[end] === log.day[row]) end++;
    if ((log.position[row] as number) > 0) writer.addSlate(counters, row, end);
    for (let k = row; k < end; k++) counters.add(log, k);
    row = end;
    if (++slates % SLATES_PER_CHECKPOINT === 0) await checkpoint();
  }
  return writer.finish();
}

class ExampleWriter {
  count = 0;
  private readonly fieldRows: Int32Array;
  private readonly dense: Float32Array;
  private readonly labels: Float32Array;
  private readonly weights: Float32Array;
  private readonly user: UserState;
  private readonly coWatch: CoWatchScorer;
  private readonly bags = new BagBuilder();

  constructor(
    private readonly sources: ExampleSources,
    private readonly limit: number,
  ) {
    this.fieldRows = new Int32Array(limit * FIELD_COUNT);
    this.dense = new Float32Array(limit * DENSE_COUNT);
    this.labels = new Float32Array(limit * HEADS);
    this.weights = new Float32Array(limit * HEADS);
    this.user = new UserState(sources.world.catalogue);
    this.coWatch = new CoWatchScorer(sources.neighbours, sources.world.catalogue.size);
  }

  /** Log rows [from, to) are one slate. */
  addSlate(counters: ItemCounters, from: number, to: number) {
    const { world, watches, tower, towerFeatures, index } = this.sources;
    const { log } = world;
    const user = log.user[from] as number;
    const day = log.day[from] as number;
    const language = world.users.language[user] as number;
    const start = watches.offsets[user] as number;
    const end = firstWatchFrom(watches, user, day);
    this.user.load(watches.items, watches.days, start, end);
    this.coWatch.load(watches.items, start, end);
    this.bags.clear();
    towerFeatures.addUser(this.bags, watches.items, start, end, language);
    const items = log.item.subarray(from, to);
    const scores = new Float32Array(items.length);
    index.score(tower.encodeUsers(this.bags.bags()), items, scores);
    const context: RankerContext = { catalogue: world.catalogue, counters, user: this.user, language, day };
    for (let row = from; row < to && this.count < this.limit; row++) {
      const item = log.item[row] as number;
      const evidence = { twoTower: scores[row - from] as number, coWatch: this.coWatch.scoreOf(item) };
      const position = log.position[row] as number;
      writeFeatures(context, item, position, evidence, this.fieldRows, this.dense, this.count);
      const clicked = log.clicked[row] as number;
      const at = this.count * HEADS;
      this.labels.set(
        [clicked, log.watchFraction[row] as number, log.liked[row] as number, log.hidden[row] as number],
        at,
      );
      this.weights.set([1, clicked, clicked, 1], at);
      this.count++;
    }
  }

  finish(): RankerExamples {
    const { count } = this;
    return {
      count,
      fieldRows: this.fieldRows.subarray(0, count * FIELD_COUNT),
      dense: this.dense.subarray(0, count * DENSE_COUNT),
      labels: this.labels.subarray(0, count * HEADS),
      weights: this.weights.subarray(0, count * HEADS),
    };
  }
}
