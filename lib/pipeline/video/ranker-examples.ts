/**
 * Turns the log into examples for the ranker, replaying it in the order of time: counters and history hold only what
 * was known at that moment. Impressions are examples as they are. A video found by search (position 0) is set against
 * sampled videos that the sources might have brought: without those, the ranker would only learn what people do with
 * what the old recommender showed them (Covington et al., 2016). Watches from the feed of followed creators are left
 * out: what a feed shows is always new, and set against older videos it would teach that new is good. For a share of the training examples
 * the video's past is hidden, so that the rankers know what to make of one that was never shown.
 */
import type { Random } from "@/lib/random";
import { LOG_SOURCES, type VideoWorld } from "@/lib/worlds/video/types";
import { CoWatchScorer, type Neighbours } from "../retrieval/co-watch";
import type { TwoTowerModel } from "../retrieval/two-tower-model";
import type { VectorIndex } from "../retrieval/vector-index";
import { BagBuilder } from "../training/embedding-table";
import type { Checkpoint } from "../types";
import { followedBefore } from "./followings";
import { ItemCounters } from "./item-counters";
import {
  DENSE_COUNT,
  type Evidence,
  FIELD_COUNT,
  type RankerContext,
  writeFeatures,
} from "./ranker-features";
import type { TowerFeatures } from "./tower-features";
import { UserState } from "./user-state";
import { firstWatchFrom, type Watches } from "./watches";

export const HEADS = 4;
const SLATES_PER_CHECKPOINT = 500;
const ORGANIC = LOG_SOURCES.indexOf("organic");
/** Log rows from which popular negatives are drawn. */
const RECENT_ROWS = 20_000;
/** Share of training examples whose video is shown to the ranker as if it had no past; half of them hide the creator's. */
const HIDDEN_SHARE = 0.2;

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
  const counters = new ItemCounters(catalogue);
  for (let row = 0; row < log.size && (log.day[row] as number) < day; row++) counters.add(log, row);
  return counters;
}

/** A video found by search is set against so many co-watched and so many currently popular videos. */
const CO_WATCH_NEGATIVES = 5;
const POPULAR_NEGATIVES = 3;

/**
 * Examples with fromDay <= day < toDay, at most `limit`. With `random`, watches found by search are among them;
 * without it only impressions are.
 */
