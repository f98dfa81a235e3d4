/**
 * The whole pipeline on imported ratings: tune and train the ranking stage on an inner split of the training rows,
 * refit the first stage on all of them, then rank every training item for each test user and measure.
 * Every test row is relevant whatever its rating; items of training are removed; users without training rows get
 * what is popular; the mean is over the test users.
 */
import { averagePrecisionAtK, ndcgAtK, precisionAtK, recallAtK } from "@/lib/evaluation/ranking";
import { createRandom } from "@/lib/random";
import { type Interactions, type Row, toInteractions, toRows } from "../data-sets/interactions";
import type { RatingRows } from "../data-sets/ratings-file";
import { splitByItem, splitByTime } from "../data-sets/split";
import type { Checkpoint } from "../types";
import { CANDIDATES, describeCandidates, retrieve, topIndices } from "./candidates";
import { type Evidence, type EvidenceSettings, fitEvidence } from "./evidence";
import { type RankingList, type RankModel, trainRankModel } from "./rank-model";
import { tuneEvidence } from "./tune";

const SEED = 20;
/** Share of the training rows that the inner first stage learns from: by item, and by time. */
const INNER_SHARE = 0.9;
const INNER_TIME_SHARE = 0.8;
/** Users whose lists train the ranking stage. */
const MAX_RANKING_USERS = 3_000;
const RECALL_DEPTHS = [100, 200] as const;

export type ListMetrics = { ndcg: number; map: number; precision: number; recall: number };
export type RatingsResult = {
  readonly users: number;
  readonly items: number;
  readonly trainRows: number;
  readonly testRows: number;
  readonly trainSeconds: number;
  readonly settings: EvidenceSettings;
  readonly popularity: ListMetrics;
  readonly itemToItem: ListMetrics;
  readonly twoTower: ListMetrics;
  readonly retrieval: ListMetrics & { recallAt100: number; recallAt200: number };
  readonly pipeline: ListMetrics;
};
export type EvaluationContext = {
  readonly checkpoint: Checkpoint;
  report(activity: string, fraction: number): void;
};

type Coded = {
  train: Interactions;
  relevantOf: Map<number, Set<number>>;
  testRows: number;
  isForward: boolean;
};

/** Dense ids from the training rows. Unknown test users get ids of their own, unknown test items negative ones. */
function codeRows(train: RatingRows, test: RatingRows): Coded {
  const userIds = new Map<string, number>();
  const itemIds = new Map<string, number>();
  const idIn = (ids: Map<string, number>, name: string) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    ids.set(name, ids.size);
    return ids.size - 1;
  };
  const rows: Row[] = train.users.map((user, i) => ({
    user: idIn(userIds, user),
    item: idIn(itemIds, train.items[i] as string),
    rating: train.ratings[i] as number,
    time: train.times[i] as number,
  }));
  const trainUsers = userIds.size;
  const trainItems = itemIds.size;
  const relevantOf = new Map<number, Set<number>>();
  for (const [i, name] of test.users.entries()) {
    const user = idIn(userIds, name);
    const item = idIn(itemIds, test.items[i] as string);
    const relevant = relevantOf.get(user) ?? new Set();
    relevantOf.set(user, relevant.add(item));
  }
  // The moment of the request is known to whoever serves it: does the test lie after all that is learnt from?
  const latest = train.times.reduce((top, time) => Math.max(top, time), Number.NEGATIVE_INFINITY);
  const earliest = test.times.reduce((low, time) => Math.min(low, time), Number.POSITIVE_INFINITY);
  return {
    train: toInteractions(rows, trainUsers, trainItems),
    relevantOf,
    testRows: test.count,
    isForward: earliest >= latest && latest > 0,
  };
}

function splitInner(train: Interactions, isForward: boolean): { learn: Interactions; held: Interactions } {
  const rows = toRows(train);
  const isKept = isForward
    ? splitByTime(rows, INNER_TIME_SHARE)
    : splitByItem(rows, INNER_SHARE, createRandom(SEED));
  return {
    learn: toInteractions(
      rows.filter((_, i) => isKept[i]),
      train.users,
      train.items,
    ),
    held: toInteractions(
      rows.filter((_, i) => !isKept[i]),
      train.users,
      train.items,
    ),
  };
}

/** One list per user of the inner split: candidates, features, and which of them were held out. */
async function collectLists(
  evidence: Evidence,
  held: Interactions,
  checkpoint: Checkpoint,
): Promise<RankingList[]> {
  const lists: RankingList[] = [];
  for (let user = 0; user < held.users && lists.length < MAX_RANKING_USERS; user++) {
    const asked = new Set(
      held.itemOf.subarray(held.offsets[user] as number, held.offsets[user + 1] as number),
    );
    if (asked.size === 0) continue;
    const found = evidence.of(user);
    const candidates = retrieve(found, evidence.head.size, CANDIDATES);
    const positives = Int32Array.from(candidates.keys()).filter((i) =>
      asked.has(evidence.head.itemOf[candidates[i] as number] as number),
    );
    if (positives.length === 0 || candidates.length < CANDIDATES) continue;
    lists.push({ ...describeCandidates(evidence, found, candidates), positives });
    if (lists.length % 50 === 0) await checkpoint();
  }
  return lists;
}

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

