/**
 * Chooses the first stage's settings on an inner split of the training rows; the test rows are never looked at.
 * Lambdas are climbed to from the middle of a grid, on the most frequent items, where an inverse takes a moment.
 */
import { ndcgAtK } from "@/lib/evaluation/ranking";
import type { Interactions } from "../data-sets/interactions";
import type { Checkpoint } from "../types";
import { addRows, fitEase, type ItemWeights } from "./ease";
import { easeScoresByUsers } from "./ease-by-users";
import { catalogueHistories, type EvidenceSettings, type PreparedEvidence } from "./evidence";
import { leadingGram } from "./gram";
import { pairedLead } from "./paired-lead";
import { topIndices } from "./top-indices";

const TUNING_ITEMS = 1_000;
const TUNING_USERS = 1_500;
const CUTOFF = 10;
const EASE_LAMBDAS = [20, 60, 180, 550, 1_650, 5_000] as const;
const SEQUENCE_LAMBDAS = [8, 25, 75, 225, 700, 2_100] as const;
const MIDDLE = 2;
/** Half-lives of popularity as shares of the time span. */
const HALF_LIVES = [1, 0.25, 0.06] as const;
/**
 * Standard errors by which a half-life has to be better than none: what is recent counts more when the future is asked
 * for, and is hardly ever more than chance when the past is.
 */
const CLEARLY = { forward: 0, among: 2 } as const;

type ScoreOf = (user: ValidationUser) => Float32Array;
type ValidationUser = { user: number; history: Int32Array; relevant: Set<number> };

/** Users with something held out, in catalogue numbers below `size`. */
function validationUsers(
  { histories, catalogue }: PreparedEvidence,
  held: Interactions,
  size: number,
): ValidationUser[] {
  const asked = catalogueHistories(held, catalogue);
  return histories
    .map((history, user) => ({
      user,
      history: history.filter((item) => item < size),
      relevant: new Set(asked[user]?.filter((item) => item < size)),
    }))
    .filter(({ relevant }) => relevant.size > 0)
    .slice(0, TUNING_USERS);
}

/** NDCG of each user. */
function ndcgs(users: readonly ValidationUser[], size: number, scoreOf: ScoreOf): number[] {
  return users.map((user) => {
    const { history, relevant } = user;
    const isSeen = new Uint8Array(size);
    for (const item of history) isSeen[item] = 1;
    const top = topIndices(scoreOf(user), isSeen, CUTOFF);
    const relevance = Array.from(top, (item) => (relevant.has(item) ? 1 : 0));
    return ndcgAtK(relevance, new Array(relevant.size).fill(1), CUTOFF, "linear");
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const scoreWith =
  (model: ItemWeights): ScoreOf =>
  ({ history }) => {
    const scores = new Float32Array(model.size);
    addRows(model, history, scores);
    return scores;
  };

/** EASE by the smaller of the two inverses. */
function plainScores({ histories, grams }: PreparedEvidence, size: number, lambda: number): ScoreOf {
  if (histories.length >= size)
    return scoreWith(fitEase(leadingGram(grams.plain, grams.core, size), size, lambda));
  const scores = easeScoresByUsers(histories, size, lambda);
  return ({ user }) => scores.subarray(user * size, (user + 1) * size);
}

/** The index of the highest value of a curve with one top, from `start` uphill. */
async function climb(
  length: number,
  start: number,
  ndcgOf: (index: number) => number,
  checkpoint: Checkpoint,
): Promise<number> {
  const known = new Map<number, number>();
  const value = async (index: number) => {
    const found = known.get(index);
    if (found !== undefined) return found;
    const measured = index < 0 || index >= length ? Number.NEGATIVE_INFINITY : ndcgOf(index);
    known.set(index, measured);
    await checkpoint();
    return measured;
  };
  let best = start;
  for (const step of [1, -1]) while ((await value(best + step)) > (await value(best))) best += step;
  return best;
}

export async function tuneEvidence(
  prepared: PreparedEvidence,
  held: Interactions,
  isForward: boolean,
  checkpoint: Checkpoint,
): Promise<EvidenceSettings> {
  const { grams, popularity } = prepared;
  const size = Math.min(grams.core, TUNING_ITEMS);
  const users = validationUsers(prepared, held, size);
  const bestLambda = async (lambdas: readonly number[], scoresOf: (lambda: number) => ScoreOf) => {
    const ndcgOf = (index: number) => sum(ndcgs(users, size, scoresOf(lambdas[index] as number)));
    return lambdas[await climb(lambdas.length, MIDDLE, ndcgOf, checkpoint)] as number;
  };
  const easeLambda = await bestLambda(EASE_LAMBDAS, (lambda) => plainScores(prepared, size, lambda));
  const leading = leadingGram(grams.closeness, grams.core, size);
  const sequenceLambda = await bestLambda(SEQUENCE_LAMBDAS, (lambda) =>
    scoreWith(fitEase(leading, size, lambda)),
  );
  let popularityHalfLife: number | null = null;
  let best = ndcgs(users, size, () => popularity.counts.subarray(0, size));
  for (const share of HALF_LIVES) {
    const scores = popularity.decayed(share).subarray(0, size);
    const values = ndcgs(users, size, () => scores);
    if (pairedLead(best, values) <= (isForward ? CLEARLY.forward : CLEARLY.among)) continue;
    popularityHalfLife = share;
    best = values;
  }
  return { easeLambda, sequenceLambda, popularityHalfLife, isForward };
}
