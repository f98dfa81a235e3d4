/**
 * The two-stage pipeline on ratings: tunes and trains the ranking stage on an inner split of the training rows, then
 * refits the first stage on all of them. Held-out rows are never looked at.
 */
import { createRandom } from "@/lib/random";
import { type Interactions, toInteractions, toRows } from "../data-sets/interactions";
import { splitByItem, splitByTime } from "../data-sets/split";
import type { WorkContext } from "../types";
import type { Blend } from "./blend";
import { CANDIDATES, describeCandidates, retrieve, type SourceMix } from "./candidates";
import {
  type Evidence,
  type EvidenceSettings,
  fitEvidence,
  prepareEvidence,
  type UserEvidence,
} from "./evidence";
import { type RankModel, trainRankModel } from "./rank-model";
import { chooseMix, collectLists } from "./ranking-lists";
import { topIndices } from "./top-indices";
import { tuneEvidence } from "./tune";

const SEED = 20;
/** Share of the training rows that the inner first stage learns from: by item, and by time. */
const INNER_SHARE = 0.9;
const INNER_TIME_SHARE = 0.8;

export type RatingsPipeline = {
  readonly settings: EvidenceSettings;
  /** How the final order is mixed; null when there was nothing to train the ranking stage on. */
  readonly blend: Blend | null;
  /** Weights of the sources in the first stage. */
  readonly mix: SourceMix;
  readonly evidence: Evidence;
  readonly trainSeconds: number;
  /** The `depth` best items of the first stage, without the history; for an unknown user what is popular. */
  retrieve(found: UserEvidence, depth: number): Int32Array;
  /** The retrieved list with its first CANDIDATES in the ranker's order. */
  rank(found: UserEvidence, retrieved: Int32Array): Int32Array;
  dispose(): void;
};

function splitInner(train: Interactions, isForward: boolean): { learn: Interactions; held: Interactions } {
  const rows = toRows(train);
  const isKept = isForward
    ? splitByTime(rows.times, INNER_TIME_SHARE)
    : splitByItem(rows.itemOf, INNER_SHARE, createRandom(SEED));
  const part = (wanted: number) => {
    const chosen = Int32Array.from(isKept.keys()).filter((row) => isKept[row] === wanted);
    const columns = {
      userOf: chosen.map((row) => rows.userOf[row] as number),
      itemOf: chosen.map((row) => rows.itemOf[row] as number),
      ratings: Float32Array.from(chosen, (row) => rows.ratings[row] as number),
      times: Float64Array.from(chosen, (row) => rows.times[row] as number),
    };
    return toInteractions(columns, train.users, train.items);
  };
  return { learn: part(1), held: part(0) };
}

/** Trains on `train` only. Dispose the result when it is no longer asked. */
export async function trainRatingsPipeline(
  train: Interactions,
  isForward: boolean,
  { checkpoint, report }: WorkContext,
): Promise<RatingsPipeline> {
  const random = createRandom(SEED);
  const start = performance.now();
  report("Choosing settings on an inner split", 0);
  const { learn, held } = splitInner(train, isForward);
  const prepared = prepareEvidence(learn);
  await checkpoint();
  const settings = await tuneEvidence(prepared, held, isForward, checkpoint);
  report("Fitting the first stage on the inner split", 0.15);
  const inner = await fitEvidence(prepared, settings, random.fork("inner"), checkpoint);
  const mix = await chooseMix(inner, held, checkpoint);
  const lists = await collectLists(inner, mix, held, checkpoint);
  inner.dispose();
  report("Training the ranking stage", 0.4);
  const ranker = lists.length > 0 ? await trainRankModel(lists, random.fork("ranker"), checkpoint) : null;
  report("Fitting the first stage on all training rows", 0.7);
  const evidence = await fitEvidence(
    prepareEvidence(train),
    settings,
    random.fork("outer"),
    checkpoint,
    inner.towerTables,
  );
  return createPipeline(evidence, mix, ranker, settings, (performance.now() - start) / 1000);
}

function createPipeline(
  evidence: Evidence,
  mix: SourceMix,
  ranker: RankModel | null,
  settings: EvidenceSettings,
  trainSeconds: number,
): RatingsPipeline {
  const { catalogue, popularity } = evidence;
  const fresh =
    settings.popularityHalfLife === null
      ? popularity.counts
      : popularity.decayed(settings.popularityHalfLife);
  return {
    settings,
    blend: ranker?.blend ?? null,
    mix,
    evidence,
    trainSeconds,
    retrieve: (found, depth) =>
      found.history.length === 0
        ? topIndices(fresh, null, depth)
        : retrieve(found, mix, catalogue.size, depth),
    rank(found, retrieved) {
      if (!ranker || found.history.length === 0) return retrieved;
      const candidates = retrieved.subarray(0, CANDIDATES);
      const scores = ranker.score(describeCandidates(evidence, found, candidates));
      const order = topIndices(scores, null, candidates.length);
      const ranked = retrieved.slice();
      ranked.set(order.map((i) => candidates[i] as number));
      return ranked;
    },
    dispose() {
      evidence.dispose();
      ranker?.dispose();
    },
  };
}
