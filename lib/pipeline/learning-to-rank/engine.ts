/** What a worker holds of imported judged documents: the table of each file. */
import { AppError } from "@/lib/errors";
import { createRandom } from "@/lib/random";
import type { FileBadRows } from "../data-sets/bad-rows";
import { type SplitWay, splitRows } from "../data-sets/split-rows";
import type { WorkContext } from "../types";
import { type JudgedFile, measureRanking, readJudgedFiles } from "./evaluate";
import { queryCount, type RankData, selectQueries } from "./rank-data";
import { type JudgedSummary, summariseJudged } from "./summarise-judged";

const TEST_SHARE = 0.2;

export type JudgedSplit = { readonly way: SplitWay; readonly seed: number };

export class RankingEngine {
  private train: RankData | null = null;
  private test: RankData | null = null;

  /** Forgets what was read before. Throws an AppError when a file cannot be used, or there is no room. */
  async read(
    trainFile: JudgedFile,
    testFile: JudgedFile | null,
    context: WorkContext,
  ): Promise<{ files: JudgedSummary[]; bad: FileBadRows[] }> {
    this.train = null;
    this.test = null;
    const read = await readJudgedFiles(testFile ? [trainFile, testFile] : [trainFile], context);
    this.train = read[0]?.data ?? null;
    this.test = read[1]?.data ?? null;
    return {
      files: read.map(({ name, data }) => summariseJudged(name, data)),
      bad: read.map(({ name, bad }) => ({ file: name, ...bad })),
    };
  }

  /** `empty`: what a test query without a relevant document counts as. */
  async measure(split: JudgedSplit, empty: number, context: WorkContext) {
    const { train, test } = this.parts(split);
    return measureRanking(train, test, { empty, seed: split.seed }, context);
  }

  private parts({ way, seed }: JudgedSplit): { train: RankData; test: RankData } {
    const { train: all, test } = this;
    if (!all) throw new AppError("invalid-input", "Read a file of judged documents first.");
    if (test) return { train: all, test };
    const queries = Int32Array.from({ length: queryCount(all) }, (_, q) => q);
    if (queries.length < 2)
      throw new AppError("invalid-input", "One query cannot be split: choose a second file to measure on.");
    const random = createRandom(seed).fork("split");
    const [learnt, held] = splitRows(queries, [1 - TEST_SHARE, TEST_SHARE], way, random).map((part) =>
      [...part].sort((a, b) => a - b),
    );
    return { train: selectQueries(all, learnt ?? []), test: selectQueries(all, held ?? []) };
  }
}
