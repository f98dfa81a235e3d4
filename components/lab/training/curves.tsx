import { LineChart, type LineMark, type LineReference } from "@/components/charts/line-chart";
import { formatCount, formatShare } from "@/components/lab/format";
import type { TrainingPoint } from "@/lib/pipeline/trace";

type CurvesProps = {
  points: readonly TrainingPoint[];
  popularityRecallAt100: number | null;
  isRunning: boolean;
};

const ofModel = (points: readonly TrainingPoint[], model: TrainingPoint["model"]) =>
  points.filter((point) => point.model === model);

/** Loss of both models while they learn, and what the first is worth: held-out watches among its best hundred. */
export function Curves({ points, popularityRecallAt100, isRunning }: CurvesProps) {
  const tower = ofModel(points, "two-tower");
  const ranker = ofModel(points, "ranker");
  const auc = ranker.findLast((point) => point.clickAuc !== undefined)?.clickAuc;
  return (
    <div className="grid gap-6 lg:grid-cols-3">
      <Loss title="Two-tower: loss" points={tower} waiting={isRunning ? "Starting" : "No steps yet"} />
      <Recall points={tower} popularity={popularityRecallAt100} />
      <Loss
        title={auc === undefined ? "Ranker: loss" : `Ranker: loss; AUC of clicks ${auc.toFixed(3)}`}
        points={ranker}
        waiting={isRunning ? "Starts when the two-tower is done" : "No steps yet"}
      />
    </div>
  );
}

/** The whole run from its first point on, so that the curve grows to the right instead of being squeezed. */
function stepAxis(points: readonly TrainingPoint[]) {
  const steps = points[0]?.steps ?? 1;
  return { kind: "linear", label: "step", format: formatCount, tickCount: 4, domain: [0, steps] } as const;
}

function Chart({
  title,
  waiting,
  children,
}: {
  title: string;
  waiting: string | null;
  children: React.ReactNode;
}) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 text-sm font-medium">{title}</figcaption>
      {waiting === null ? (
        children
      ) : (
        <p className="grid h-48 place-items-center rounded-md border border-dashed border-line text-sm text-ink-2">
          {waiting}
        </p>
      )}
    </figure>
  );
}

function Loss({
  title,
  points,
  waiting,
}: {
  title: string;
  points: readonly TrainingPoint[];
  waiting: string;
}) {
  const [first, last] = [points[0], points[points.length - 1]];
  return (
    <Chart title={title} waiting={points.length < 2 ? waiting : null}>
      {first && last && (
        <LineChart
          title={title}
          description={`From ${first.loss.toFixed(3)} to ${last.loss.toFixed(3)} in ${formatCount(last.step)} steps.`}
          series={[
            { id: "loss", label: "loss", points: points.map((point) => [point.step, point.loss]), color: 1 },
          ]}
          x={stepAxis(points)}
          y={{ kind: "linear", label: "loss", format: (value) => value.toFixed(2), tickCount: 4 }}
          height={150}
          hideEndLabels
        />
      )}
    </Chart>
  );
}

function Recall({ points, popularity }: { points: readonly TrainingPoint[]; popularity: number | null }) {
  const recall = points.flatMap((point) =>
    point.recallAt100 === undefined ? [] : [[point.step, point.recallAt100] as const],
  );
  const last = recall[recall.length - 1];
  const marks: LineMark[] = last ? [{ x: last[0], y: last[1], label: formatShare(last[1]), color: 1 }] : [];
  const references: LineReference[] =
    popularity === null
      ? []
      : [{ axis: "y", value: popularity, label: `popularity ${formatShare(popularity)}` }];
  const top = Math.max(0.1, popularity ?? 0, ...recall.map(([, value]) => value));
  return (
    <Chart
      title="Two-tower: recall@100 on held-out watches"
      waiting={recall.length === 0 ? "Measured at the end of each epoch" : null}
    >
      <LineChart
        title="Recall at 100 of the two-tower model"
        description={`Measured after each epoch${popularity === null ? "" : `; popularity alone reaches ${formatShare(popularity)}`}.`}
        series={[{ id: "recall", label: "two-tower", points: recall, color: 1 }]}
        x={stepAxis(points)}
        y={{
          kind: "linear",
          label: "share of held-out watches found",
          format: (value) => `${Math.round(value * 100)} %`,
          tickCount: 4,
          domain: [0, Math.ceil(top * 10 + 0.5) / 10],
        }}
        marks={marks}
        references={references}
        height={150}
        hideEndLabels
      />
    </Chart>
  );
}
