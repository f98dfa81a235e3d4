import { ChartTable } from "@/components/charts/chart-table";
import { formatCount, formatShare } from "@/components/lab/format";
import { RANKER_LABELS } from "@/components/lab/video/knobs/ranker-words";
import type { Run } from "@/components/lab/video/training/runs";

/** The table twin of the curves: what was measured between epochs, and where each model ended. */
export function CurveTable({ tower, rankers }: { tower: Run; rankers: readonly Run[] }) {
  const rows = [tower, ...rankers].flatMap((run) =>
    run.points
      .filter(
        (point, index) =>
          point.recallAt100 !== undefined || point.clickAuc !== undefined || index === run.points.length - 1,
      )
      .map((point) => ({ ...point, name: nameOf(run, point.model) })),
  );
  return (
    <ChartTable
      caption="Training, measured between epochs. Popularity: what the most watched videos alone reach on the same data."
      columns={[
        { key: "model", header: "Model", rowHeader: true, cell: (row) => row.name },
        { key: "epoch", header: "Epoch", numeric: true, cell: (row) => row.epoch },
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
        {
          key: "popularity",
          header: "Popularity",
          numeric: true,
          cell: ({ popularity, model }) => {
            if (popularity === undefined) return "";
            return model === "two-tower" ? formatShare(popularity) : popularity.toFixed(3);
          },
        },
      ]}
      rows={rows}
      rowKey={(row, index) => `${row.name}-${row.step}-${index}`}
    />
  );
}

function nameOf(run: Run, model: "two-tower" | "ranker"): string {
  if (model === "two-tower") return "Two-tower";
  return run.ranker ? `Ranker, ${RANKER_LABELS[run.ranker]}` : "Ranker";
}