/** Trains on `train` only; returns the metrics at cut-off k on `test`. */
export async function evaluateRatings(
  trainRows: RatingRows,
  testRows: RatingRows,
  k: number,
  context: EvaluationContext,
): Promise<RatingsResult> {
  const { checkpoint, report } = context;
  const coded = codeRows(trainRows, testRows);
  const { train, isForward } = coded;
  const random = createRandom(SEED);
  const start = performance.now();
  report("Choosing settings on an inner split", 0);
  const { learn, held } = splitInner(train, isForward);
  const settings = await tuneEvidence(learn, held, isForward, checkpoint);
  report("Fitting the first stage on the inner split", 0.15);
  const inner = await fitEvidence(learn, settings, random.fork("inner"), checkpoint);
  const lists = await collectLists(inner, held, checkpoint);
  inner.dispose();
  report("Training the ranking stage", 0.4);
  const ranker = lists.length > 0 ? await trainRankModel(lists, random.fork("ranker"), checkpoint) : null;
  report("Fitting the first stage on all training rows", 0.7);
  const evidence = await fitEvidence(train, settings, random.fork("outer"), checkpoint);
  const trainSeconds = (performance.now() - start) / 1000;
  report("Ranking for the test users", 0.9);
  const means = await measure(coded, evidence, ranker, settings, k, checkpoint);
  evidence.dispose();
  ranker?.dispose();
  return {
    users: train.users,
    items: train.items,
    trainRows: train.itemOf.length,
    testRows: coded.testRows,
    trainSeconds,
    settings,
    popularity: means.popularity.list(),
    itemToItem: means.itemToItem.list(),
    twoTower: means.twoTower.list(),
    retrieval: means.retrieval.deep(),
    pipeline: means.pipeline.list(),
  };
}

async function measure(
  coded: Coded,
  evidence: Evidence,
  ranker: RankModel | null,
  settings: EvidenceSettings,
  k: number,
  checkpoint: Checkpoint,
) {
  const { head, popularity } = evidence;
  const depth = Math.max(k, ...RECALL_DEPTHS);
  const means = {
    popularity: new Means(),
    itemToItem: new Means(),
    twoTower: new Means(),
    retrieval: new Means(),
    pipeline: new Means(),
  };
  const toItems = (list: Int32Array) => list.subarray(0, depth).map((index) => head.itemOf[index] as number);
  const fresh =
    settings.popularityHalfLife === null
      ? popularity.counts
      : popularity.decayed(settings.popularityHalfLife);
  let done = 0;
  for (const [user, relevant] of coded.relevantOf) {
    const found = evidence.of(user);
    const isSeen = new Uint8Array(head.size);
    for (const item of found.history) isSeen[item] = 1;
    const top = (scores: Float32Array) => toItems(topIndices(scores, isSeen, depth));
    means.popularity.add(top(popularity.counts), relevant, k);
    const isUnknown = found.history.length === 0;
    const listOf = (scores: Float32Array) => top(isUnknown ? fresh : scores);
    means.itemToItem.add(listOf(found.fits["sequence-ease"]), relevant, k);
    means.twoTower.add(listOf(found.fits["two-tower"]), relevant, k);
    const retrieved = isUnknown
      ? topIndices(fresh, isSeen, depth)
      : retrieve(found, head.size, Math.max(depth, CANDIDATES));
    means.retrieval.add(toItems(retrieved), relevant, k);
    means.pipeline.add(
      toItems(isUnknown || !ranker ? retrieved : rankList(evidence, found, retrieved, ranker)),
      relevant,
      k,
    );
    if (++done % 50 === 0) await checkpoint();
  }
  return means;
}

/** The first CANDIDATES of the retrieved list in the ranker's order, then the rest as retrieved. */
function rankList(
  evidence: Evidence,
  found: ReturnType<Evidence["of"]>,
  retrieved: Int32Array,
  ranker: RankModel,
): Int32Array {
  const candidates = retrieved.subarray(0, CANDIDATES);
  const scores = ranker.score(describeCandidates(evidence, found, candidates));
  const order = topIndices(scores, new Uint8Array(candidates.length), candidates.length);
  return Int32Array.from([
    ...Array.from(order, (i) => candidates[i] as number),
    ...retrieved.subarray(CANDIDATES),
  ]);
}
