/**
 * The second stage: a linear ranker and boosted trees (LambdaMART) on the same measures, averaged. How much of each is
 * chosen by cross-validation on the training queries, and the stage stays out when it does not beat the first one there.
 */
import { trainLambdaMart } from "../learning-to-rank/lambda-mart";
import type { RankData, RankModel } from "../learning-to-rank/rank-data";
import { pairedLead } from "../ratings/paired-lead";
import type { Checkpoint } from "../types";
import { COMPARED_COUNT, FEATURE_COUNT, PLACED_COUNT } from "./features";
import { groupedFolds } from "./folds";
import { type JudgedQuery, listQuality, relevantOf } from "./judged-queries";
import { LINEAR_DEFAULTS, linearScores, standardise, trainLinearRanker } from "./linear-ranker";

/** Candidates of one query with their measures, best of the first stage first. */
export type Example = {
  readonly query: JudgedQuery;
  readonly candidates: Int32Array;
  /** Row-major [candidates, FEATURE_COUNT]. */
  readonly features: Float32Array;
};

export type RerankerModel = {
  /** One weight for each of the first LINEAR_WIDTH measures, standardised within the query. */
  readonly weights: Float64Array;
  readonly trees: RankModel | null;
  /** Share of the trees in the average of both standardised scores. */
  readonly treeShare: number;
};

export type Validation = {
  /** Mean NDCG@10 of queries that were left out of training. */
  readonly ndcg10: number;
  readonly bm25Ndcg10: number;
  readonly folds: number;
  readonly treeShare: number;
  /** Standard errors by which the second stage leads over BM25. */
  readonly lead: number;
  /** By tree share: NDCG@10. */
  readonly byShare: readonly { readonly treeShare: number; readonly ndcg10: number }[];
};

export const LINEAR_WIDTH = COMPARED_COUNT + PLACED_COUNT;
const FOLDS = 5;
const TREE_SHARES = [0, 0.25, 0.5, 0.75] as const;
const REQUIRED_LEAD = 1;
/** Small trees: a few hundred queries carry no large ones. */
const TREE_OPTIONS = {
  objective: "lambda-rank",
  trees: 100,
  members: 2,
  leaves: 6,
  learningRate: 0.05,
  minRows: 50,
  featureShare: 0.3,
  queryShare: 0.6,
} as const;

const gradesOf = ({ query, candidates }: Example) =>
  Float32Array.from(candidates, (item) => query.grades.get(item) ?? 0);

function toRankData(examples: readonly Example[]): RankData {
  const offsets = new Int32Array(examples.length + 1);
  examples.forEach(({ candidates }, i) => {
    offsets[i + 1] = (offsets[i] as number) + candidates.length;
  });
  const rows = offsets[examples.length] as number;
  const data = { features: new Float32Array(rows * FEATURE_COUNT), grades: new Float32Array(rows), offsets };
  examples.forEach((example, i) => {
    data.features.set(example.features, (offsets[i] as number) * FEATURE_COUNT);
    data.grades.set(gradesOf(example), offsets[i]);
  });
  return { ...data, width: FEATURE_COUNT };
}

/** Queries of which a candidate is relevant: the others teach nothing. */
const teachable = (examples: readonly Example[]) =>
  examples.filter((example) => {
    const grades = gradesOf(example);
    return grades.some((grade) => grade > 0) && grades.some((grade) => grade === 0);
  });

function trainLinear(examples: readonly Example[]): Float64Array {
  const rows = examples.map((example) => ({
    features: standardise(example.features, FEATURE_COUNT, LINEAR_WIDTH),
    grades: gradesOf(example),
  }));
  return trainLinearRanker(rows, LINEAR_WIDTH, LINEAR_DEFAULTS);
}

async function trainParts(examples: readonly Example[], checkpoint: Checkpoint) {
  const usable = teachable(examples);
  const weights = trainLinear(usable);
  await checkpoint();
  return { weights, trees: await trainLambdaMart(toRankData(usable), TREE_OPTIONS, checkpoint) };
}

/** Both parts of the score, each standardised within the query, and their average. */
export function rerankScores({ weights, trees, treeShare }: RerankerModel, features: Float32Array) {
  const rows = features.length / FEATURE_COUNT;
  const linear = standardise(linearScores(standardise(features, FEATURE_COUNT, LINEAR_WIDTH), weights), 1, 1);
  const boosted = trees ? standardise(trees.score(features, rows), 1, 1) : new Float32Array(rows);
  const scores = linear.map((score, row) => (1 - treeShare) * score + treeShare * (boosted[row] as number));
  return { linear, boosted, scores };
}

/** Row numbers, best first; equal ones stay in the order of the first stage. */
export function orderRows(scores: Float32Array): Int32Array {
  return Int32Array.from(scores.keys()).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
  );
}

export const reorder = (candidates: Int32Array, scores: Float32Array): Int32Array =>
  orderRows(scores).map((row) => candidates[row] as number);

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export type TrainedReranker = { readonly model: RerankerModel | null; readonly validation: Validation };

/**
 * Trains on all examples with the share that leaves-out folds liked best. `model` is null when that did not beat `bm25`
 * (NDCG@10 of each example's BM25 list) by more than chance. Throws an AppError when there is nothing to learn.
 */
export async function trainReranker(
  examples: readonly Example[],
  bm25: readonly number[],
  checkpoint: Checkpoint,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<TrainedReranker> {
  const foldOf = groupedFolds(
    examples.map(({ query }) => relevantOf(query)),
    FOLDS,
  );
  const byShare = TREE_SHARES.map(() => new Array<number>(examples.length).fill(0));
  for (let fold = 0; fold < FOLDS; fold++) {
    const parts = await trainParts(
      examples.filter((_, i) => foldOf[i] !== fold),
      checkpoint,
    );
    examples.forEach(({ query, candidates, features }, i) => {
      if (foldOf[i] !== fold) return;
      TREE_SHARES.forEach((treeShare, s) => {
        const { scores } = rerankScores({ ...parts, treeShare }, features);
        (byShare[s] as number[])[i] = listQuality(query, reorder(candidates, scores)).ndcg10;
      });
    });
    onProgress((fold + 1) / (FOLDS + 1));
    await checkpoint();
  }
  const means = byShare.map(mean);
  const best = means.indexOf(Math.max(...means));
  const lead = pairedLead(bm25, byShare[best] ?? []);
  const treeShare = TREE_SHARES[best] as number;
  const validation = {
    ndcg10: means[best] as number,
    bm25Ndcg10: mean(bm25),
    folds: FOLDS,
    treeShare,
    lead,
    byShare: TREE_SHARES.map((share, s) => ({ treeShare: share, ndcg10: means[s] as number })),
  };
  if (lead < REQUIRED_LEAD) return { model: null, validation };
  const model = { ...(await trainParts(examples, checkpoint)), treeShare };
  onProgress(1);
  return { model, validation };
}
