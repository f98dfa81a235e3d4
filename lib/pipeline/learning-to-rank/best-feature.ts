/** The baseline that any model must beat: one feature, up or down, whichever ranks the training queries best. */
import { judge, meanNdcgAtTen } from "./quality";
import type { RankData } from "./rank-data";

export type BestFeature = {
  readonly index: number;
  readonly direction: "descending" | "ascending";
  /** NDCG@10 on the queries it was chosen on, those without relevant rows left out. */
  readonly trainNdcg10: number;
};

/** Scores by one feature; `ascending` puts small values first. */
export function scoreByFeature(
  data: RankData,
  { index, direction }: Omit<BestFeature, "trainNdcg10">,
): Float32Array {
  const sign = direction === "descending" ? 1 : -1;
  return data.grades.map((_, row) => sign * (data.features[row * data.width + index] as number));
}

export function findBestFeature(data: RankData): BestFeature {
  const judgements = judge(data);
  let best: BestFeature = { index: 0, direction: "descending", trainNdcg10: -1 };
  for (let index = 0; index < data.width; index++) {
    for (const direction of ["descending", "ascending"] as const) {
      const trainNdcg10 = meanNdcgAtTen(judgements, scoreByFeature(data, { index, direction }));
      if (trainNdcg10 > best.trainNdcg10) best = { index, direction, trainNdcg10 };
    }
  }
  return best;
}
