/** Judged documents from two files to figures: settings and baseline are picked on the first, measured on the second. */
import { AppError } from "@/lib/errors";
import type { BadRows } from "../data-sets/bad-rows";
import { groupRows, parseGroupSizes, toRankData } from "../data-sets/query-groups";
import { readSvmlight } from "../data-sets/svmlight";
import type { WorkContext } from "../types";
import type { RankingResult } from "../workers/calls/rank-calls";
import { findBestFeature, scoreByFeature } from "./best-feature";
import { fitRanking } from "./fit-ranking";
import { judge, ndcgByDepth, queryNdcg } from "./quality";
import { queryCount, type RankData, type RankModel } from "./rank-data";

export type JudgedFile = { readonly name: string; readonly file: Blob; readonly groups: Blob | null };
export type EvaluationParams = {
  readonly train: JudgedFile;
  readonly test: JudgedFile;
  readonly empty: number;
  readonly seed: number;
};

const TOP_FEATURES = 10;

/** 240 MB as a table of numbers; the trees take a quarter of that besides. */
export const MAX_TABLE_CELLS = 60_000_000;

export type ReadJudged = { readonly name: string; readonly data: RankData; readonly bad: BadRows };

async function readRows({ name, file, groups }: JudgedFile, { checkpoint, report }: WorkContext) {
  const rows = await readSvmlight(file, {
    checkpoint,
    onBytes: (bytes) => report(`Reading ${name}`, bytes / Math.max(1, file.size)),
  });
  const sizes = groups === null ? null : parseGroupSizes(await groups.text(), `${name}.query`);
  return { rows, offsets: groupRows(rows, sizes, name) };
}

/**
 * Files as tables of one width: that of the first, which is learnt from. What only other files have cannot be learnt.
 * Throws an AppError when a file cannot be used, or there is no room.
 */
export async function readJudgedFiles(
  files: readonly JudgedFile[],
  context: WorkContext,
): Promise<ReadJudged[]> {
  const read: ReadJudged[] = [];
  for (const file of files) {
    const { rows, offsets } = await readRows(file, context);
    const width = read[0]?.data.width ?? rows.lastFeature + 1;
    const cells = rows.grades.length * width;
    if (cells > MAX_TABLE_CELLS)
      throw new AppError(
        "invalid-input",
        `${file.name} is a table of ${rows.grades.length.toLocaleString("en")} rows and ${width} features: ${cells.toLocaleString("en")} numbers, and at most ${MAX_TABLE_CELLS.toLocaleString("en")} fit. Choose a part of its queries.`,
      );
    read.push({ name: file.name, data: toRankData(rows, offsets, width), bad: rows.bad });
  }
  return read;
}

export async function evaluateRanking(
  { train, test, empty, seed }: EvaluationParams,
  context: WorkContext,
): Promise<RankingResult> {
  const [learnt, held] = await readJudgedFiles([train, test], context);
  if (!learnt || !held) throw new RangeError("Two files are read.");
  return measureRanking(learnt.data, held.data, { empty, seed }, context);
}

/** Settings and baseline are picked on `train`; `test` decides nothing. */
export async function measureRanking(
  train: RankData,
  test: RankData,
  { empty, seed }: Pick<EvaluationParams, "empty" | "seed">,
  context: WorkContext,
): Promise<RankingResult> {
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
    features: train.width,
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
