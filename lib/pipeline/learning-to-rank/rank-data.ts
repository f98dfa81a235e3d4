/** Judged documents of queries, as learning to rank takes them, and what a trained model offers. */

export type RankData = {
  /** Row-major [rows, width]. */
  readonly features: Float32Array;
  /** Whole numbers from 0 (not relevant) up, one a row. */
  readonly grades: Float32Array;
  /** What each row is worth to LambdaRank, for labels that are no whole numbers; `2^{grade} - 1` when absent. */
  readonly gains?: Float32Array;
  /** Rows of query q: offsets[q] up to offsets[q + 1]; length queries + 1. */
  readonly offsets: Int32Array;
  readonly width: number;
};

export type RankModel = {
  /** One score a row of the row-major [rows, width]; compares only within one query and one model. */
  score(features: Float32Array, rows: number): Float32Array;
  /** What each feature's splits gained in all, as a share of 1; [width]. */
  readonly featureGains: Float32Array;
};

export const queryCount = ({ offsets }: RankData): number => offsets.length - 1;

/** The queries of `data` that are listed, in that order. */
export function selectQueries(data: RankData, queries: readonly number[]): RankData {
  const { features, grades, gains, offsets, width } = data;
  const rows = queries.map((q) => [offsets[q] as number, offsets[q + 1] as number] as const);
  const total = rows.reduce((sum, [start, end]) => sum + end - start, 0);
  const chosen = {
    features: new Float32Array(total * width),
    grades: new Float32Array(total),
    ...(gains ? { gains: new Float32Array(total) } : {}),
    offsets: new Int32Array(queries.length + 1),
    width,
  };
  let at = 0;
  rows.forEach(([start, end], q) => {
    chosen.features.set(features.subarray(start * width, end * width), at * width);
    chosen.grades.set(grades.subarray(start, end), at);
    if (gains) chosen.gains?.set(gains.subarray(start, end), at);
    at += end - start;
    chosen.offsets[q + 1] = at;
  });
  return chosen;
}
