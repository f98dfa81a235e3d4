/** Judged documents from two files to figures: settings and baseline are picked on the first, measured on the second. */
import { groupRows, parseGroupSizes, toRankData } from "../data-sets/query-groups";
import { readSvmlight } from "../data-sets/svmlight";
import type { RankingResult } from "../workers/calls/rank-calls";
import { findBestFeature, scoreByFeature } from "./best-feature";
import { type FitContext, fitRanking } from "./fit-ranking";
import { judge, ndcgByDepth, queryNdcg } from "./quality";
import { queryCount, type RankData, type RankModel } from "./rank-data";

export type JudgedFile = { readonly name: string; readonly file: Blob; readonly groups: string | null };
export type EvaluationParams = {
  readonly train: JudgedFile;
  readonly test: JudgedFile;
  readonly empty: number;
  readonly seed: number;
};

const TOP_FEATURES = 10;

async function readRows({ name, file, groups }: JudgedFile, { checkpoint, report }: FitContext) {
  const rows = await readSvmlight(file, {
    checkpoint,
    onBytes: (bytes) => report(`Reading ${name}`, bytes / Math.max(1, file.size)),
  });
  const sizes = groups === null ? null : parseGroupSizes(groups, `${name}.query`);
  return { rows, offsets: groupRows(rows, sizes, name) };
}

export async function evaluateRanking(
  { train: trainFile, test: testFile, empty, seed }: EvaluationParams,
  context: FitContext,
): Promise<RankingResult> {
  const trainRead = await readRows(trainFile, context);
  const testRead = await readRows(testFile, context);
  // What only test rows have cannot be learnt, so the training file sets the width.
  const width = trainRead.rows.lastFeature + 1;
  const train = toRankData(trainRead.rows, trainRead.offsets, width);
  const test = toRankData(testRead.rows, testRead.offsets, width);
  const start = performance.now();
  const { model, report } = await fitRanking(train, seed, context);
  const trainSeconds = (performance.now() - start) / 1_000;
  const scores = model.score(test.features, test.grades.length);
  return {
    queries: queryCount(test),
    rows: test.grades.length,
    emptyQueries: countEmpty(test),
    trainQueries: queryCount(train),
    trainRows: train.grades.length,
    features: width,
    trainSeconds,
    ndcg: ndcgByDepth(test, scores, empty),
    bestFeature: measureBestFeature(train, test, empty),
    validation: { ...report, candidates: [...report.candidates] },
    topFeatures: topFeatures(model),
  };
}

function countEmpty(data: RankData): number {
  const judgements = judge(data);
  let count = 0;
  for (let q = 0; q < queryCount(data); q++)
    count += Number(queryNdcg(judgements, q, data.grades, 0) === null);
  return count;
}

function measureBestFeature(train: RankData, test: RankData, empty: number): RankingResult["bestFeature"] {
  const best = findBestFeature(train);
  const ndcg = ndcgByDepth(test, scoreByFeature(test, best), empty);
  return { ...best, ndcg1: ndcg[1], ndcg3: ndcg[3], ndcg5: ndcg[5], ndcg10: ndcg[10] };
}

const topFeatures = ({ featureGains }: RankModel): RankingResult["topFeatures"] =>
  Array.from(featureGains, (share, index) => ({ index, share }))
    .sort((a, b) => b.share - a.share)
    .slice(0, TOP_FEATURES)
    .filter(({ share }) => share > 0);
