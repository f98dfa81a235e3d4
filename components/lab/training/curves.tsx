import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { formatCount, formatShare } from "@/components/lab/format";
import type { TrainingPoint } from "@/lib/pipeline/trace";

type CurvesProps = { points: readonly TrainingPoint[]; popularityRecallAt100: number | null };

const isModel = (model: TrainingPoint["model"]) => (point: TrainingPoint) => point.model === model;
const lossPoints = (points: readonly TrainingPoint[]) =>
  points.map((point) => [point.step, point.loss] as const);
const step = { kind: "linear", label: "step", format: formatCount, tickCount: 4 } as const;

/** Loss of both models while they learn, and what the first is worth: held-out watches among its best hundred. */
export function Curves({ points, popularityRecallAt100 }: CurvesProps) {
  const tower = points.filter(isModel("two-tower"));
  const ranker = points.filter(isModel("ranker"));
  const recall = tower.flatMap((point) =>
    point.recallAt100 === undefined ? [] : [[point.step, point.recallAt100] as const],
  );
  return (
    <div className="grid gap-6 lg:grid-cols-3">
      <Loss title="Two-tower: loss" points={tower} />
      <figure className="min-w-0">
        <figcaption className="mb-2 text-sm font-medium">
          Two-tower: recall@100 on held-out watches
        </figcaption>
        <LineChart
          title="Recall at 100 of the two-tower model"
          description={`Measured between epochs${popularityRecallAt100 === null ? "" : `; popularity alone reaches ${formatShare(popularityRecallAt100)}`}.`}
          series={[{ id: "recall", label: "two-tower", points: recall, color: 1 }]}
          x={step}
          y={{
            kind: "linear",
            label: "share of held-out watches found",
            format: formatShare,
            tickCount: 4,
            domain: [0, highest(recall, popularityRecallAt100)],
          }}
          references={
            popularityRecallAt100 === null
              ? []
              : [
                  {
                    axis: "y",
                    value: popularityRecallAt100,
                    label: `popularity ${formatShare(popularityRecallAt100)}`,
                  },
                ]
          }
          height={150}
          hideEndLabels
        />
      </figure>
      <Loss title="Ranker: loss" points={ranker} />
    </div>
  );
}

/** Top of the recall axis: a round tenth above everything drawn. */
function highest(points: ReadonlyArray<readonly [number, number]>, reference: number | null): number {
  const top = Math.max(0.1, reference ?? 0, ...points.map(([, value]) => value));
  return Math.ceil(top * 10 + 0.001) / 10;
}

function Loss({ title, points }: { title: string; points: readonly TrainingPoint[] }) {
  const [first, last] = [points[0], points[points.length - 1]];
  const description =
    first && last
      ? `From ${first.loss.toFixed(3)} to ${last.loss.toFixed(3)} in ${formatCount(last.step)} steps.`
      : "Nothing yet.";
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 text-sm font-medium">{title}</figcaption>
      <LineChart
        title={title}
        description={description}
        series={[{ id: "loss", label: "loss", points: lossPoints(points), color: 1 }]}
        x={step}
        y={{ kind: "linear", label: "loss", format: (value) => value.toFixed(2), tickCount: 4 }}
        height={150}
        hideEndLabels
      />
    </figure>
  );
}

const MODEL_LABELS = { "two-tower": "Two-tower", ranker: "Ranker" } as const;

/** The table twin: the points between epochs, and the ends. */
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
      rowKey={(row) => `${row.model}-${row.step}`}
    />
  );
}