export async function collectRankerExamples(
  sources: ExampleSources,
  fromDay: number,
  toDay: number,
  limit: number,
  random: Random | null,
  checkpoint: Checkpoint,
): Promise<RankerExamples> {
  const { world } = sources;
  const { log } = world;
  const counters = countUntil(world, fromDay);
  const writer = new ExampleWriter(sources, counters, limit, random);
  let row = 0;
  while (row < log.size && (log.day[row] as number) < fromDay) row++;
  let slates = 0;
  while (row < log.size && (log.day[row] as number) < toDay && writer.count < limit) {
    let end = row + 1;
    while (end < log.size && log.user[end] === log.user[row] && log.day[end] === log.day[row]) end++;
    if ((log.position[row] as number) > 0) writer.addSlate(row, end);
    else if (random && log.source[row] === ORGANIC) writer.addChoice(row, random);
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
  private readonly hiddenBags = new BagBuilder();
  private readonly withoutItems: ItemCounters;
  private readonly withoutCreators: ItemCounters;
  private coWatched: readonly number[] = [];

  /** With `random`, the past of a share of the videos is hidden. `counters` are read at the time of each example. */
  constructor(
    private readonly sources: ExampleSources,
    private readonly counters: ItemCounters,
    private readonly limit: number,
    private readonly random: Random | null,
  ) {
    this.fieldRows = new Int32Array(limit * FIELD_COUNT);
    this.dense = new Float32Array(limit * DENSE_COUNT);
    this.labels = new Float32Array(limit * HEADS);
    this.weights = new Float32Array(limit * HEADS);
    this.withoutItems = counters.hideItems(false);
    this.withoutCreators = counters.hideItems(true);
    this.user = new UserState(sources.world.catalogue);
    this.coWatch = new CoWatchScorer(sources.neighbours, sources.world.catalogue.loggedSize);
  }

  /** Prepares the state of the user of log row `row` at that moment. */
  private load(row: number): RankerContext {
    const { world, watches, towerFeatures } = this.sources;
    const user = world.log.user[row] as number;
    const day = world.log.day[row] as number;
    const language = world.users.language[user] as number;
    const start = watches.offsets[user] as number;
    const end = firstWatchFrom(watches, user, day);
    this.user.load(watches.items, watches.days, start, end, followedBefore(world, user, day));
    this.coWatched = this.coWatch.load(watches.items, start, end);
    this.bags.clear();
    towerFeatures.addUser(this.bags, watches.items, start, end, language);
    return { catalogue: world.catalogue, counters: this.counters, user: this.user, language, day };
  }

  /** The evidence and the counters of a video whose past is hidden: the two-tower has to do without its id, too. */
  private hide(context: RankerContext, item: number, userVector: Float32Array, alsoCreator: boolean) {
    const { tower, towerFeatures } = this.sources;
    this.hiddenBags.clear();
    towerFeatures.addItem(this.hiddenBags, item, { id: true, creator: alsoCreator });
    const vector = tower.encodeItems(this.hiddenBags.bags());
    const twoTower = vector.reduce((sum, value, d) => sum + value * (userVector[d] as number), 0);
    const counters = alsoCreator ? this.withoutCreators : this.withoutItems;
    return { context: { ...context, counters }, evidence: { twoTower, coWatch: 0 } };
  }

  /** Writes one example per item; `labels` and `weights` as in RankerExamples. */
  private add(
    context: RankerContext,
    items: Int32Array,
    positionOf: (i: number) => number,
    labelsOf: (i: number) => number[],
    weightsOf: (i: number) => number[],
  ) {
    const { tower, index } = this.sources;
    const scores = new Float32Array(items.length);
    const userVector = tower.encodeUsers(this.bags.bags());
    index.score(userVector, items, scores);
    for (let i = 0; i < items.length && this.count < this.limit; i++) {
      const item = items[i] as number;
      const evidence: Evidence = { twoTower: scores[i] as number, coWatch: this.coWatch.scoreOf(item) };
      const isHidden = this.random !== null && this.random.next() < HIDDEN_SHARE;
      const known = isHidden
        ? this.hide(context, item, userVector, this.random.next() < 0.5)
        : { context, evidence };
      writeFeatures(
        known.context,
        item,
        positionOf(i),
        known.evidence,
        this.fieldRows,
        this.dense,
        this.count,
      );
      this.labels.set(labelsOf(i), this.count * HEADS);
      this.weights.set(weightsOf(i), this.count * HEADS);
      this.count++;
    }
  }

  private outcome(row: number): number[] {
    const { log } = this.sources.world;
    return [log.clicked[row], log.watchFraction[row], log.liked[row], log.hidden[row]] as number[];
  }

  /** Log rows [from, to) are one slate. */
  addSlate(from: number, to: number) {
    const { log } = this.sources.world;
    const context = this.load(from);
    const clicked = (i: number) => log.clicked[from + i] as number;
    this.add(
      context,
      log.item.subarray(from, to),
      (i) => log.position[from + i] as number,
      (i) => this.outcome(from + i),
      (i) => [1, clicked(i), clicked(i), 1],
    );
  }

  /** Log row `row` is a watch found by search: it comes first, the sampled others were not chosen. */
  addChoice(row: number, random: Random) {
    const { log } = this.sources.world;
    const context = this.load(row);
    const chosen = log.item[row] as number;
    const others: number[] = [];
    for (let n = 0; n < CO_WATCH_NEGATIVES && this.coWatched.length > 0; n++)
      others.push(this.coWatched[random.integer(this.coWatched.length)] as number);
    // Rows of the log's recent past are a sample by popularity.
    for (let n = 0; n < POPULAR_NEGATIVES; n++) {
      const past = Math.max(0, row - 1 - random.integer(RECENT_ROWS));
      if (log.clicked[past]) others.push(log.item[past] as number);
    }
    const items = Int32Array.from([chosen, ...others.filter((item) => item !== chosen)]);
    const nothing = [0, 0, 0, 0];
    this.add(
      context,
      items,
      () => 0,
      (i) => (i === 0 ? this.outcome(row) : nothing),
      (i) => (i === 0 ? [1, 1, 1, 0] : [1, 0, 0, 0]),
    );
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
