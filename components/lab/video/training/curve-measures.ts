/** What the table of the curves holds for the two-tower and the rankers. */
import type { Curve } from "@/components/lab/core/training/curve";
import type { CurveMeasure } from "@/components/lab/core/training/curve-table";
import { formatShare } from "@/components/lab/format";
import { RANKER_LABELS } from "@/components/lab/video/knobs/ranker-words";
import type { Run } from "@/components/lab/video/training/runs";
import type { TrainingPoint } from "@/lib/pipeline/video/trace";

export const CURVE_CAPTION =
  "Training, measured between epochs. Popularity: what the most watched videos alone reach on the same data.";

export const CURVE_MEASURES: readonly CurveMeasure<TrainingPoint>[] = [
  {
    key: "recall",
    header: "Recall@100",
    cell: ({ recallAt100 }) => (recallAt100 === undefined ? "" : formatShare(recallAt100)),
  },
  { key: "auc", header: "AUC of clicks", cell: ({ clickAuc }) => clickAuc?.toFixed(3) ?? "" },
  {
    key: "popularity",
    header: "Popularity",
    cell: ({ popularity, model }) => {
      if (popularity === undefined) return "";
      return model === "two-tower" ? formatShare(popularity) : popularity.toFixed(3);
    },
  },
];

/** The two-tower and each ranker, under their whole names. */
export function curvesOf(tower: Run, rankers: readonly Run[]): Curve<TrainingPoint>[] {
  const named = rankers.map((run, index) => ({
    id: run.ranker ?? String(index),
    label: run.ranker ? `Ranker, ${RANKER_LABELS[run.ranker]}` : "Ranker",
    steps: run.steps,
    points: run.points,
  }));
  return [{ id: "two-tower", label: "Two-tower", steps: tower.steps, points: tower.points }, ...named];
}
