/** What a file of judged documents holds, before anything is learnt from it. */
import { queryCount, type RankData } from "./rank-data";

export type JudgedSummary = {
  readonly name: string;
  readonly rows: number;
  readonly queries: number;
  /** Columns of the table; column 0 stays empty where a file counts from 1. */
  readonly features: number;
  /** Features that are the same number in every row. */
  readonly constantFeatures: number;
  /** Rows of each grade, lowest first. */
  readonly grades: readonly { readonly grade: number; readonly rows: number }[];
  readonly medianPerQuery: number;
  readonly largestQuery: number;
  /** Queries without a relevant document. */
  readonly emptyQueries: number;
  /** Queries whose documents all have one grade: no order of them is better than another. */
  readonly evenQueries: number;
};

function countConstant({ features, width, grades }: RankData): number {
  let constant = 0;
  for (let f = 0; f < width; f++) {
    let row = 1;
    while (row < grades.length && features[row * width + f] === features[f]) row++;
    if (row >= grades.length) constant++;
  }
  return constant;
}

export function summariseJudged(name: string, data: RankData): JudgedSummary {
  const { grades, offsets, width } = data;
  const queries = queryCount(data);
  const sizes = Array.from(
    { length: queries },
    (_, q) => (offsets[q + 1] as number) - (offsets[q] as number),
  ).sort((a, b) => a - b);
  const byGrade = new Map<number, number>();
  for (const grade of grades) byGrade.set(grade, (byGrade.get(grade) ?? 0) + 1);
  let [emptyQueries, evenQueries] = [0, 0];
  for (let q = 0; q < queries; q++) {
    const own = grades.subarray(offsets[q], offsets[q + 1]);
    if (own.every((grade) => grade === 0)) emptyQueries++;
    if (own.every((grade) => grade === own[0])) evenQueries++;
  }
  return {
    name,
    rows: grades.length,
    queries,
    features: width,
    constantFeatures: countConstant(data),
    grades: [...byGrade].sort((a, b) => a[0] - b[0]).map(([grade, rows]) => ({ grade, rows })),
    medianPerQuery: sizes[sizes.length >> 1] ?? 0,
    largestQuery: sizes.at(-1) ?? 0,
    emptyQueries,
    evenQueries,
  };
}
