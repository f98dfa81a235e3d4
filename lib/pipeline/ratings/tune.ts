/**
 * Chooses the first stage's settings on an inner split of the training rows; the test rows are never looked at.
 * The grid is small and runs on the most frequent items, where its inverses take a fraction of a second.
 */
import { ndcgAtK } from "@/lib/evaluation/ranking";
import { countItems, type Interactions } from "../data-sets/interactions";
import type { Checkpoint } from "../types";
import { topIndices } from "./candidates";
import { addRows, fitEase, type ItemWeights } from "./ease";
import type { EvidenceSettings } from "./evidence";
import { chooseHead, gramMatrix, type Head } from "./gram";
import { createPopularity } from "./popularity";
import { midRanks } from "./positions";
import { headHistories } from "./tower";

const TUNING_HEAD = 1_500;
const TUNING_USERS = 1_500;
const CUTOFF = 10;
const EASE_LAMBDAS = [20, 60, 180, 550, 1_650] as const;
const SEQUENCE_LAMBDAS = [8, 25, 75, 225, 700] as const;
const HALF_LIVES = [null, 1, 0.25, 0.06] as const;

type ValidationUser = { history: Int32Array; relevant: Set<number> };

/** Users with something held out, in head numbers. */
function validationUsers(train: Interactions, held: Interactions, head: Head): ValidationUser[] {
  const histories = headHistories(train, head);
  const asked = headHistories(held, head);
  return histories
    .map((history, user) => ({ history, relevant: new Set(asked[user]) }))
    .filter(({ relevant }) => relevant.size > 0)
    .slice(0, TUNING_USERS);
}

function meanNdcg(
  users: readonly ValidationUser[],
  size: number,
  scoreOf: (history: Int32Array) => Float32Array,
): number {
  let sum = 0;
  for (const { history, relevant } of users) {
    const isSeen = new Uint8Array(size);
    for (const item of history) isSeen[item] = 1;
    const top = topIndices(scoreOf(history), isSeen, CUTOFF);
    const relevance = Array.from(top, (item) => (relevant.has(item) ? 1 : 0));
    sum += ndcgAtK(relevance, new Array(relevant.size).fill(1), CUTOFF, "linear");
  }
  return sum / Math.max(1, users.length);
}

const scoreWith = (model: ItemWeights) => (history: Int32Array) => {
  const scores = new Float32Array(model.size);
  addRows(model, history, scores);
  return scores;
};

/** The candidate with the highest value; the first of equals. */
function bestOf<T>(candidates: readonly T[], scoreOf: (candidate: T) => number): T {
  const values = candidates.map(scoreOf);
  return candidates[values.indexOf(Math.max(...values))] as T;
}

export async function tuneEvidence(
  train: Interactions,
  held: Interactions,
  isForward: boolean,
  checkpoint: Checkpoint,
): Promise<EvidenceSettings> {
  const head = chooseHead(countItems(train), TUNING_HEAD);
  const users = validationUsers(train, held, head);
  const positions = midRanks(train);
  const together = gramMatrix(train, positions, head, "plain");
  const easeLambda = bestOf(EASE_LAMBDAS, (lambda) =>
    meanNdcg(users, head.size, scoreWith(fitEase(together, head.size, lambda))),
  );
  await checkpoint();
  const close = gramMatrix(train, positions, head, "closeness");
  const sequenceLambda = bestOf(SEQUENCE_LAMBDAS, (lambda) =>
    meanNdcg(users, head.size, scoreWith(fitEase(close, head.size, lambda))),
  );
  await checkpoint();
  const popularity = createPopularity(train, head);
  const popularityHalfLife = bestOf(HALF_LIVES, (share) => {
    const scores = share === null ? popularity.counts : popularity.decayed(share);
    return meanNdcg(users, head.size, () => scores);
  });
  return { easeLambda, sequenceLambda, popularityHalfLife, isForward };
}
