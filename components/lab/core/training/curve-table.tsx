import { ChartTable } from "@/components/charts/chart-table";
import type { Curve } from "@/components/lab/core/training/curve";
import { formatCount } from "@/components/lab/format";
import type { AnyTrainingPoint } from "@/lib/pipeline/trace";

/** Something measured between epochs; "" where it was not. */
export type CurveMeasure<Point> = { key: string; header: string; cell: (point: Point) => string };

type CurveTableProps<Point extends AnyTrainingPoint> = {
  caption: string;
  /** With whole names for labels. */
  curves: readonly Curve<Point>[];
  measures: readonly CurveMeasure<Point>[];
};

/** The table twin of the curves: what was measured between epochs, and where each model ended. */
export function CurveTable<Point extends AnyTrainingPoint>(props: CurveTableProps<Point>) {
  const { caption, curves, measures } = props;
  const isMeasured = (point: Point) => measures.some(({ cell }) => cell(point) !== "");
  const rows = curves.flatMap(({ label, points }) =>
    points
      .filter((point, index) => isMeasured(point) || index === points.length - 1)
      .map((point) => ({ point, name: label })),
  );
  return (
    <ChartTable
      caption={caption}
      columns={[
        { key: "model", header: "Model", rowHeader: true, cell: (row) => row.name },
        { key: "epoch", header: "Epoch", numeric: true, cell: (row) => row.point.epoch },
        {
          key: "step",
          header: "Step",
          numeric: true,
          cell: ({ point }) => `${formatCount(point.step)} of ${formatCount(point.steps)}`,
        },
        { key: "loss", header: "Loss", numeric: true, cell: ({ point }) => point.loss.toFixed(3) },
        ...measures.map(({ key, header, cell }) => ({
          key,
          header,
          numeric: true,
          cell: ({ point }: (typeof rows)[number]) => cell(point),
        })),
      ]}
      rows={rows}
      rowKey={(row, index) => `${row.name}-${row.point.step}-${index}`}
    />
  );
}
