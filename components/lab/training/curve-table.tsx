import { ChartTable } from "@/components/charts/chart-table";
import { formatCount, formatShare } from "@/components/lab/format";
import type { TrainingPoint } from "@/lib/pipeline/trace";

const MODEL_LABELS = { "two-tower": "Two-tower", ranker: "Ranker" } as const;

/** The table twin of the curves: what was measured between epochs, and where each model ended. */
export function CurveTable({ points }: { points: readonly TrainingPoint[] }) {
  const rows = points.filter(
    (point, index) =>
      point.recallAt100 !== undefined ||
      point.clickAuc !== undefined ||
      points[index + 1]?.model !== point.model,
  );
  return (
    <ChartTable
      caption="Training, measured between epochs"
      columns={[
        { key: "model", header: "Model", rowHeader: true, cell: (row) => MODEL_LABELS[row.model] },
        {
          key: "step",
          header: "Step",
          numeric: true,
          cell: (row) => `${formatCount(row.step)} of ${formatCount(row.steps)}`,
        },
        { key: "loss", header: "Loss", numeric: true, cell: (row) => row.loss.toFixed(3) },
        {
          key: "recall",
          header: "Recall@100",
          numeric: true,
          cell: (row) => (row.recallAt100 === undefined ? "" : formatShare(row.recallAt100)),
        },
        { key: "auc", header: "AUC of clicks", numeric: true, cell: (row) => row.clickAuc?.toFixed(3) ?? "" },
      ]}
      rows={rows}
      rowKey={(row, index) => `${row.model}-${row.step}-${index}`}
    />
  );
}
